import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import type { WorksAtCondition } from './works-at.ts'

/** `company_id IN (SELECT id FROM v_companies WHERE …)` */
export function worksAtFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns' || test.test.kind !== 'in_query') return undefined
  const { of, query, not } = test.test
  const [column, another] = query.columns
  if (of.kind !== 'column' || of.name !== 'company_id' || of.view !== 'v_people') return undefined
  if (another !== undefined || column?.of.kind !== 'column' || column.of.name !== 'id') return undefined
  if (query.from[0]?.view !== 'v_companies') return undefined
  const condition: WorksAtCondition = { type: 'works_at', company: ctx.criteria(query) }
  return not ? { none: [condition] } : condition
}
