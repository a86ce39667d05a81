import type { Alternative } from '../alternatives/alternative.ts'
import { type Bitset, count } from '../members/bitset.ts'

type Uncounted = Omit<Alternative, 'count' | 'delta'>

/** Alternatives with their counts; those that make no difference are left out. */
export const countedSteps = (
  steps: readonly (Uncounted & { readonly set: () => Bitset })[],
  before: number,
): Alternative[] =>
  steps.flatMap(({ set, ...step }) => {
    const n = count(set())
    return n === before ? [] : [{ ...step, count: n, delta: n - before }]
  })
