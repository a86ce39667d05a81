import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ids } from '../members/bitset.ts'
import { RFM_PATTERNS } from './patterns.ts'
import { membersWith, patternIndex, scoresOf, tableOf } from './scores.ts'

// Few different values, so that many of them are equal.
const buyer = fc.tuple(fc.nat(6), fc.nat(4), fc.integer({ min: -5, max: 5 }))
const buyers = fc.array(buyer, { minLength: 1, maxLength: 40 })

/** ceil(5 × share of customers at least as good), as it is written. */
const scoreBy = (value: number, values: readonly number[]) =>
  Math.ceil((5 * values.filter((other) => other >= value).length) / values.length)

const columns = (rows: readonly (readonly [number, number, number])[], firstId: number) => [
  Float64Array.from(rows, (_, i) => firstId + i),
  ...([0, 1, 2] as const).map((column) => Float64Array.from(rows, (row) => row[column])),
]

test('scores are what their definition says, also in pieces', () => {
  fc.assert(
    fc.property(buyers, fc.nat(40), (rows, cut) => {
      const scores = scoresOf([
        columns(rows.slice(0, cut), 1),
        columns(rows.slice(cut), 1 + Math.min(cut, rows.length)),
      ])
      rows.forEach(([recency, frequency, monetary], i) => {
        expect(RFM_PATTERNS[(scores[i + 1] ?? 0) - 1]).toEqual({
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
      const table = tableOf(scoresOf([columns(rows, 1)]))
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
