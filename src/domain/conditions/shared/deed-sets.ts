import { sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { Bounds } from '../../time/bounds.ts'
import type { PlanContext } from '../define.ts'
import type { Deed } from './deed.ts'
import { deedRows } from './deed-sql.ts'
import { allOf, byFacts, cutByCustomer, cutByTime, inBounds, inPiece, isEmpty, nobody } from './set-query.ts'

/** Who did it at least once inside bounds. */
export function whoDid(deed: Deed, bounds: Bounds, ctx: PlanContext): SetPlan {
  const { dialect } = ctx
  const rows = deedRows(deed, 'a', ctx)
  if (rows.tests === undefined || isEmpty(bounds)) return nobody
  const select = sql`SELECT ${rows.customer} FROM ${rows.from} WHERE`
  if (deed.did === 'ordered' && deed.product !== undefined) {
    const tests = [inPiece('a.customer_id'), inBounds(rows.at, bounds), ...rows.tests]
    return cutByCustomer(dialect, sql`${select} ${allOf(tests)}`)
  }
  if (deed.did === 'ordered' && deed.where === undefined) {
    if (bounds.from === undefined) return byFacts(dialect, [inBounds(sql`f.first_at`, bounds)])
    if (bounds.to === ctx.now && ctx.factsHold) return byFacts(dialect, [inBounds(sql`f.last_at`, bounds)])
  }
  const piece = inPiece(deed.did === 'event' ? 'a.occurred_at' : 'a.ordered_at')
  return cutByTime(dialect, sql`${select} ${allOf([piece, ...rows.tests])}`, bounds)
}
