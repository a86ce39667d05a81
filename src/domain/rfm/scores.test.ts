import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ids } from '../members/bitset.ts'
import { RFM_PATTERNS } from './patterns.ts'
import { orderColumns, PIECE } from '../purchases/columns.ts'
import { membersWith, patternIndex, scoresOf, tableOf } from './scores.ts'

// Few different values, so that many of them are equal.
const buyer = fc.tuple(fc.nat(6), fc.nat(4), fc.integer({ min: -5, max: 5 }))
const buyers = fc.array(buyer, { minLength: 1, maxLength: 40 })

/** ceil(5 × share of customers at least as good), as it is written. */
const scoreBy = (value: number, values: readonly number[]) =>
  Math.ceil((5 * values.filter((other) => other >= value).length) / values.length)

/** Buyers from the second id of a piece on, each with one order more than the number that is drawn for it. */
function columns(rows: readonly (readonly [number, number, number])[], low = 0) {
  const piece = orderColumns(low)
  rows.forEach(([recency, frequency, monetary], i) => {
    piece.lastAt[i + 1] = recency
    piece.orders[i + 1] = frequency + 1
    piece.spent[i + 1] = monetary
  })
  return piece
}

test('scores are what their definition says, also in pieces', () => {
  fc.assert(
    fc.property(buyers, fc.nat(40), (rows, cut) => {
      const scores = scoresOf([columns(rows.slice(0, cut)), columns(rows.slice(cut), PIECE)])
      rows.forEach(([recency, frequency, monetary], i) => {
        const id = i < cut ? i + 1 : PIECE + 1 + i - cut
        expect(RFM_PATTERNS[(scores[id] ?? 0) - 1]).toEqual({
          recency: scoreBy(
            recency,
            rows.map((row) => row[0]),
          ),
          frequency: scoreBy(
            frequency,
            rows.map((row) => row[1]),
          ),
          monetary: scoreBy(
            monetary,
            rows.map((row) => row[2]),
          ),
        })
      })
      expect(scores[0]).toBe(0)
    }),
  )
})

test('the table sums to the buyers', () => {
  fc.assert(
    fc.property(buyers, (rows) => {
      const table = tableOf(scoresOf([columns(rows)]))
      expect(table).toHaveLength(125)
      expect(table.reduce((sum, customers) => sum + customers, 0)).toBe(rows.length)
    }),
  )
})

test('patterns have their members, and nobody without orders, whether several are wanted by one or by two', () => {
  const score = fc.integer({ min: 0, max: 125 })
  const wish = fc.uniqueArray(score, { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(score, { minLength: 1, maxLength: 100 }), fc.array(wish), (scores, wished) => {
      const wishes = wished.map((wanted) => RFM_PATTERNS.map((_, index) => wanted.includes(index + 1)))
      const members = membersWith(Uint8Array.from(scores), wishes).map((set) => [...ids(set)])
      expect(members).toEqual(
        wished.map((wanted) => scores.flatMap((one, id) => (one !== 0 && wanted.includes(one) ? [id] : []))),
      )
    }),
  )
})

test('patterns are counted as they are listed', () => {
  RFM_PATTERNS.forEach(({ recency, frequency, monetary }, index) => {
    expect(patternIndex(recency, frequency, monetary)).toBe(index)
  })
})

test('without buyers there are no scores', () => {
  expect([...scoresOf([])]).toEqual([0])
})
