import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { takeLines } from '../purchases/purchases-from-sql.ts'
import { lineCountTest } from '../shared/basket-from-sql.ts'

/** `SELECT customer_id FROM v_items … HAVING COUNT(DISTINCT category_key) >= 3` */
export function itemsFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_items') return undefined
  const { rows, not, shown } = test
  const [having, another] = rows.having
  if (having === undefined || another !== undefined) return undefined
  const scope = takeLines([...rows.tests], ctx)
  const candidates = [not, !not].flatMap((denied) => {
    const found = lineCountTest(having, denied)
    return found === undefined
      ? []
      : [{ type: 'items', measure: found.name, ...found.test, ...scope } as const]
  })
  return ctx.printed(candidates, shown)
}
