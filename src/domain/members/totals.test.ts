import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ids } from './bitset.ts'
import { membersBySums } from './totals.ts'

const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -3, max: 5 })))
const range = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9))
  .map(([from, span]) => ({ from, to: from + span }))
const column = (values: readonly number[]) => Float64Array.from(values)

test('sums per customer, from whatever pieces', () => {
  fc.assert(
    fc.property(fc.array(rows), fc.array(range, { minLength: 1 }), (pieces, ranges) => {
      const members = membersBySums(
        pieces.map((piece) => [column(piece.map(([id]) => id)), column(piece.map(([, amount]) => amount))]),
        ranges,
      )
      const sums = new Map<number, number>()
      for (const [id, amount] of pieces.flat()) sums.set(id, (sums.get(id) ?? 0) + amount)
      const expected = ranges.map(({ from, to }) =>
        [...sums]
          .filter(([, sum]) => sum >= from && sum <= to)
          .map(([id]) => id)
          .toSorted((a, b) => a - b),
      )
      expect(members.map((each) => [...ids(each)])).toEqual(expected)
    }),
  )
})

test('without amounts rows are counted', () => {
  const [members] = membersBySums([[column([3, 5, 3])], [column([3])], []], [{ from: 2, to: 3 }])
  expect(members && [...ids(members)]).toEqual([3])
})

test('a range that holds 0 would miss everybody without a row', () => {
  expect(() => membersBySums([], [{ from: -1, to: 5 }])).toThrow('Sums of nothing pass')
})
