import { countOf } from '#kernel/text.ts'
import type { Criteria } from '../criteria/schema.ts'
import { CHANNEL_RULES } from './channels.ts'
import type { AudienceDefinition, AudienceSource, CapOrder } from './definition.ts'
import type { PerimeterKind } from './shown.ts'

/** One step from the base to the members. */
export interface AudienceStep {
  readonly kind: PerimeterKind
  /** Completes "Customers who …": of whom it begins with, or of who falls out. */
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
  const { less, channel, holdout, cap } = definition
  const rules = CHANNEL_RULES[channel]
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
  keep('address', rules.address.words, rules.address.keeps)
  if (holdout !== undefined) {
    keep('holdout', `are held out: the same random ${holdout} % at every count`, {
      none: [{ type: 'sample', from: 0, to: holdout, split: audienceId }],
    })
  }
  if (cap === undefined) return steps
  const { by, unranked, behind } = CAPS[cap.order]
  if (unranked !== undefined) keep('unranked', unranked.words, unranked.keeps)
  return [
    ...steps,
    {
      kind: 'cap',
      words: `are not among the ${behind(countOf(cap.customers, 'customer'))}`,
      left: { type: 'rank', by, direction: 'top', customers: cap.customers, among: { all: kept } },
    },
  ]
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

interface Cap {
  readonly by: 'spend' | 'last_date' | 'random'
  /** Who has no place in the order, where somebody may have none. */
  readonly unranked?: { readonly words: string; readonly keeps: Criteria }
  behind(customers: string): string
}

const BUYERS: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }

const CAPS: Readonly<Record<CapOrder, Cap>> = {
  spend: {
    by: 'spend',
    unranked: { words: 'have no order, so that no spend ranks them', keeps: BUYERS },
    behind: (customers) => `${customers} who spent the most`,
  },
  recent: {
    by: 'last_date',
    unranked: { words: 'have no order, so that no date ranks them', keeps: BUYERS },
    behind: (customers) => `${customers} who ordered last`,
  },
  random: { by: 'random', behind: (customers) => `${customers} drawn at random` },
}
