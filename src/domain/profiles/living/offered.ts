import { countOf, foldText, percentOf } from '#kernel/text.ts'
import type { Currency } from '#kernel/money.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Trait } from './behaviours/define.ts'
import { apartOf, goalFigures, telling } from './figures.ts'
import type { Goal } from './goals/define.ts'
import { groupName } from './group-name.ts'
import { LEAST_CUSTOMERS } from './grouping/data.ts'
import type { GroupFigures } from './grouping/find.ts'
import type { GroupsAnswer } from './messages.ts'
import { criteriaOfGroup, type GroupCriteria, LEAST_ORDERS } from './persona-of.ts'
import type { ShownGroup } from './shown.ts'

/** A group that can be saved. */
export interface OfferedGroup {
  readonly shown: ShownGroup
  readonly criteria: GroupCriteria
}

interface Around {
  readonly traits: readonly Trait[]
  readonly goal: Goal
  readonly currency: Currency
  /** Names that personas have already, folded. */
  readonly taken: readonly string[]
  /** As criteria are saved. */
  resolve(criteria: Criteria): Criteria
  words(criteria: Criteria): string
}

/** Criteria that find less of a group, or more of others than of it, do not say who it is. */
const LEAST_RECOVERED = 0.5

/** Smaller groups are no kind of customer. */
const LEAST_OFFERED = 20

/** What was found, in words: the groups that can be saved, the best for the goal first, and what is to be said of it. */
export function groupsFound(
  { told, found }: Extract<GroupsAnswer, { kind: 'found' }>,
  around: Around,
): { readonly groups: readonly OfferedGroup[]; readonly notes: readonly string[] } {
  if (found.kind === 'too few') {
    const note = `Too few customers: ${countOf(told, 'customer')} here ${told === 1 ? 'has' : 'have'} ${LEAST_ORDERS} orders or more, and with fewer than ${LEAST_CUSTOMERS} groups are chance.`
    return { groups: [], notes: [note] }
  }
  if (found.kind === 'none') {
    const note = `No stable groups: what these ${countOf(told, 'customer')} do divides them no more clearly than chance would, or not in the same way twice.`
    return { groups: [], notes: [note] }
  }
  const stable = found.groups.filter(({ isStable }) => isStable)
  const clear = stable.filter(
    ({ size, bounds, recovery, contrasts }) =>
      size >= LEAST_OFFERED &&
      bounds.length > 0 &&
      telling(contrasts, around.traits).length > 0 &&
      Math.min(recovery.precision, recovery.recall) >= LEAST_RECOVERED,
  )
  const names = new Set(around.taken)
  const groups = clear
    .toSorted((a, b) => advantage(b) - advantage(a))
    .map((group) => {
      const name = groupName(telling(group.contrasts, around.traits), around.traits, names)
      names.add(foldText(name))
      return offeredGroup(group, name, told, around)
    })
  return {
    groups,
    notes: [
      `${countOf(found.groups.length, 'group')} among ${countOf(told, 'customer')} with ${LEAST_ORDERS} orders or more, told apart more clearly than chance does (silhouette ${found.silhouette.toFixed(2)}; the same data without groups reaches ${found.lookalike.toFixed(2)}).`,
      ...leftOut(
        found.groups.length - stable.length,
        'not found again in parts of the data, and not offered',
      ),
      ...leftOut(stable.length - clear.length, 'stable, but too small or not told apart by a few criteria'),
    ],
  }
}

const leftOut = (groups: number, why: string): readonly string[] =>
  groups === 0 ? [] : [`${countOf(groups, 'group')} ${groups === 1 ? 'is' : 'are'} ${why}.`]

const advantage = ({ goal }: GroupFigures): number =>
  goal === null ? Number.NEGATIVE_INFINITY : goal.group - goal.rest

function offeredGroup(group: GroupFigures, name: string, told: number, around: Around): OfferedGroup {
  const { traits, goal, currency, resolve, words } = around
  const apart = telling(group.contrasts, traits)
  const { filters, scores } = criteriaOfGroup(group.bounds, apart, traits)
  const criteria = {
    filters: filters.map(resolve),
    scores: scores.map((score) => ({ ...score, criteria: resolve(score.criteria) })),
  }
  return {
    criteria,
    shown: {
      name,
      size: group.size,
      percent: percentOf(group.size, told),
      stability: percent(group.stability),
      apart: apartOf(apart, traits),
      goal: group.goal && goalFigures(group.goal, goal, currency),
      filters: criteria.filters.map(words),
      scores: criteria.scores.map((score) => words(score.criteria)),
      finds: group.recovery.found,
      precision: percent(group.recovery.precision),
      recall: percent(group.recovery.recall),
    },
  }
}

const percent = (share: number): number => Math.round(100 * share)
