import fc from 'fast-check'
import { ACCOUNT_TEXTS } from '../../criteria/accounts.fixture.ts'
import { arbitraryWindow, counts, list } from '../../criteria/pieces.fixture.ts'

/** Random signals of companies or people. */
export const signalConditions: fc.Arbitrary<unknown> = fc
  .record({
    signal: fc.option(list(ACCOUNT_TEXTS.signal), { nil: undefined, freq: 4 }),
    topic: fc.option(list([...ACCOUNT_TEXTS.topic, 'er', '%']), { nil: undefined, freq: 1 }),
    strength: fc.option(fc.constantFrom(0, 0.25, 0.5, 1), { nil: undefined, freq: 1 }),
    within: fc.option(arbitraryWindow, { nil: undefined }),
    test: fc.option(counts, { nil: undefined }),
  })
  .map(({ test, ...asked }) => {
    const { signal, topic, strength, within } = asked
    return {
      ...(signal === undefined && topic === undefined ? { signal: ['hiring'] } : {}),
      ...(signal === undefined ? {} : { signal }),
      ...(topic === undefined ? {} : { topic }),
      ...(strength === undefined ? {} : { strength }),
      ...(within === undefined ? {} : { within }),
      ...test,
    }
  })
