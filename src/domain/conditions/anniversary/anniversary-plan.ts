import { type RawBuilder, sql } from 'kysely'
import { toSqlText } from '#kernel/clock.ts'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { orderRowsText } from '../shared/order-rows.ts'
import { allOf, byFacts, cutByCustomer, inBounds, inPiece, nobody } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import type { AnniversaryCondition } from './anniversary.ts'
import { type InstantRange, instantsOf } from './anniversary-ranges.ts'
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

export function predicateOf({ of, on, years }: AnniversaryCondition, ctx: PlanContext): string {
  const stretches = stretchesOf(on, ctx.now, ctx.zone)
  if (of === 'birthday') {
    const year = 'CAST(substr(customer.birthday, 1, 4) AS INTEGER)'
    return eitherText(
      stretches.map((one) =>
        [
          one.from === one.to
            ? `substr(customer.birthday, 6) = ${literal(one.from)}`
            : `substr(customer.birthday, 6) BETWEEN ${literal(one.from)} AND ${literal(one.to)}`,
          years === undefined ? `${year} <= ${one.year}` : '',
          years === undefined ? '' : comparisonText(`${one.year} - ${year}`, years),
        ]
          .filter((test) => test !== '')
          .join(' AND '),
      ),
    )
  }
  const ranges = instantsOf(stretches, years, ctx)
  if (of === 'created_at') return rangesText('customer.created_at', ranges)
  return membersText(
    `v_orders WHERE ${orderRowsText({}, ctx)} GROUP BY customer_id HAVING ${rangesText('MIN(ordered_at)', ranges)}`,
  )
}

const either = (tests: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    tests.map((test) => sql`(${test})`),
    sql` OR `,
  )})`

const eitherText = (tests: readonly string[]): string =>
  tests.length === 1 ? `(${tests.join()})` : `(${tests.map((test) => `(${test})`).join(' OR ')})`

const rangesText = (column: string, ranges: readonly InstantRange[]): string =>
  ranges.length === 0
    ? 'FALSE'
    : eitherText(
        ranges.map(
          ({ from, to }) =>
            `${column} >= ${literal(toSqlText(from))} AND ${column} < ${literal(toSqlText(to + 1))}`,
        ),
      )
