import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { itemRows, itemRowsText } from '../purchases/purchase-rows.ts'
import type { Comparison } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { orderFilterRaw, orderFilterText } from '../shared/order-filter.ts'
import { boundsIn, orderRows, orderRowsText } from '../shared/order-rows.ts'
import { isSelected, selectedIds, selectionText } from '../shared/selection.ts'
import { allOf, byFacts, isEmpty, nobody } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { ShareCondition } from './share.ts'

/** Percentages are counted in hundredths. */
export const HUNDREDTHS = 100

/** The facts row tells who ordered at all in that time; of those, all orders (or lines) are looked at. */
export function planShare(condition: ShareCondition, test: Comparison, ctx: PlanContext): SetPlan {
  const { of, where, products, within } = condition
  const bounds = boundsIn(within, ctx)
  if (isEmpty(bounds)) return nobody
  const guards = [sql<boolean>`f.first_at <= ${bounds.to}`]
  if (bounds.from !== undefined) guards.push(sql<boolean>`f.last_at >= ${bounds.from}`)
  if (products !== undefined) {
    const selected = isSelected(selectedIds({ of: products }, ctx), ctx)
    const having = havingRaw(selected, sql`i.quantity * i.price`, test)
    const rows = allOf([sql<boolean>`i.customer_id = f.id`, ...itemRows({ within }, ctx)])
    const lines = sql<boolean>`EXISTS (SELECT 1 FROM items AS i WHERE ${rows} GROUP BY i.customer_id HAVING ${having})`
    return byFacts(ctx.dialect, [...guards, lines])
  }
  const having = havingRaw(
    allOf(orderFilterRaw(where, 'o', ctx)),
    of === 'orders' ? sql`1` : sql`o.total`,
    test,
  )
  const rows = allOf([sql<boolean>`o.customer_id = f.id`, ...orderRows({ within }, ctx)])
  const orders = sql<boolean>`EXISTS (SELECT 1 FROM orders AS o WHERE ${rows} GROUP BY o.customer_id HAVING ${having})`
  return byFacts(ctx.dialect, [...guards, orders])
}

/** The part times 100 % against the share times the whole: in whole numbers, without a division. */
function havingRaw(
  isPart: RawBuilder<boolean>,
  size: RawBuilder<unknown>,
  test: Comparison,
): RawBuilder<boolean> {
  const part = sql`${100 * HUNDREDTHS} * sum(CASE WHEN ${isPart} THEN ${size} ELSE 0 END)`
  const scaled = (value: number) => sql`${Math.round(value * HUNDREDTHS)} * sum(${size})`
  return sql<boolean>`sum(${size}) > 0 AND ${comparisonRaw(part, test, { scaled })}`
}

/** The same as SQL that people read. */
export function sharePredicate(condition: ShareCondition, test: Comparison, ctx: PlanContext): string {
  const { of, where, products, within } = condition
  const rows =
    products === undefined
      ? `v_orders WHERE ${orderRowsText({ within }, ctx)}`
      : `v_items WHERE ${itemRowsText({ within }, ctx)}`
  const isPart =
    products === undefined ? orderFilterText(where, ctx).join(' AND ') : selectionText({ of: products })
  const size = products !== undefined ? 'quantity * price' : of === 'orders' ? '1' : 'total'
  // In whole minor units: sums of decimals can differ where the amounts are equal.
  const sum = (value: string) =>
    size === '1' ? `SUM(${value})` : `ROUND(${10 ** ctx.currency.exponent} * SUM(${value}))`
  const whole = sum(size)
  const scale = [test.value].flat().every(Number.isInteger) ? 1 : HUNDREDTHS
  const part = `${100 * scale} * ${sum(`CASE WHEN ${isPart} THEN ${size} ELSE 0 END`)}`
  const share = comparisonText(part, test, { scaled: (value) => `${Math.round(value * scale)} * ${whole}` })
  return membersText(`${rows} GROUP BY customer_id HAVING ${whole} > 0 AND ${share}`)
}
