import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import type { Condition } from '../index.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'

/** `company.id IN (SELECT id FROM v_companies WHERE … ORDER BY icp_score DESC, id LIMIT 50)`, as it is printed. */
export function scoreRankFromSql(
  test: SqlTest,
  ctx: SqlContext,
  ranks: (top: number) => readonly Condition[],
): SqlReading {
  if (test.kind !== 'columns' || test.test.kind !== 'in_query' || !isNamed('id')(test.test.of))
    return undefined
  const { limit, orderBy } = test.test.query
  if (limit?.kind !== 'number' || orderBy.length === 0) return undefined
  return ctx.printed(ranks(limit.value), test.test)
}
