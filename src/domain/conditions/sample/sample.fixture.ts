import fc from 'fast-check'
import type { SampleCondition } from './sample.ts'

const percent = fc.constantFrom(0, 0.01, 10, 12.5, 33.33, 50, 99.99, 100)

/** Shares of the nameless split and of others. */
export const samples: fc.Arbitrary<Omit<SampleCondition, 'type'>> = fc
  .record({
    ends: fc.tuple(percent, percent).filter(([a, b]) => a !== b),
    split: fc.option(fc.constantFrom('holdout', 'Spring test', 'Été 2025'), { nil: undefined }),
  })
  .map(({ ends: [a, b], split }) => ({
    from: Math.min(a, b),
    to: Math.max(a, b),
    ...(split === undefined ? {} : { split }),
  }))
