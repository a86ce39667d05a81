import type { Source } from '#db/schema.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { type Condition, definitionOf } from '../conditions/index.ts'
import type { Criteria } from './schema.ts'
import { leavesOf } from './walk.ts'

/** What a segment consists of; null for lists. */
export type CriteriaOf = (segmentId: string) => Criteria | null

export const criteriaIn =
  ({ segment }: Pick<ReadingContext, 'segment'>): CriteriaOf =>
  (id) => {
    const meaning = segment(id)
    return meaning.kind === 'criteria' ? meaning.criteria : null
  }

/** Every condition, also those of the segments that are named, and of the ones that these name. */
export function conditionsBehind(criteria: Criteria, criteriaOf: CriteriaOf): readonly Condition[] {
  const found: Condition[] = []
  const opened = new Set<string>()
  const open = [criteria]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { condition } of leavesOf(next)) {
      found.push(condition)
      if (condition.type !== 'segment' || opened.has(condition.segment)) continue
      opened.add(condition.segment)
      const inner = criteriaOf(condition.segment)
      if (inner !== null) open.push(inner)
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
