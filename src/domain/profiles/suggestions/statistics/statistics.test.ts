import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missRate, threshold } from './false-discovery.ts'
import { interval, liftOf, type Table } from './lift.ts'
import { logistic } from './logistic.ts'
import { upperTail, zOfTail } from './normal.ts'

test('tails of the normal distribution, far out as well', () => {
  expect(upperTail(0)).toBeCloseTo(0.5, 7)
  expect(upperTail(1.959964)).toBeCloseTo(0.025, 6)
  expect(upperTail(6) / 9.865876e-10).toBeCloseTo(1, 5)
  expect(upperTail(-1)).toBeCloseTo(0.8413447, 6)
  expect(zOfTail(0.025)).toBeCloseTo(1.959964, 4)
  expect(zOfTail(0.5)).toBeCloseTo(0, 6)
})

const table = (withGood: number, withBad: number, withoutGood: number, withoutBad: number): Table => ({
  withGood,
  withBad,
  withoutGood,
  withoutBad,
})

test('one table: the ratio of shares with the interval of Katz, and the test of Cochran, Mantel and Haenszel', () => {
  const found = liftOf([table(40, 60, 20, 80)])
  expect(found.lift).toBeCloseTo(2, 10)
  // √(1/40 − 1/100 + 1/20 − 1/100)
  expect(found.error).toBeCloseTo(Math.sqrt(0.055), 10)
  expect(found.odds).toBeCloseTo((40 * 80) / (60 * 20), 10)
  // √(1/40 + 1/60 + 1/20 + 1/80), which the formula of Robins, Breslow and Greenland comes to.
  expect(found.oddsError).toBeCloseTo(Math.sqrt(1 / 40 + 1 / 60 + 1 / 20 + 1 / 80), 10)
  const { low, high } = interval(found, 0.05)
  expect([low, high].map((one) => one.toFixed(2))).toEqual(['1.26', '3.17'])
  // (|40 − 30| − ½)² ÷ (100 × 100 × 60 × 140 / (200² × 199))
  expect(found.z ** 2).toBeCloseTo(9.5 ** 2 / ((100 * 100 * 60 * 140) / (200 ** 2 * 199)), 8)
})

test('what goes along with something else is no lift among those that are alike', () => {
  // In each stratum one in two, and four in five, are good with it and without it.
  const strata = [table(10, 10, 90, 90), table(80, 20, 16, 4)]
  const pooled = liftOf([table(90, 30, 106, 94)])
  expect(pooled.lift).toBeGreaterThan(1.3)
  expect(liftOf(strata).lift).toBeCloseTo(1, 10)
  expect(liftOf(strata).z).toBeCloseTo(0, 10)
})

test('no test where too few are expected, and an interval even where one side has no good record', () => {
  expect(liftOf([table(3, 1, 2, 4)])).toMatchObject({ z: 0, p: 1 })
  const none = liftOf([table(30, 70, 0, 100)])
  expect(none.lift).toBeCloseTo(30.5 / 101 / (0.5 / 101), 6)
  expect(Number.isFinite(none.error)).toBe(true)
  expect(none.p).toBeLessThan(1e-6)
})

test('Benjamini and Yekutieli: stricter with more tests, and 0 where nothing counts', () => {
  // 0.05 ÷ (4 × 25/12) × rank: 0.006, 0.012, 0.018, 0.024.
  expect(threshold([0.001, 0.011, 0.5, 0.9])).toBe(0.011)
  expect(threshold([0.001, 0.013, 0.019, 0.9])).toBe(0.001)
  expect(threshold([0.02, 0.5, 0.5, 0.9])).toBe(0)
  expect(threshold([])).toBe(0)
  expect(missRate(1, 1)).toBeCloseTo(0.05, 10)
  expect(missRate(2, 300)).toBeLessThan(missRate(2, 30))
})

test('a threshold never grows with further tests that find nothing', () => {
  const p = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.array(p), fc.integer({ min: 0, max: 50 }), (ps, more) => {
      const nothing = Array.from({ length: more }, () => 1)
      expect(threshold([...ps, ...nothing])).toBeLessThanOrEqual(threshold(ps))
    }),
    { numRuns: 200 },
  )
})

test('logistic regression gives the log odds ratio of a table, with its standard error', () => {
  const fitted = logistic([
    { x: [1], good: 40, all: 100 },
    { x: [0], good: 20, all: 100 },
  ])
  expect(fitted?.coefficients[1]).toBeCloseTo(Math.log(8 / 3), 3)
  expect(Math.sqrt(fitted?.covariance[1]?.[1] ?? 0)).toBeCloseTo(
    Math.sqrt(1 / 40 + 1 / 60 + 1 / 20 + 1 / 80),
    3,
  )
})
