import fc from 'fast-check'
import type { Comparison } from '../shared/comparison.ts'
import { ANNIVERSARIES, type AnniversaryCondition } from './anniversary.ts'
import type { AnniversaryWindow } from './anniversary-window.ts'

const edges = fc.constantFrom('01-01', '02-28', '02-29', '03-01', '11-20', '11-21', '12-31')
const dates = fc.constantFrom('2023-12-31', '2024-02-29', '2024-03-01', '2024-11-21', '2024-12-01')

const windows: fc.Arbitrary<AnniversaryWindow> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('next' as const, 'last' as const),
    n: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  }),
  fc.record({
    kind: fc.constant('calendar' as const),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const),
    offset: fc.integer({ min: -4, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('months' as const),
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('days' as const), from: edges, to: edges }),
  fc.tuple(dates, dates).map(([a, b]) => ({
    kind: 'dates' as const,
    from: a < b ? a : b,
    to: a < b ? b : a,
  })),
)

const years: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    op: fc.constantFrom('=' as const, '>' as const, '>=' as const, '<' as const, '<=' as const),
    value: fc.constantFrom(0, 1, 2, 25, 33, 34),
  }),
  fc.constantFrom<Comparison>({ op: 'between', value: [1, 2] }, { op: 'between', value: [24, 35] }),
)

/** Anniversaries of every kind, in windows of every kind. */
export const anniversaries: fc.Arbitrary<Omit<AnniversaryCondition, 'type'>> = fc.oneof(
  fc.record({
    of: fc.constantFrom(...ANNIVERSARIES),
    on: windows,
    years: fc.option(years, { nil: undefined }),
  }),
  fc.record({
    of: fc.constantFrom(...ANNIVERSARIES),
    on: fc.record({
      kind: fc.constant('calendar' as const),
      unit: fc.constant('year' as const),
      offset: fc.integer({ min: -2, max: 2 }),
    }),
    years,
  }),
)
