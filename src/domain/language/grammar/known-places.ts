import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** The column of a place that somebody is said to be in. */
const columnOf = (criteria: Criteria): string | undefined =>
  isCondition(criteria) &&
  criteria.type === 'attribute' &&
  /^(?:country|region|city)$/.test(criteria.field) &&
  /^(?:equals|in)$/.test(criteria.op)
    ? criteria.field
    : undefined

/** The column of a place that is said to be known: "with a country", "not those without one". */
function knownColumnOf(criteria: Criteria): string | undefined {
  if (isCondition(criteria))
    return criteria.type === 'attribute' && criteria.op === 'known' ? criteria.field : columnOf(criteria)
  const [only] = 'none' in criteria && criteria.none.length === 1 ? criteria.none : []
  return only !== undefined && isCondition(only) && only.type === 'attribute' && only.op === 'unknown'
    ? only.field
    : undefined
}

/**
 * Whether of everybody who meets all of these the places are known that they are said not to be in: of those in
 * Germany or Austria the country is, and of those in France the city may not be.
 */
export function knowsPlaces(parts: readonly Criteria[]): boolean {
  const known = new Set<string | undefined>(parts.map(knownColumnOf))
  const denied = parts.flatMap((part) =>
    !isCondition(part) && 'none' in part ? part.none.map(columnOf) : [],
  )
  const columns = denied.filter((column) => column !== undefined)
  return columns.length > 0 && columns.every((column) => known.has(column))
}
