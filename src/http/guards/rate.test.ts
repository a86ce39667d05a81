import { expect, test } from 'vitest'
import { createRate } from './rate.ts'

test('as often as is allowed in a minute, at once or evenly, each key for itself', () => {
  let now = 0
  const rate = createRate({ perMinute: 6, now: () => now })
  expect(Array.from({ length: 7 }, () => rate.wait('a'))).toEqual([0, 0, 0, 0, 0, 0, 10])
  expect(rate.wait('b')).toBe(0)
  now += 4000
  expect(rate.wait('a')).toBe(6)
  now += 6000
  expect([rate.wait('a'), rate.wait('a')]).toEqual([0, 10])
  now += 3_600_000
  expect(Array.from({ length: 7 }, () => rate.wait('a'))).toEqual([0, 0, 0, 0, 0, 0, 10])
})
