import { aggregated, comparedCriteria } from '../../criteria/sql/aggregate.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import { lineCountOf, lineCountTest } from '../shared/basket-from-sql.ts'

/** `SELECT customer_id FROM v_items … HAVING COUNT(DISTINCT category_key) >= 3` */
export function itemsFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_items') return undefined
  const { rows, not, shown } = test
  const [having, another] = rows.having
  if (having === undefined || another !== undefined) return undefined
  const tests = [...rows.tests]
  const scope = takeLines(tests, ctx)
  const candidates = [not, !not].flatMap((denied) => {
    const found = lineCountTest(having, denied)
    return found === undefined
      ? []
      : [{ type: 'items', measure: found.name, ...found.test, ...scope } as const]
  })
  const printed = ctx.printed(candidates, shown)
  if (printed !== undefined) return printed
  const measure = lineCountTest(having, false)?.name ?? lineCountTest(having, true)?.name
  const found = measure && aggregated(having, (part) => lineCountOf(part) === measure)
  if (measure === undefined || found === undefined || tests.length > 0) return undefined
  if (measure === 'units' && scope.of !== undefined) return undefined
  return comparedCriteria({
    members: test,
    aggregated: found,
    counts: measure !== 'units',
    empty: 0,
    condition: (asked) => ({ type: 'items', measure, ...asked, ...scope }),
    some: { type: 'items', measure: 'products', op: '>=', value: 1, ...scope },
  })
}
