import { isCondition } from '../criteria/node.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Parameter } from './parameter.ts'

/** Criteria that must hold as parameters: one each for what must hold at once, an exclude for what must not. */
export function asFilters(criteria: Criteria): readonly Parameter[] {
  if (isCondition(criteria)) return [{ mode: 'filter', criteria }]
  if ('all' in criteria) return criteria.all.flatMap(asFilters)
  if ('none' in criteria) return criteria.none.map((one) => ({ mode: 'exclude', criteria: one }))
  return [{ mode: 'filter', criteria }]
}

/** Criteria that are preferred as parameters: of several at once each counts by itself, and a range is one. */
export const asScores = (criteria: Criteria, weight: number): readonly Parameter[] =>
  !isCondition(criteria) && 'all' in criteria && !isRange(criteria.all)
    ? criteria.all.flatMap((one) => asScores(one, weight))
    : [{ mode: 'score', criteria, weight }]

/** “Series A to C”: both ends of one column. */
const isRange = (parts: readonly Criteria[]): boolean => {
  const columns = parts.map((one) =>
    isCondition(one) && 'field' in one && /^[<>]/.test(one.op) ? `${one.type} ${one.field}` : undefined,
  )
  return parts.length === 2 && columns[0] !== undefined && columns[0] === columns[1]
}
