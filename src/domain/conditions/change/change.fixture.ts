import fc from 'fast-check'
import { arbitraryWindow, orderFilter, productFilter } from '../../criteria/pieces.fixture.ts'
import { CHANGE_MEASURES, CHANGE_OPERATORS } from './change.ts'

export const changes: fc.Arbitrary<unknown> = fc
  .record({
    measure: fc.constantFrom(...CHANGE_MEASURES),
    within: arbitraryWindow,
    against: arbitraryWindow,
    op: fc.constantFrom(...CHANGE_OPERATORS),
    times: fc.option(fc.constantFrom(0.5, 0.8, 1, 1.1, 2), { nil: undefined }),
    of: fc.option(productFilter, { nil: undefined, freq: 1 }),
    where: fc.option(orderFilter, { nil: undefined, freq: 1 }),
  })
  .filter(({ within, against }) => JSON.stringify(within) !== JSON.stringify(against))
  .map(({ of, ...condition }) => ({
    ...condition,
    ...(condition.measure === 'net_spend' || condition.measure === 'average' ? {} : { of }),
  }))
