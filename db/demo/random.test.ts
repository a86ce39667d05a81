import { expect, test } from 'vitest'
import { chooser, seeded } from './random.ts'

test('a stream repeats itself, and streams differ', () => {
  const first = (seed: number, stream: string) => {
    const random = seeded(seed, stream)
    return Array.from({ length: 5 }, () => random.next())
  }
  expect(first(1, 'orders')).toEqual(first(1, 'orders'))
  expect(first(1, 'orders')).not.toEqual(first(1, 'events'))
  expect(first(1, 'orders')).not.toEqual(first(2, 'orders'))
})

test('draws have the distributions that they promise', () => {
  const random = seeded(7, 'test')
  const mean = (draw: () => number) => Array.from({ length: 20_000 }, draw).reduce((a, b) => a + b) / 20_000
  expect(mean(random.next)).toBeCloseTo(0.5, 1)
  expect(mean(() => random.whole(1, 6))).toBeCloseTo(3.5, 1)
  expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1)
  expect(mean(() => random.exponential(1))).toBeCloseTo(1, 1)
  const choose = chooser(
    ['never', 'rarely', 'often'],
    (word) => ({ never: 0, rarely: 1, often: 9 })[word] ?? 0,
  )
  const chosen = Array.from({ length: 1000 }, () => choose(random))
  expect(chosen).not.toContain('never')
  expect(chosen.filter((word) => word === 'often').length / 1000).toBeCloseTo(0.9, 1)
})

test('there is nothing to pick from nothing', () => {
  expect(() => seeded(1, 'test').pick([])).toThrow(RangeError)
})
