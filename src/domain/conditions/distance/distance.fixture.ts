import fc from 'fast-check'
import type { DistanceCondition } from './distance.ts'

/** Near the coordinates of company.fixture.ts, on one of them, and far from all. */
const latitude = fc.constantFrom(-33.9, -33.5, 0, 0.25, 51.5, 51.752, -90, 89.9)
const longitude = fc.constantFrom(-0.1, 0, 18.4, 18.75, 180, -179.5)
const value = fc.constantFrom(0.5, 1, 25, 77, 900, 5000, 9999.5, 12_000)

/** Distances from here and there; none is exactly as far away as somebody is. */
export const distances: fc.Arbitrary<Omit<DistanceCondition, 'type'>> = fc
  .record({
    from: fc.record({
      latitude,
      longitude,
      place: fc.option(fc.constantFrom('Leeds', 'Paris', 'Île de Ré', 'our store in Rome'), {
        nil: undefined,
      }),
    }),
    unit: fc.constantFrom('km' as const, 'mi' as const),
    test: fc.oneof(
      fc.record({ op: fc.constantFrom('<=' as const, '<' as const, '>=' as const, '>' as const), value }),
      fc.tuple(value, value).map(
        ([a, b]): Pick<DistanceCondition, 'op' | 'value'> => ({
          op: 'between',
          value: [Math.min(a, b), Math.max(a, b)],
        }),
      ),
    ),
  })
  .map(({ from: { place, ...point }, unit, test }) => ({
    from: place === undefined ? point : { ...point, place },
    unit,
    ...test,
  }))
