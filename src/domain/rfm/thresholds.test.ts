import fc from 'fast-check'
import { expect, test } from 'vitest'
import { thresholds } from './thresholds.ts'

/** Few values with many ties, or values so far apart that each has a bucket to itself. */
const values = fc.oneof(
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 50 }),
  fc.array(fc.integer({ min: -(2 ** 45), max: 2 ** 45 }), { minLength: 1, maxLength: 50 }),
  fc.array(fc.integer({ min: 1_700_000_000, max: 1_700_200_000 }), { minLength: 1, maxLength: 50 }),
)

test('a threshold is the least value that few enough reach', () => {
  fc.assert(
    fc.property(values, (list) => {
      const found = thresholds(Float64Array.from(list))
      const expected = [1, 2, 3, 4].map((score) =>
        Math.min(
          ...list.filter((value) => 5 * list.filter((other) => other >= value).length <= score * list.length),
        ),
      )
      expect(found).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('nothing has no thresholds', () => {
  expect(thresholds(new Float64Array())).toHaveLength(4)
})
