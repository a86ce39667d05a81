import type { ReadingContext } from '../conditions/define.ts'
import { definitionOf } from '../conditions/index.ts'
import type { CustomerRecord, Population } from '../customers/record.ts'
import { describe } from './describe.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { type Group, groupOf } from './walk.ts'

/** Does one customer satisfy criteria? Read from memory alone, and so independently of the sets. */
export function holds(
  criteria: Criteria,
  customer: CustomerRecord,
  population: Population,
  ctx: ReadingContext,
): boolean {
  if (isCondition(criteria)) {
    const definition = definitionOf(criteria)
    const expanded = definition.expand?.(criteria, ctx)
    return expanded === undefined
      ? definition.holds(criteria, customer, population, ctx)
      : holds(expanded, customer, population, ctx)
  }
  const { group, branches } = groupOf(criteria)
  return passes(
    group,
    branches.map((branch) => holds(branch, customer, population, ctx)),
  )
}

/** Why, or why not: each part of criteria with how this customer stands to it. */
export interface Explanation {
  /** What was asked: `spent more than $500 in the last 90 days`. */
  readonly words: string
  readonly holds: boolean
  /** What the customer has instead: `spent $312 in the last 90 days`. Groups and segments have parts instead. */
  readonly actual?: string
  /** How the parts are joined; a segment's own criteria are its one part. */
  readonly group?: Group
  readonly parts?: readonly Explanation[]
}

/** The account of one customer, for "why is Ana not in it?". */
export function explain(
  criteria: Criteria,
  customer: CustomerRecord,
  population: Population,
  ctx: ReadingContext,
): Explanation {
  const words = describe(criteria, ctx)
  if (isCondition(criteria)) {
    const definition = definitionOf(criteria)
    const expanded = definition.expand?.(criteria, ctx)
    if (expanded !== undefined) {
      const part = explain(expanded, customer, population, ctx)
      return { words, holds: part.holds, group: 'all', parts: [part] }
    }
    return {
      words,
      holds: definition.holds(criteria, customer, population, ctx),
      actual: definition.actual(criteria, customer, population, ctx),
    }
  }
  const { group, branches } = groupOf(criteria)
  const parts = branches.map((branch) => explain(branch, customer, population, ctx))
  return {
    words,
    group,
    parts,
    holds: passes(
      group,
      parts.map((part) => part.holds),
    ),
  }
}

function passes(group: Group, branches: readonly boolean[]): boolean {
  switch (group) {
    case 'all':
      return branches.every(Boolean)
    case 'any':
      return branches.some(Boolean)
    case 'none':
      return !branches.some(Boolean)
  }
}
