import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { comparisonRaw } from '../shared/comparison-sql.ts'
import { allOf, byFacts, cutByCustomer, inBounds, inPiece, nobody } from '../shared/set-query.ts'
import type { AnniversaryCondition } from './anniversary.ts'
import { instantsOf } from './anniversary-ranges.ts'
import { stretchesOf } from './anniversary-window.ts'

export function planAnniversary({ of, on, years }: AnniversaryCondition, ctx: PlanContext): SetPlan {
  const stretches = stretchesOf(on, ctx.now, ctx.zone)
  if (of === 'birthday') {
    const year = sql`CAST(substr(c.birthday, 1, 4) AS INTEGER)`
    const tests = stretches.map((one) =>
      allOf([
        sql<boolean>`substr(c.birthday, 6) BETWEEN ${one.from} AND ${one.to}`,
        sql<boolean>`${year} <= ${one.year}`,
        ...(years === undefined ? [] : [comparisonRaw(sql`(${one.year} - ${year})`, years)]),
      ]),
    )
    return cutByCustomer(
      ctx.dialect,
      sql`SELECT c.id FROM customers AS c WHERE ${allOf([inPiece('c.id'), either(tests)])}`,
    )
  }
  // Later orders never change which was the first, so that the facts hold whatever is dated after now.
  const column = of === 'created_at' ? sql<number>`f.created_at` : sql<number>`f.first_at`
  const ranges = instantsOf(stretches, years, ctx)
  return ranges.length === 0
    ? nobody
    : byFacts(ctx.dialect, [either(ranges.map((range) => inBounds(column, range)))])
}

const either = (tests: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    tests.map((test) => sql`(${test})`),
    sql` OR `,
  )})`
