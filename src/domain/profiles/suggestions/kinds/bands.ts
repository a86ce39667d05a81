import { and, andNot } from '../../../members/bitset.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { aboutOf } from '../about.ts'
import { type Attribute, type Held, knownOf } from '../held.ts'
import type { Trial } from '../trial.ts'
import { comparing, type KindOfSuggestion, passingOthers } from './define.ts'

/** A band of a number with other bounds, which still tells something where the present one says the same. */
export const bands: KindOfSuggestion = {
  kind: 'band',
  trials: (examined) =>
    examined.parameters.flatMap((one): readonly Trial[] => {
      const { parameter, members } = one
      const about = aboutOf(parameter.criteria)
      const within = knownOf(passingOthers(examined, one), one)
      const strata = [and(within, members), andNot(within, members)]
      return examined.attributes
        .filter((attribute) => attribute.kind === 'band' && attribute.about === about)
        .filter(({ criteria }) => canonicalJson(criteria) !== canonicalJson(parameter.criteria))
        .map((attribute) => ({
          kind: 'band',
          about: one,
          claim: 'more',
          ...comparing({ members: attribute.members, among: within, strata }, examined),
          swap: () =>
            parameter.mode === 'exclude' ? undefined : { before: one, after: banded(one, attribute) },
        }))
    }),
}

/** Grades were made for the old bounds. */
function banded(one: Held, { criteria, members }: Attribute): Held {
  const { parameter, unknown } = one
  const next =
    parameter.mode === 'score'
      ? ({ mode: 'score', criteria, weight: parameter.weight } as const)
      : { ...parameter, criteria }
  return { parameter: next, members, grades: [], unknown }
}
