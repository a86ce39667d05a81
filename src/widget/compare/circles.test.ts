import fc from 'fast-check'
import { expect, test } from 'vitest'
import { circlesOf, sharedArea } from './circles.ts'

const groups = fc
  .tuple(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([first, second, part]) => ({ first, second, both: Math.floor(part * Math.min(first, second)) }))

test('areas are in proportion to the numbers, that of both too', () => {
  fc.assert(
    fc.property(groups, ({ first, second, both }) => {
      const { first: a, second: b } = circlesOf({ first, second, both })
      const most = Math.max(first, second, 1)
      const whole = Math.PI * 100 * 100
      expect((Math.PI * a.r * a.r) / whole).toBeCloseTo(first / most, 6)
      expect((Math.PI * b.r * b.r) / whole).toBeCloseTo(second / most, 6)
      expect(sharedArea(a.r, b.r, Math.abs(b.x - a.x)) / whole).toBeCloseTo(both / most, 4)
    }),
    { numRuns: 300 },
  )
})

test('everything is inside of the picture', () => {
  fc.assert(
    fc.property(groups, (sizes) => {
      const { first, second, width, height } = circlesOf(sizes)
      for (const { r, x } of [first, second]) {
        expect(x - r).toBeGreaterThanOrEqual(-1e-6)
        expect(x + r).toBeLessThanOrEqual(width + 1e-6)
        expect(2 * r).toBeLessThanOrEqual(height + 1e-6)
      }
    }),
    { numRuns: 300 },
  )
})

test('the same people lie on each other, and strangers beside each other', () => {
  const same = circlesOf({ first: 50, second: 50, both: 50 })
  expect(same.second.x).toBeCloseTo(same.first.x, 6)
  const strangers = circlesOf({ first: 50, second: 50, both: 0 })
  expect(strangers.width).toBeCloseTo(400, 6)
})
