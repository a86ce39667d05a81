import { z } from 'zod'
import type { Criteria } from '../../criteria/schema.ts'
import type { ConditionDefinition } from '../define.ts'
import { nestedCriteria } from '../shared/nested-criteria.ts'
import { worksAtFromSql } from './works-at-from-sql.ts'
import { worksAtPhrases } from './works-at-phrases.ts'

/** Written out, because criteria within it are made of it. */
export interface WorksAtCondition {
  type: 'works_at'
  company: Criteria
}

/**
 * People who work at a company that meets other criteria; whose employer nobody knows work at none.
 *
 * @example { type: 'works_at', company: { type: 'company', field: 'industry', op: 'equals', value: 'SaaS' } }
 */
export const worksAt: ConditionDefinition<'works_at', WorksAtCondition, 'person'> = {
  type: 'works_at',
  entity: 'person',
  schema: z.strictObject({ type: z.literal('works_at'), company: nestedCriteria }),
  form: {
    title: 'Their company',
    start: { type: 'works_at', company: { type: 'company', field: 'employees', op: '>=', value: 50 } },
  },
  meaning: 'People at companies that meet criteria over companies',
  phrases: worksAtPhrases,
  called: () => 'company companies employer',
  sources: () => ['people', 'companies'],
  check: () => [],
  words: ({ company }, _ctx, inner) => `work at companies that (${inner.words(company)})`,
  nested: {
    key: 'company',
    entity: 'company',
    of: ({ company }) => company,
    with: (condition, company) => ({ ...condition, company }),
  },
  plan: ({ company }) => ({ kind: 'employer', criteria: company }),
  predicate: ({ company }, _ctx, inner) =>
    `person.company_id IN (SELECT id FROM v_companies AS company WHERE ${inner.predicate(company)})`,
  fromSql: worksAtFromSql,
  holds: ({ company: criteria }, { company }, _population, _ctx, inner) =>
    company !== null && inner.holds(criteria, company),
  actual({ company: criteria }, { company }, _population, _ctx, inner) {
    if (company === null) return 'works at no known company'
    return `works at a company that ${inner.holds(criteria, company) ? 'does' : 'does not'}`
  },
}
