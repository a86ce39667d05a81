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

test('a pattern has its members, and nobody without orders', () => {
  const scores = Uint8Array.of(
    0,
    1 + patternIndex(1, 2, 3),
    0,
    1 + patternIndex(5, 5, 5),
    1 + patternIndex(1, 2, 3),
  )
  const patterns = Array.from({ length: 125 }, (_, index) => index === patternIndex(1, 2, 3))
  expect([...ids(membersWith(scores, patterns))]).toEqual([1, 4])
})

test('patterns are counted as they are listed', () => {
  RFM_PATTERNS.forEach(({ recency, frequency, monetary }, index) => {
    expect(patternIndex(recency, frequency, monetary)).toBe(index)
  })
})

test('without buyers there are no scores', () => {
  expect([...scoresOf([])]).toEqual([0])
})
