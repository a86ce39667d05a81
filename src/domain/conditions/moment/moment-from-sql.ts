import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { isCallOf } from '../../criteria/sql/aggregate.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { takeDeed } from '../shared/deed-from-sql.ts'
import type { MomentCondition } from './moment.ts'

/** `… GROUP BY customer_id HAVING MIN(occurred_at) >= …` */
export function momentFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.having.length === 0) return undefined
  const { rows, shown } = test
  const tests = [...rows.tests]
  const taken = takeDeed(rows.view, tests, ctx)
  if (taken === undefined) return undefined
  const { deed, at } = taken
  const having = [...rows.having]
  const candidates = (['first', 'last'] as const).flatMap((which): MomentCondition[] => {
    const extreme = which === 'first' ? 'min' : 'max'
    const { within } = takeWindow(having, (part) => isCallOf(part, extreme, at), ctx)
    return within === undefined ? [] : [{ type: 'moment', which, deed, during: within }]
  })
  const printed = ctx.printed(candidates, shown)
  if (printed !== undefined) return printed
  const [only, another] = candidates
  const plain = deed.did === 'ordered' && deed.product === undefined && deed.where === undefined
  const read =
    tests.length + having.length + rows.groupBy.length === 0 && (rows.limit ?? rows.next) === undefined
  if (only === undefined || another !== undefined || plain || !read || taken.within !== undefined)
    return undefined
  return test.not ? { none: [only] } : only
}
