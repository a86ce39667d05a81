import { canonicalJson } from '#kernel/hash.ts'
import { normalCriteria } from './normal.ts'
import type { Criteria } from './schema.ts'

/** Criteria that say the same have the same. */
export const criteriaKey = (criteria: Criteria): string => canonicalJson(normalCriteria(criteria))

/** Whether two say the same, in whatever order. */
export const sameCriteria = (a: Criteria, b: Criteria): boolean => criteriaKey(a) === criteriaKey(b)
