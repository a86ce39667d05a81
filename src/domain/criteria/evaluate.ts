import type { InnerReadings, ReadingContext } from '../conditions/define.ts'
import { definitionOf } from '../conditions/index.ts'
import type { Population } from '../customers/record.ts'
import type { Entity } from '../entities/entity.ts'
import type { RecordOf } from '../entities/record.ts'
import { describe } from './describe.ts'
import { isCondition } from './node.ts'
import type { Criteria } from './schema.ts'
import { type Group, groupOf } from './walk.ts'

/** Does one customer, company or person satisfy criteria? Read from memory alone, independently of the sets. */
export function holds(
  criteria: Criteria,
  record: RecordOf[Entity],
  population: Population,
  ctx: ReadingContext,
): boolean {
  if (isCondition(criteria)) {
    const definition = definitionOf(criteria)
    const expanded = definition.expand?.(criteria, ctx)
    return expanded === undefined
      ? definition.holds(criteria, record, population, ctx, innerReadings(population, ctx))
      : holds(expanded, record, population, ctx)
  }
  const { group, branches } = groupOf(criteria)
  return passes(
    group,
    branches.map((branch) => holds(branch, record, population, ctx)),
  )
}

/** How a condition reads the criteria that it holds. */
export const innerReadings = (
  population: Population,
  ctx: ReadingContext,
): Pick<InnerReadings, 'words' | 'holds'> => ({
  words: (criteria) => describe(criteria, ctx),
  holds: (criteria, record) => holds(criteria, record, population, ctx),
})

/** Why, or why not: each part of criteria with how this customer, company or person stands to it. */
export interface Explanation {
  /** What was asked: `spent more than $500 in the last 90 days`. */
  readonly words: string
  readonly holds: boolean
  /** What this one has instead: `spent $312 in the last 90 days`. Groups and segments have parts instead. */
  readonly actual?: string
  /** The smallest change of it that would turn this: `1 more order`. Only of what can be measured. */
  readonly miss?: string
  /** How the parts are joined; a segment's own criteria are its one part. */
  readonly group?: Group
  readonly parts?: readonly Explanation[]
}

/** The account of one of them, for "why is Ana not in it?". */
export function explain(
  criteria: Criteria,
  record: RecordOf[Entity],
  population: Population,
  ctx: ReadingContext,
): Explanation {
  const words = describe(criteria, ctx)
  if (isCondition(criteria)) {
    const definition = definitionOf(criteria)
    const expanded = definition.expand?.(criteria, ctx)
    if (expanded !== undefined) {
      const part = explain(expanded, record, population, ctx)
      return { words, holds: part.holds, group: 'all', parts: [part] }
    }
    const miss = definition.miss?.(criteria, record, population, ctx, innerReadings(population, ctx))
    return {
      words,
      holds: definition.holds(criteria, record, population, ctx, innerReadings(population, ctx)),
      actual: definition.actual(criteria, record, population, ctx, innerReadings(population, ctx)),
      ...(miss && { miss: miss.words }),
    }
  }
  const { group, branches } = groupOf(criteria)
  const parts = branches.map((branch) => explain(branch, record, population, ctx))
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

/** Whether a group holds, given its branches. */
export function passes(group: Group, branches: readonly boolean[]): boolean {
  switch (group) {
    case 'all':
      return branches.every(Boolean)
    case 'any':
      return branches.some(Boolean)
    case 'none':
      return !branches.some(Boolean)
  }
}
