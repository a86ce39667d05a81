import { and, andNot, type Bitset, count, countShared } from '../../members/bitset.ts'
import { canonicalJson } from '#kernel/hash.ts'
import { aboutOf, keyOf } from './about.ts'
import { type Attribute, fitOfHeld, type Held, held, scoreStrata } from './held.ts'
import type { Compared } from './observed.ts'
import type { AttributeTrial, Examined } from './trial.ts'
import { weightFor, weightUnit } from './weigh.ts'
import { comparing, type KindOfSuggestion } from './kinds/define.ts'

/** A filter may cost so many of the good ones that fit, an exclude likewise. */
const MOST_LOST = 0.05
/** What is asked of everybody has to change the odds so much. */
const LEAST_FOR_ALL = 2.5

/** Something that the profile does not ask for yet, and that tells good records from bad ones among those it fits. */
export const lifts: KindOfSuggestion<AttributeTrial> = {
  kind: 'lift',
  trials(examined) {
    const { parameters, attributes, everyone } = examined
    const fit = fitOfHeld(parameters, everyone)
    const strata = scoreStrata(parameters, everyone)
    const unit = weightUnit(examined)
    const asked = new Set(parameters.map(({ parameter }) => canonicalJson(parameter.criteria)))
    const fields = new Set(parameters.map(({ parameter }) => aboutOf(parameter.criteria)))
    return attributes
      .filter(({ criteria, kind, about }) =>
        kind === 'band' ? !fields.has(about) : !asked.has(canonicalJson(criteria)),
      )
      .map(
        (attribute): AttributeTrial => ({
          kind: 'lift',
          about: keyOf(attribute),
          claim: 'differs',
          ...comparing(
            {
              members: attribute.members,
              among: attribute.known === null ? fit : and(fit, attribute.known),
              strata,
            },
            examined,
          ),
          swap: (found) => ({ before: null, after: asking(attribute, found, fit, unit, examined) }),
        }),
      )
  },
}

/** As a filter or an exclude where that costs next to no good record, else as something that scores. */
function asking(
  attribute: Attribute,
  { odds }: Compared,
  fit: Bitset,
  unit: number,
  { observed: { good, earlier }, everyone }: Examined,
): Held {
  const goods = and(and(fit, good), earlier)
  const share = countShared(goods, attribute.members) / Math.max(1, count(goods))
  const clear = Math.max(odds, 1 / odds) >= LEAST_FOR_ALL
  if (odds > 1) {
    return held(attribute, clear && share >= 1 - MOST_LOST ? 'filter' : weightFor(odds, unit))
  }
  if (clear && share <= MOST_LOST) return held(attribute, 'exclude')
  return held(
    { criteria: { none: [attribute.criteria] }, members: andNot(everyone, attribute.members) },
    weightFor(odds, unit),
  )
}
