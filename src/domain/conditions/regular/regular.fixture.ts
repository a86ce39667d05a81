import fc from 'fast-check'
import { CALENDAR_UNITS } from '../../time/window.ts'
import { begunWindow } from '../restarted/restarted.fixture.ts'
import { arbitraryDeed } from '../shared/deed.fixture.ts'
import { regularSchema } from './regular.ts'

const rolling = fc
  .record({
    unit: fc.constantFrom(...CALENDAR_UNITS),
    from: fc.integer({ min: 0, max: 5 }),
    n: fc.integer({ min: 1, max: 15 }),
  })
  .map(({ unit, from, n }) => ({
    every: unit,
    within: from === 0 ? { kind: 'last', n, unit } : { kind: 'ago', from, to: from + n, unit },
  }))
/** Few enough periods of a calendar window. */
const calendar = fc.record({
  every: fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const),
  within: begunWindow.filter(
    (window) =>
      window.kind === 'dates' ||
      (window.kind === 'calendar' && (window.unit !== 'year' || (window.count ?? 1) < 5)),
  ),
})

export const regulars: fc.Arbitrary<unknown> = fc
  .record({
    deed: arbitraryDeed,
    periods: fc.oneof(rolling, calendar),
    least: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ periods, ...rest }) => ({ ...rest, ...periods }))
  .filter((drawn) => regularSchema.safeParse({ ...drawn, type: 'regular' }).success)
