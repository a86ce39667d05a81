import fc from 'fast-check'
import { counts, productFilter, scope } from '../../criteria/pieces.fixture.ts'
import { LINE_COUNT_NAMES } from '../shared/basket.ts'

export const itemCounts: fc.Arbitrary<unknown> = fc
  .record({
    measure: fc.constantFrom(...LINE_COUNT_NAMES),
    test: counts,
    of: fc.option(productFilter, { nil: undefined, freq: 1 }),
    ...scope,
  })
  .map(({ test, of, ...condition }) => ({
    ...condition,
    ...test,
    ...(condition.measure === 'units' ? {} : { of }),
  }))
