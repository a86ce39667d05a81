import fc from 'fast-check'
import { counts, eventFilter, scope } from '../../criteria/pieces.fixture.ts'
import { ABANDONABLE } from './abandonable.ts'

export const abandoned: fc.Arbitrary<unknown> = fc
  .record({
    event: fc.constantFrom(...ABANDONABLE),
    test: fc.option(counts, { nil: undefined }),
    within: scope.within,
    where: fc.option(eventFilter, { nil: undefined, freq: 1 }),
  })
  .map(({ test, ...condition }) => ({ ...condition, ...test }))
