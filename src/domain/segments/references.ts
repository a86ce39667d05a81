import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'

/** The ids of the segments and lists that criteria name themselves, each once. */
export const segmentsIn = (criteria: Criteria): readonly string[] => [
  ...new Set(
    leavesOf(criteria).flatMap(({ condition }) => (condition.type === 'segment' ? [condition.segment] : [])),
  ),
]
