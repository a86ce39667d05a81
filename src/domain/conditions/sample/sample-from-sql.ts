import { conjunctsOf } from '../../criteria/sql/expression.ts'
import { takeComparison } from '../../criteria/sql/number-key.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'

/** How sqlView calls the part that says where everybody stands; a split's name stands behind it. */
export const RANDOM_PART = 'random order'

/** `customer.id IN (SELECT id FROM "random order" WHERE percent >= 0 AND percent < 10)` */
export function sampleFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns' || test.test.kind !== 'in_query') return undefined
  const { query } = test.test
  const [source] = query.from
  if (source?.part?.startsWith(RANDOM_PART) !== true) return undefined
  const tests = [...conjunctsOf(query.where)]
  const [from, to] = [takeComparison(tests, isNamed('percent')), takeComparison(tests, isNamed('percent'))]
    .toSorted((a, b) => Number(a?.value) - Number(b?.value))
    .map((one) => one?.value)
  if (typeof from !== 'number' || typeof to !== 'number') return undefined
  const split = source.part.slice(RANDOM_PART.length + 2)
  const splits = split === '' ? {} : { split }
  return ctx.printed([{ type: 'sample', from, to, ...splits }], test.test)
}
