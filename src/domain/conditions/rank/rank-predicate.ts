import type { InnerReadings, PlanContext } from '../define.ts'
import { windowSql } from '../../time/sql-text.ts'
import { itemRowsText } from '../purchases/purchase-rows.ts'
import { orderRowsText } from '../shared/order-rows.ts'
import { productFilterText } from '../shared/product-filter.ts'
import { membersText } from '../shared/sql-text.ts'
import type { RankCondition } from './rank.ts'
import { drawnAt, shareOf, sizeSql } from './rank-plan.ts'
import { isOwnMeasure, RANKED, RANKED_LINES, toldByLines } from './rank-values.ts'

const ORDERS = { top: 'DESC', bottom: 'ASC' } as const

/** A rank as SQL that people read; equal values come out equal. */
export function rankPredicate(
  condition: RankCondition,
  ctx: PlanContext,
  inner: Pick<InnerReadings, 'predicate'>,
): string {
  const { among, per, direction } = condition
  const group =
    among === undefined ? undefined : `SELECT id FROM v_customers AS customer WHERE ${inner.predicate(among)}`
  if (per !== undefined) return perText(condition, per, valuedText(condition, ctx, per, group))
  if (isOwnMeasure(condition.by)) {
    const { from, value } = ownText(condition, ctx, group)
    return `customer.id IN (SELECT id ${from} ORDER BY ${value} ${ORDERS[direction]}, id LIMIT ${sizeSql(condition, from)})`
  }
  const { rows, value } = rowsText(condition, ctx)
  const from = group === undefined ? rows : `${rows} AND customer_id IN (${group})`
  const size = sizeSql(condition, `FROM ${from}`, 'COUNT(DISTINCT customer_id)')
  return membersText(
    `${from} GROUP BY customer_id ORDER BY ${value} ${ORDERS[direction]}, customer_id LIMIT ${size}`,
  )
}

/** Everybody with a value, where they belong and what the value is. */
function valuedText(
  condition: RankCondition,
  ctx: PlanContext,
  per: string,
  group: string | undefined,
): string {
  if (isOwnMeasure(condition.by)) {
    const { from, value } = ownText(condition, ctx, group)
    return `SELECT id AS customer_id, ${per}_key AS per, ${value} AS value ${from}`
  }
  const { rows, value } = rowsText(condition, ctx)
  const among = group === undefined ? '' : ` AND customer_id IN (${group})`
  const key = `(SELECT ${per}_key FROM v_customers WHERE id = customer_id)`
  return `SELECT customer_id, ${key} AS per, ${value} AS value FROM ${rows}${among} GROUP BY customer_id`
}

/** Everybody with a value of their own. */
function ownText(
  { by, within }: RankCondition,
  { now, zone }: PlanContext,
  group: string | undefined,
): { from: string; value: string } {
  const tests = [
    ...(by === 'random' ? [] : [windowSql('created_at', within, now, zone)]),
    ...(group === undefined ? [] : [`id IN (${group})`]),
  ]
  return {
    from: `FROM v_customers${tests.length === 0 ? '' : ` WHERE ${tests.join(' AND ')}`}`,
    value: by === 'random' ? drawnAt('id') : 'created_at',
  }
}

/** The best in each. */
function perText({ direction, percent, customers }: RankCondition, per: string, valued: string): string {
  const place = `ROW_NUMBER() OVER (PARTITION BY per ORDER BY value ${ORDERS[direction]}, customer_id) AS place`
  const { share, whole } = shareOf(percent ?? 100)
  const size = percent === undefined ? customers : `(${share} * ranked + ${whole - 1}) / ${whole}`
  return (
    `customer.id IN (SELECT customer_id FROM (SELECT customer_id, ${place}, COUNT(*) OVER (PARTITION BY per) AS ranked ` +
    `FROM (${valued}) AS valued WHERE per IS NOT NULL) AS each_${per} WHERE place <= ${size})`
  )
}

function rowsText(condition: RankCondition, ctx: PlanContext): { rows: string; value: string } {
  const { by, of } = condition
  if (toldByLines(by, of)) {
    const products = of === undefined ? '' : ` AND ${productFilterText(of)}`
    return {
      rows: `v_items WHERE ${itemRowsText(condition, ctx)}${products}`,
      value: RANKED_LINES[by].text(ctx.currency),
    }
  }
  if (isOwnMeasure(by)) throw new Error(`Orders do not tell ${by}`)
  return { rows: `v_orders WHERE ${orderRowsText(condition, ctx)}`, value: RANKED[by].text(ctx.currency) }
}
