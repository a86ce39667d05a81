import fc from 'fast-check'
import { comparison, scope } from '../../criteria/pieces.fixture.ts'
import { GAPS } from './order-gap-plans.ts'

export const orderGaps: fc.Arbitrary<unknown> = fc
  .record({
    gap: fc.constantFrom(...GAPS),
    test: comparison(fc.constantFrom(0, 0.5, 1, 7, 14, 30, 60, 90, 365)),
    overdue: fc.option(fc.constantFrom(0.5, 1, 1.25, 2), { nil: undefined, freq: 1 }),
    ...scope,
  })
  .map(({ test, overdue, ...condition }) => ({
    ...condition,
    ...(overdue === undefined ? test : { overdue }),
  }))
