import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { PlanContext } from '../define.ts'
import { orderFilterRaw, orderFilterText } from '../shared/order-filter.ts'
import { boundsIn } from '../shared/order-rows.ts'
import { isSelected, selectedIds, selectionText } from '../shared/selection.ts'
import { allOf, byFacts, inBounds, isEmpty, nobody } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { ChangeCondition } from './change.ts'

const FINEST = 10_000
export const factorOf = ({ times = 1 }: ChangeCondition): number => Math.round(times * FINEST)

const ofLines = ({ measure, of }: ChangeCondition): boolean => of !== undefined || measure === 'units'

/** Both windows in one look at a customer's orders, where the facts row says that there are some. */
export function planChange(condition: ChangeCondition, ctx: PlanContext): SetPlan {
  const { within, against, where, of, measure } = condition
  const [now, then] = [boundsIn(within, ctx), boundsIn(against, ctx)]
  if (isEmpty(now) && isEmpty(then)) return nobody
  const lines = ofLines(condition)
  const alias = lines ? 'line' : 'o'
  const at = sql<number>`${sql.ref(`${alias}.ordered_at`)}`
  const [isNow, isThen] = [inBounds(at, now), inBounds(at, then)]
  const size = {
    count: lines ? sql`line.order_id` : sql`1`,
    spend: lines ? sql`line.quantity * line.price` : sql`o.total`,
    net_spend: sql`o.total - o.refunded_total`,
    average: sql`o.total`,
    units: sql`line.quantity`,
  }[measure]
  const sum = (isIn: RawBuilder<boolean>) =>
    measure === 'count' && lines
      ? sql`count(DISTINCT CASE WHEN ${isIn} THEN ${size} END)`
      : sql`sum(CASE WHEN ${isIn} THEN ${size} ELSE 0 END)`
  const rows = [
    sql<boolean>`${sql.ref(`${alias}.customer_id`)} = f.id`,
    sql<boolean>`${sql.ref(`${alias}.counted`)} = 1`,
    sql<boolean>`((${isNow}) OR (${isThen}))`,
    ...(of === undefined ? [] : [isSelected(selectedIds({ of }, ctx), ctx, 'line')]),
    ...orderFilterRaw(where, 'o', ctx),
  ]
  const number = (isIn: RawBuilder<boolean>) => sql`sum(CASE WHEN ${isIn} THEN 1 ELSE 0 END)`
  const average = measure === 'average'
  const left = average ? sql`${sum(isNow)} * ${number(isThen)}` : sum(isNow)
  const right = average ? sql`${sum(isThen)} * ${number(isNow)}` : sum(isThen)
  const having = [
    sql<boolean>`${FINEST} * (${left}) ${sql.raw(condition.op)} ${factorOf(condition)} * (${right})`,
    ...(average ? [sql<boolean>`${number(isNow)} > 0`, sql<boolean>`${number(isThen)} > 0`] : []),
  ]
  const from = lines
    ? where === undefined
      ? sql`items AS line`
      : sql`items AS line JOIN orders AS o ON o.id = line.order_id`
    : sql`orders AS o`
  const earliest =
    now.from === undefined || then.from === undefined ? undefined : Math.min(now.from, then.from)
  const guards = [
    sql<boolean>`f.first_at <= ${Math.max(now.to, then.to)}`,
    ...(earliest === undefined ? [] : [sql<boolean>`f.last_at >= ${earliest}`]),
  ]
  const orders = sql<boolean>`EXISTS (SELECT 1 FROM ${from} WHERE ${allOf(rows)}
    GROUP BY ${sql.ref(`${alias}.customer_id`)} HAVING ${allOf(having)})`
  return byFacts(ctx.dialect, [...guards, orders])
}

/** The same as SQL that people read. */
export function changePredicate(condition: ChangeCondition, ctx: PlanContext): string {
  const { within, against, where, of, measure } = condition
  const lines = ofLines(condition)
  const [isNow, isThen] = [within, against].map((window) =>
    windowSql('ordered_at', window, ctx.now, ctx.zone),
  )
  const filters = orderFilterText(where, ctx)
  const tests = [
    lines ? `order_status <> 'cancelled'` : `status <> 'cancelled'`,
    `((${isNow}) OR (${isThen}))`,
    ...(of === undefined ? [] : [selectionText({ of })]),
    ...(filters.length === 0
      ? []
      : lines
        ? [`order_id IN (SELECT id FROM v_orders WHERE ${filters.join(' AND ')})`]
        : filters),
  ]
  const size = {
    count: '1',
    spend: lines ? 'quantity * price' : 'total',
    net_spend: 'total - refunded_total',
    average: 'total',
    units: 'quantity',
  }[measure]
  // In whole minor units: sums of decimals can differ where the amounts are equal.
  const whole = (sum: string) =>
    measure === 'count' || measure === 'units' ? sum : `ROUND(${10 ** ctx.currency.exponent} * ${sum})`
  const sum = (isIn: string | undefined) =>
    measure === 'count' && lines
      ? `COUNT(DISTINCT CASE WHEN ${isIn} THEN order_id END)`
      : whole(`SUM(CASE WHEN ${isIn} THEN ${size} ELSE 0 END)`)
  const number = (isIn: string | undefined) => `SUM(CASE WHEN ${isIn} THEN 1 ELSE 0 END)`
  const average = measure === 'average'
  const left = average ? `${sum(isNow)} * ${number(isThen)}` : sum(isNow)
  const right = average ? `${sum(isThen)} * ${number(isNow)}` : sum(isThen)
  const factor = factorOf(condition)
  const compared =
    factor === FINEST
      ? `${left} ${condition.op} ${right}`
      : `${FINEST} * ${left} ${condition.op} ${factor} * ${right}`
  const both = average ? ` AND ${number(isNow)} > 0 AND ${number(isThen)} > 0` : ''
  return membersText(
    `${lines ? 'v_items' : 'v_orders'} WHERE ${tests.join(' AND ')} GROUP BY customer_id HAVING ${compared}${both}`,
  )
}
