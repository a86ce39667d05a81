import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ids } from './bitset.ts'
import { membersBySum } from './totals.ts'

const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: -3, max: 5 })))
const column = (values: readonly number[]) => Float64Array.from(values)

test('sums per customer, from whatever pieces', () => {
  fc.assert(
    fc.property(fc.array(rows), fc.integer({ min: 1, max: 9 }), fc.nat(9), (pieces, from, span) => {
      const members = membersBySum(
        pieces.map((piece) => [column(piece.map(([id]) => id)), column(piece.map(([, amount]) => amount))]),
        from,
        from + span,
      )
      const sums = new Map<number, number>()
      for (const [id, amount] of pieces.flat()) sums.set(id, (sums.get(id) ?? 0) + amount)
      const expected = [...sums].filter(([, sum]) => sum >= from && sum <= from + span).map(([id]) => id)
      expect([...ids(members)]).toEqual(expected.toSorted((a, b) => a - b))
    }),
  )
})

test('without amounts rows are counted', () => {
  expect([...ids(membersBySum([[column([3, 5, 3])], [column([3])], []], 2, 3))]).toEqual([3])
})

test('a range that holds 0 would miss everybody without a row', () => {
  expect(() => membersBySum([], -1, 5)).toThrow('Sums of nothing pass')
})
