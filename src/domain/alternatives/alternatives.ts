import { canonicalJson } from '#kernel/hash.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import { describe } from '../criteria/describe.ts'
import { entityOf } from '../criteria/entity.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf, mapConditions } from '../criteria/walk.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { onlyBuyers } from '../language/grammar/non-buyers.ts'
import type { Alternative } from './alternative.ts'
import { comparisonSteps } from './comparison-steps.ts'
import { timeSteps } from './time-steps.ts'

const MOST_OF_A_PART = 3
const MOST = 10

type Place = Alternative['part']
type Uncounted = Omit<Alternative, 'count' | 'delta'>

/**
 * What people might have meant instead, one step from what is counted: other boundaries, numbers and times of each
 * condition, and the other reading of people who never bought. Most wanted first, at most ten.
 */
export function alternativesTo(criteria: Criteria, ctx: ReadingContext): readonly Uncounted[] {
  const taken = new Set([canonicalJson(criteria)])
  const of = (instead: string, part: Place, next: Criteria): readonly Uncounted[] => {
    const key = canonicalJson(next)
    if (taken.has(key)) return []
    taken.add(key)
    const words = describe(next, ctx)
    return [
      { instead, part, criteria: next, words, text: `${ENTITY_WORDS[entityOf(next)].subject} ${words}` },
    ]
  }
  const parts = leavesOf(criteria).map(({ condition, path }) =>
    stepsOf(condition, ctx)
      .flatMap(({ instead, criteria: next }) => of(instead, [...path], put(criteria, path, next)))
      .slice(0, MOST_OF_A_PART),
  )
  const whole = neverBought(criteria) ? of('only people with an earlier order', [], bought(criteria)) : []
  // One of each condition before the second of any.
  const inTurn = Array.from({ length: MOST_OF_A_PART }, (_, i) =>
    parts.flatMap((steps) => steps.slice(i, i + 1)),
  )
  return [...whole, ...inTurn.flat()].slice(0, MOST)
}

const stepsOf = (condition: Condition, ctx: ReadingContext) => [
  ...(definitionOf(condition).neighbours?.(condition) ?? []),
  ...comparisonSteps(condition, ctx),
  ...timeSteps(condition),
]

const put = (criteria: Criteria, at: readonly (string | number)[], next: Criteria): Criteria =>
  mapConditions(criteria, (condition, path) => (path.join('.') === at.join('.') ? next : condition))

const BUYERS: Criteria = { type: 'orders', measure: 'count', op: '>=', value: 1 }
const bought = (criteria: Criteria): Criteria => ({
  all: [...('all' in criteria ? criteria.all : [criteria]), BUYERS],
})

/** Whether the criteria are about orders and may let people in who have none. */
const neverBought = (criteria: Criteria): boolean =>
  entityOf(criteria) === 'customer' &&
  !onlyBuyers(criteria) &&
  leavesOf(criteria).some(
    ({ condition }) => condition.type === 'purchases' || (condition.type === 'orders' && !isNever(condition)),
  )

const isNever = (condition: Condition): boolean =>
  condition.type === 'orders' &&
  condition.op === '=' &&
  condition.value === 0 &&
  condition.within === undefined
