import fc from 'fast-check'
import { scope } from '../../criteria/pieces.fixture.ts'
import { arbitraryDeed } from '../shared/deed.fixture.ts'

const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

export const sequences: fc.Arbitrary<unknown> = fc
  .record({
    first: fc.oneof(
      { weight: 3, arbitrary: arbitraryDeed },
      { weight: 1, arbitrary: fc.constant({ did: 'signed_up' }) },
    ),
    first_ever: rarely(fc.constant(true)),
    next: arbitraryDeed,
    next_first_ever: rarely(fc.constant(true)),
    not: fc.option(fc.constant(true), { nil: undefined }),
    times: rarely(fc.integer({ min: 2, max: 3 })),
    apart: fc.option(
      fc.record({
        n: fc.constantFrom(1, 2, 7, 14, 29, 30, 60, 365),
        unit: fc.constantFrom('hour', 'day', 'week'),
      }),
      { nil: undefined, freq: 3 },
    ),
    within: scope.within,
  })
  .map(({ first_ever, times, ...condition }) => ({
    ...condition,
    ...('did' in condition.first && condition.first.did === 'signed_up' ? {} : { first_ever }),
    ...(condition.next_first_ever ? {} : { times }),
  }))
