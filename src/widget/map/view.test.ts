import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved, type View, WHOLE, zoomed } from './view.ts'

const size = { width: 960, height: 460 }
const step = fc.oneof(
  fc.record({
    zoom: fc.double({ min: 0.2, max: 5, noNaN: true }),
    x: fc.integer({ min: 0, max: 960 }),
    y: fc.integer({ min: 0, max: 460 }),
  }),
  fc.record({ dx: fc.integer({ min: -2000, max: 2000 }), dy: fc.integer({ min: -2000, max: 2000 }) }),
)

test('whatever is done, the frame stays full of map', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { k, x, y } = steps.reduce<View>(
        (view, one) =>
          'zoom' in one ? zoomed(view, one.zoom, [one.x, one.y], size) : moved(view, one.dx, one.dy, size),
        WHOLE,
      )
      expect(k).toBeGreaterThanOrEqual(1)
      expect(x).toBeLessThanOrEqual(0)
      expect(y).toBeLessThanOrEqual(0)
      expect(x + 960 * k).toBeGreaterThanOrEqual(960 - 1e-6)
      expect(y + 460 * k).toBeGreaterThanOrEqual(460 - 1e-6)
    }),
    { numRuns: 200 },
  )
})

test('what the pointer is on stays under it, and far enough out is the whole', () => {
  const closer = zoomed(WHOLE, 4, [480, 230], size)
  const at = (480 - closer.x) / closer.k
  expect(at).toBeCloseTo(480)
  expect(zoomed(closer, 0.001, [10, 10], size)).toEqual(WHOLE)
})
