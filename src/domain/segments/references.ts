import { type Criteria, isCondition } from '../criteria/schema.ts'

/** The ids of the segments and lists that criteria name themselves, each once. */
export const segmentsIn = (criteria: Criteria): readonly string[] => [...new Set(named(criteria))]

function named(node: Criteria): readonly string[] {
  if (isCondition(node)) return node.type === 'segment' ? [node.segment] : []
  const branches = 'all' in node ? node.all : 'any' in node ? node.any : node.none
  return branches.flatMap(named)
}

/** Do these criteria lead to segment `id`, directly or through the segments they name? */
export function leadsTo(
  criteria: Criteria,
  id: string,
  criteriaOf: (segmentId: string) => Criteria | null,
): boolean {
  const seen = new Set<string>()
  const open = [...segmentsIn(criteria)]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    const inner = criteriaOf(next)
    if (inner !== null) open.push(...segmentsIn(inner))
  }
  return false
}
