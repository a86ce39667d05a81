import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { Bounds } from '../../time/bounds.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { PlanContext } from '../define.ts'
import { planDate } from '../orders/order-plans.ts'
import { orderFilterRaw, orderFilterText } from '../shared/order-filter.ts'
import { boundsIn, orderRowsText } from '../shared/order-rows.ts'
import { isSelected, selectedIds } from '../shared/selection.ts'
import { allOf, byFacts, cutByCustomer, inBounds, inPiece, isEmpty, nobody } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { NthOrderCondition } from './nth-order.ts'

/** The facts row tells most of those who can't pass; of the others the one order is looked up. */
export function planNth({ nth, during, where }: NthOrderCondition, ctx: PlanContext): SetPlan {
  if (where === undefined && during !== undefined && (nth === 1 || nth === 'last')) {
    return planDate(nth === 1 ? 'first_date' : 'last_date', during, ctx)
  }
  const bounds = boundsIn(during, ctx)
  if (isEmpty(bounds)) return nobody
  const tests = [inBounds(sql`o.ordered_at`, bounds), ...orderFilterRaw(where, 'o', ctx)]
  const isNth = sql<boolean>`o.id = (${nthId(nth, ctx)})`
  const guards = guardsOf(nth, bounds, ctx)
  const seek = sql<boolean>`EXISTS (SELECT 1 FROM orders AS o WHERE ${allOf([isNth, ...tests])})`
  const held = where?.contains?.[0] ?? where?.only
  if (held === undefined) return byFacts(ctx.dialect, [...guards, seek])
  const { units: _units, ...of } = { units: undefined, ...held }
  const selected = selectedIds({ of }, ctx)
  if (selected.ids.length === 0) return nobody
  // Most orders don't hold the products: those that do are fewer than the customers.
  const lines = [
    inPiece('i.customer_id'),
    sql<boolean>`i.counted = 1`,
    isSelected(selected, ctx),
    ...guards,
    ...tests,
    isNth,
  ]
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT i.customer_id FROM items AS i JOIN facts AS f ON f.id = i.customer_id
        JOIN orders AS o ON o.id = i.order_id WHERE ${allOf(lines)}`,
  )
}

/** The id of the order in question, of the customer of `facts AS f`. */
function nthId(nth: NthOrderCondition['nth'], { now }: PlanContext): RawBuilder<number> {
  const end =
    nth === 'last'
      ? sql`ORDER BY n.ordered_at DESC, n.id DESC LIMIT 1`
      : sql`ORDER BY n.ordered_at, n.id LIMIT 1 OFFSET ${nth - 1}`
  return sql<number>`SELECT n.id FROM orders AS n
    WHERE n.customer_id = f.id AND n.counted = 1 AND n.ordered_at <= ${now} ${end}`
}

/** What the facts row has to say, so that the order can pass. */
function guardsOf(nth: NthOrderCondition['nth'], bounds: Bounds, ctx: PlanContext): RawBuilder<boolean>[] {
  if (nth === 1) return [inBounds(sql`f.first_at`, bounds)]
  if (nth === 'last' && ctx.factsHold) return [inBounds(sql`f.last_at`, bounds)]
  return [
    ...(nth === 'last' ? [] : [sql<boolean>`f.orders >= ${nth}`]),
    sql<boolean>`f.first_at <= ${bounds.to}`,
    ...(bounds.from === undefined ? [] : [sql<boolean>`f.last_at >= ${bounds.from}`]),
  ]
}

/** The same as SQL that people read: the orders of each customer in a row, numbered. */
export function nthPredicate({ nth, during, where }: NthOrderCondition, ctx: PlanContext): string {
  const order = nth === 'last' ? 'ordered_at DESC, id DESC' : 'ordered_at, id'
  const numbered = `SELECT *, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY ${order}) AS place
    FROM v_orders WHERE ${orderRowsText({}, ctx)}`
  const tests = [
    `place = ${nth === 'last' ? 1 : nth}`,
    ...(during === undefined ? [] : [windowSql('ordered_at', during, ctx.now, ctx.zone)]),
    ...orderFilterText(where, ctx),
  ]
  return membersText(`(${numbered}) WHERE ${tests.join(' AND ')}`)
}
