import { canonicalJson } from '#kernel/hash.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Attribute } from './held.ts'

/** What plain criteria are a test of: `company.employees`; undefined for a tree, or a condition of another kind. */
export function aboutOf(criteria: Criteria): string | undefined {
  if (!isCondition(criteria)) return undefined
  if (criteria.type === 'orders') return `orders.${criteria.measure}`
  return 'field' in criteria ? `${criteria.type}.${criteria.field}` : undefined
}

/** Of values each counts by itself; of bands of one field one is enough. */
export const keyOf = ({ kind, about, criteria }: Pick<Attribute, 'kind' | 'about' | 'criteria'>): string =>
  kind === 'band' ? about : canonicalJson(criteria)
