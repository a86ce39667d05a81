import fc from 'fast-check'
import { ACCOUNT_TEXTS } from '../../criteria/accounts.fixture.ts'
import { list } from '../../criteria/pieces.fixture.ts'

const bound = fc.constantFrom(0, 0.01, 0.12, 0.25, 0.3, 0.5, 1, 1.2)

/** Random strengths of signals, around what up to three signals come to. */
export const signalStrengths: fc.Arbitrary<unknown> = fc
  .record({
    signal: fc.option(list(ACCOUNT_TEXTS.signal), { nil: undefined }),
    test: fc.oneof(
      fc.record({ op: fc.constantFrom('>', '>=', '<', '<=', '='), value: bound }),
      fc.tuple(bound, bound).map(([a, b]) => ({ op: 'between', value: [Math.min(a, b), Math.max(a, b)] })),
    ),
  })
  .map(({ signal, test }) => ({ ...(signal === undefined ? {} : { signal }), ...test }))
