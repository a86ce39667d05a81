import type { Source } from '#db/schema.ts'
import { canonicalJson } from '#kernel/hash.ts'
import type { NamesContext } from '../conditions/define.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import type { Criteria } from './schema.ts'
import { allLeavesOf } from './nested.ts'

/** What a condition stands for, where it stands for others: a segment, an indicator that is computed. */
export type CriteriaOf = (condition: Condition) => Criteria | undefined

export const criteriaIn =
  (ctx: NamesContext): CriteriaOf =>
  (condition) =>
    definitionOf(condition).expand?.(condition, ctx)

/**
 * Every condition, also those inside of conditions, and those of the segments and indicators that are named, and of
 * the ones that these name.
 */
export function conditionsBehind(criteria: Criteria, criteriaOf: CriteriaOf): readonly Condition[] {
  const found: Condition[] = []
  const opened = new Set<string>()
  const open = [criteria]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { condition } of allLeavesOf(next)) {
      found.push(condition)
      const named =
        condition.type === 'segment' || condition.type === 'indicator' ? canonicalJson(condition) : undefined
      if (named === undefined || opened.has(named)) continue
      opened.add(named)
      const inner = criteriaOf(condition)
      if (inner !== undefined) open.push(inner)
    }
  }
  return found
}

/** The tables whose changes can change who satisfies these criteria. */
export const sourcesOf = (criteria: Criteria, criteriaOf: CriteriaOf): readonly Source[] => [
  ...new Set(
    conditionsBehind(criteria, criteriaOf).flatMap((condition) => definitionOf(condition).sources(condition)),
  ),
]
