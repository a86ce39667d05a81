import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import { dateSql } from '../../time/sql-text.ts'
import type { PlanContext } from '../define.ts'
import { type Comparison, leastOf } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { boundsIn, orderRows, orderRowsText } from '../shared/order-rows.ts'
import { allOf, byFacts, cutByCustomer, inPiece, isEmpty, nobody } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { OrderGapCondition } from './order-gap.ts'

/** The gaps between somebody's orders that can be asked for. */
export const GAPS = ['average', 'shortest', 'longest', 'first', 'last'] as const
/** Factors of a gap are counted in hundredths. */
export const HUNDREDTHS = 100
/** What a gap is compared with: seconds, or so many hundredths of it with the time since the last order. */
export type GapTest = Comparison | { readonly hundredths: number }

/** A number of gaps that `total` seconds hold, compared; `last` is the instant of the last order. */
function comparedRaw(
  total: RawBuilder<unknown>,
  steps: RawBuilder<unknown> | undefined,
  last: RawBuilder<unknown>,
  test: GapTest,
  { now }: PlanContext,
): RawBuilder<boolean> {
  const times = steps === undefined ? sql`` : sql` * ${steps}`
  if ('hundredths' in test)
    return sql<boolean>`${HUNDREDTHS} * (${now} - ${last})${times} > ${test.hundredths} * (${total})`
  return comparisonRaw(
    total,
    test,
    steps === undefined ? {} : { scaled: (seconds) => sql`${seconds}${times}` },
  )
}

/** The average needs no gap at all: it is the time from the first order to the last, in so many steps. */
export function planGap(condition: OrderGapCondition, test: GapTest, ctx: PlanContext): SetPlan {
  const { gap, within, where } = condition
  const bounds = boundsIn(within, ctx)
  if (isEmpty(bounds)) return nobody
  if (gap === 'average' && (within ?? where) === undefined && ctx.factsHold) {
    return byFacts(ctx.dialect, [
      sql<boolean>`f.orders >= 2`,
      comparedRaw(sql`(f.last_at - f.first_at)`, sql`(f.orders - 1)`, sql`f.last_at`, test, ctx),
    ])
  }
  const guards: RawBuilder<boolean>[] = [
    sql<boolean>`f.orders >= 2`,
    sql<boolean>`f.first_at <= ${bounds.to}`,
  ]
  if (bounds.from !== undefined) guards.push(sql<boolean>`f.last_at >= ${bounds.from}`)
  if (gap === 'average') {
    const all = sql`max(o.ordered_at) - min(o.ordered_at)`
    const having = comparedRaw(all, sql`(count(*) - 1)`, sql`max(o.ordered_at)`, test, ctx)
    const rows = allOf([sql<boolean>`o.customer_id = f.id`, ...orderRows({ within, where }, ctx)])
    const orders = sql<boolean>`EXISTS (SELECT 1 FROM orders AS o WHERE ${rows}
      GROUP BY o.customer_id HAVING count(*) > 1 AND ${having})`
    return byFacts(ctx.dialect, [...guards, orders])
  }
  // No gap is longer than all of them together.
  const least = 'hundredths' in test ? undefined : leastOf(test)
  if (least !== undefined) guards.push(sql<boolean>`f.last_at - f.first_at >= ${least}`)
  const rows = allOf([inPiece('o.customer_id'), ...guards, ...orderRows({ within, where }, ctx)])
  const number = {
    shortest: sql`min(gap)`,
    longest: sql`max(gap)`,
    first: sql`max(CASE WHEN place = 2 THEN gap END)`,
    // Numbered from the last one.
    last: sql`max(CASE WHEN place = 1 THEN gap END)`,
  }[gap]
  const way = sql.raw(gap === 'last' ? 'DESC' : 'ASC')
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT customer_id FROM (
          SELECT o.customer_id, o.ordered_at,
            o.ordered_at - lag(o.ordered_at) OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at, o.id) AS gap,
            row_number() OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at ${way}, o.id ${way}) AS place
          FROM orders AS o JOIN facts AS f ON f.id = o.customer_id WHERE ${rows})
        GROUP BY customer_id HAVING ${comparedRaw(number, undefined, sql`max(ordered_at)`, test, ctx)}`,
  )
}

const SECONDS = `CAST(strftime('%s', ordered_at) AS INTEGER)`

const NOW = `CAST(strftime('%s', ${dateSql({ kind: 'now' })}) AS INTEGER)`

function comparedText(total: string, steps: string | undefined, test: GapTest): string {
  const times = steps === undefined ? '' : ` * ${steps}`
  if ('hundredths' in test)
    return `${HUNDREDTHS} * (${NOW} - MAX(${SECONDS}))${times} > ${test.hundredths} * (${total})`
  return comparisonText(total, test, steps === undefined ? {} : { scaled: (seconds) => `${seconds}${times}` })
}

/** The same as SQL that people read, in seconds. */
export function gapPredicate(condition: OrderGapCondition, test: GapTest, ctx: PlanContext): string {
  const { gap } = condition
  const rows = orderRowsText(condition, ctx)
  if (gap === 'average') {
    const having = comparedText(`MAX(${SECONDS}) - MIN(${SECONDS})`, '(COUNT(*) - 1)', test)
    return membersText(`v_orders WHERE ${rows} GROUP BY customer_id HAVING COUNT(*) > 1 AND ${having}`)
  }
  const order = 'OVER (PARTITION BY customer_id ORDER BY ordered_at, id)'
  const places = gap === 'last' ? order.replace('ordered_at, id', 'ordered_at DESC, id DESC') : order
  const numbered = `SELECT customer_id, ordered_at, ${SECONDS} - LAG(${SECONDS}) ${order} AS gap, ROW_NUMBER() ${places} AS place
    FROM v_orders WHERE ${rows}`
  const number = {
    shortest: 'MIN(gap)',
    longest: 'MAX(gap)',
    first: 'MAX(CASE WHEN place = 2 THEN gap END)',
    last: 'MAX(CASE WHEN place = 1 THEN gap END)',
  }[gap]
  return membersText(`(${numbered}) GROUP BY customer_id HAVING ${comparedText(number, undefined, test)}`)
}
