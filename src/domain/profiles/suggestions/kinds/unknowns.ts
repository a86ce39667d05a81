import { and, andNot, count } from '../../../members/bitset.ts'
import { widened } from '../held.ts'
import type { Trial } from '../trial.ts'
import { comparing, type KindOfSuggestion, passingOthers } from './define.ts'

/**
 * A filter that throws away good records because a value is unknown: those of whom it can’t be told fare better than
 * those that are known to fail it.
 */
export const unknowns: KindOfSuggestion = {
  kind: 'unknown',
  trials: (examined) =>
    examined.parameters.flatMap((one): readonly Trial[] => {
      const { parameter, unknown, members } = one
      if (parameter.mode !== 'filter' || unknown === null) return []
      const failing = andNot(passingOthers(examined, one), members)
      if (count(and(failing, unknown.members)) === 0) return []
      return [
        {
          kind: 'unknown',
          about: one,
          claim: 'more',
          ...comparing({ members: unknown.members, among: failing, strata: [failing] }, examined),
          swap: () => ({
            before: one,
            after: widened(one, { any: [parameter.criteria, unknown.criteria] }, unknown.members),
          }),
        },
      ]
    }),
}
