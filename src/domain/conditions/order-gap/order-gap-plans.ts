import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { type Comparison, leastOf } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { boundsIn, orderRows, orderRowsText } from '../shared/order-rows.ts'
import { allOf, byFacts, cutByCustomer, inPiece, isEmpty, nobody } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { OrderGapCondition } from './order-gap.ts'

/** The average needs no gap at all: it is the time from the first order to the last, in so many steps. */
export function planGap(condition: OrderGapCondition, test: Comparison, ctx: PlanContext): SetPlan {
  const { gap, within, where } = condition
  const bounds = boundsIn(within, ctx)
  if (isEmpty(bounds)) return nobody
  if (gap === 'average' && (within ?? where) === undefined && ctx.factsHold) {
    const scaled = (seconds: number) => sql`${seconds} * (f.orders - 1)`
    return byFacts(ctx.dialect, [
      sql<boolean>`f.orders >= 2`,
      comparisonRaw(sql`(f.last_at - f.first_at)`, test, { scaled }),
    ])
  }
  const guards: RawBuilder<boolean>[] = [
    sql<boolean>`f.orders >= 2`,
    sql<boolean>`f.first_at <= ${bounds.to}`,
  ]
  if (bounds.from !== undefined) guards.push(sql<boolean>`f.last_at >= ${bounds.from}`)
  if (gap === 'average') {
    const scaled = (seconds: number) => sql`${seconds} * (count(*) - 1)`
    const having = comparisonRaw(sql`max(o.ordered_at) - min(o.ordered_at)`, test, { scaled })
    const rows = allOf([sql<boolean>`o.customer_id = f.id`, ...orderRows({ within, where }, ctx)])
    const orders = sql<boolean>`EXISTS (SELECT 1 FROM orders AS o WHERE ${rows}
      GROUP BY o.customer_id HAVING count(*) > 1 AND ${having})`
    return byFacts(ctx.dialect, [...guards, orders])
  }
  // No gap is longer than all of them together.
  const least = leastOf(test)
  if (least !== undefined) guards.push(sql<boolean>`f.last_at - f.first_at >= ${least}`)
  const rows = allOf([inPiece('o.customer_id'), ...guards, ...orderRows({ within, where }, ctx)])
  const number = {
    shortest: sql`min(gap)`,
    longest: sql`max(gap)`,
    first: sql`max(CASE WHEN place = 2 THEN gap END)`,
  }[gap]
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT customer_id FROM (
          SELECT o.customer_id,
            o.ordered_at - lag(o.ordered_at) OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at, o.id) AS gap,
            row_number() OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at, o.id) AS place
          FROM orders AS o JOIN facts AS f ON f.id = o.customer_id WHERE ${rows})
        GROUP BY customer_id HAVING ${comparisonRaw(number, test)}`,
  )
}

const SECONDS = `CAST(strftime('%s', ordered_at) AS INTEGER)`

/** The same as SQL that people read, in seconds. */
export function gapPredicate(condition: OrderGapCondition, test: Comparison, ctx: PlanContext): string {
  const { gap } = condition
  const rows = orderRowsText(condition, ctx)
  if (gap === 'average') {
    const scaled = (seconds: number) => `${seconds} * (COUNT(*) - 1)`
    const having = comparisonText(`MAX(${SECONDS}) - MIN(${SECONDS})`, test, { scaled })
    return membersText(`v_orders WHERE ${rows} GROUP BY customer_id HAVING COUNT(*) > 1 AND ${having}`)
  }
  const order = 'OVER (PARTITION BY customer_id ORDER BY ordered_at, id)'
  const numbered = `SELECT customer_id, ${SECONDS} - LAG(${SECONDS}) ${order} AS gap, ROW_NUMBER() ${order} AS place
    FROM v_orders WHERE ${rows}`
  const number = {
    shortest: 'MIN(gap)',
    longest: 'MAX(gap)',
    first: 'MAX(CASE WHEN place = 2 THEN gap END)',
  }[gap]
  return membersText(`(${numbered}) GROUP BY customer_id HAVING ${comparisonText(number, test)}`)
}
