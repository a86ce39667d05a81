import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { numberTest, take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { takeOrderFilter } from '../shared/order-rows-from-sql.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { NthOrderCondition } from './nth-order.ts'

/** Orders of each customer in a row, numbered: `WHERE place = 2 AND …` */
export function nthOrderFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== undefined) return undefined
  const tests = [...test.rows.tests]
  const place = take(tests, (one) => {
    const found = numberTest(one, isNamed('place'))
    return found?.op === '=' && typeof found.value === 'number' ? found.value : undefined
  })
  if (place === undefined) return undefined
  const { within } = takeWindow(tests, isNamed('ordered_at'), ctx)
  const where = takeOrderFilter(tests, ctx)
  const like = {
    ...(within === undefined ? {} : { during: within }),
    ...(where === undefined ? {} : { where }),
  }
  const candidates: NthOrderCondition[] = [
    { type: 'nth_order', nth: place, ...like },
    ...(place === 1 ? [{ type: 'nth_order', nth: 'last', ...like } as const] : []),
  ]
  return ctx.printed(candidates, test.shown)
}
