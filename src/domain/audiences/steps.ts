import type { Criteria } from '../criteria/schema.ts'
import { CAPS, NO_PERSONA, overCap } from './caps.ts'
import { channelRules } from './channels.ts'
import type { AudienceDefinition, AudienceSource } from './definition.ts'
import type { PerimeterKind } from './shown.ts'

/** One step from the base to the members. */
export interface AudienceStep {
  readonly kind: PerimeterKind
  /** Completes "Customers who …", "Companies that …": of whom it begins with, or of who falls out. */
  readonly words: string
  /** Who is left after this step and all before it. */
  readonly left: Criteria
}

/** The steps of an audience, the base first. The members are who is left after the last: `membersOf`. */
export function stepsOf(
  definition: AudienceDefinition,
  audienceId: string,
  words: (criteria: Criteria) => string,
): readonly AudienceStep[] {
  const { entity, less, channel, holdout, committee, cap } = definition
  const rules = channelRules(entity, channel)
  const base = anyOf(definition.base)
  const kept: Criteria[] = [base]
  const steps: AudienceStep[] = [{ kind: 'base', words: words(base), left: base }]
  const keep = (kind: PerimeterKind, why: string, keeps: Criteria) => {
    kept.push(keeps)
    steps.push({ kind, words: why, left: { all: [...kept] } })
  }
  for (const source of less) {
    const suppressed = criteriaOf(source)
    keep('suppression', words(suppressed), { none: [suppressed] })
  }
  for (const { words: why, keeps } of rules.consent) keep('consent', why, keeps)
  if (rules.address !== undefined) keep('address', rules.address.words, rules.address.keeps)
  if (holdout !== undefined) {
    keep('holdout', `are held out: the same random ${holdout} % at every count`, {
      none: [{ type: 'sample', from: 0, to: holdout, split: audienceId }],
    })
  }
  const unranked = committee === undefined ? cap && CAPS[cap.order].unranked : NO_PERSONA
  if (unranked !== undefined) keep('unranked', unranked.words, unranked.keeps)
  // Of those who are left so far: one rank stands for all the steps before it.
  const rank = (kind: PerimeterKind, why: string, first: (among: Criteria) => Criteria) => {
    const left = first({ all: [...kept] })
    kept.splice(0, kept.length, left)
    steps.push({ kind, words: why, left })
  }
  if (committee !== undefined) {
    rank(
      'committee',
      `are not among the ${committee} at their company with the highest persona score`,
      (among) => ({ type: 'person_rank', by: 'persona', top: committee, per: 'company', among }),
    )
  }
  if (cap !== undefined) {
    const { customers: size, order } = cap
    rank('cap', overCap(order, size), (among) => CAPS[order].first(size, among))
  }
  return steps
}

/** Who is in an audience, as criteria: what every other reading of criteria can read too. */
export function membersOf(definition: AudienceDefinition, audienceId: string): Criteria {
  const last = stepsOf(definition, audienceId, () => '').at(-1)
  if (last === undefined) throw new Error('An audience has at least its base')
  return last.left
}

/** Who would be left before a channel is chosen: the base less the suppressions. */
export const beforeChannel = ({ base, less }: AudienceDefinition): Criteria => ({
  all: [anyOf(base), ...less.map((source): Criteria => ({ none: [criteriaOf(source)] }))],
})

/** The criteria of everything that it takes or leaves out. */
export const sourcesIn = ({ base, less }: AudienceDefinition): readonly Criteria[] =>
  [...base, ...less].map(criteriaOf)

const criteriaOf = (source: AudienceSource): Criteria =>
  source.type === 'segment' ? { type: 'segment', segment: source.segment } : source.criteria

const anyOf = (sources: readonly AudienceSource[]): Criteria => {
  const [first, ...others] = sources.map(criteriaOf)
  if (first === undefined) throw new Error('An audience has at least one source')
  return others.length === 0 ? first : { any: [first, ...others] }
}
