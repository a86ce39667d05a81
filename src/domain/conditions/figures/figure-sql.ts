import { type RawBuilder, sql } from 'kysely'
import type { PlanContext } from '../define.ts'
import { AGGREGATES } from '../orders/order-aggregates.ts'
import { itemRows, itemRowsText, itemsIn } from '../purchases/purchase-rows.ts'
import { eventFilterRaw, eventRowsText } from '../shared/event-rows.ts'
import { boundsIn, orderRows, orderRowsText } from '../shared/order-rows.ts'
import { isSelected, selectedIds, selectionText } from '../shared/selection.ts'
import { allOf, inBounds, isEmpty } from '../shared/set-query.ts'
import { byLines, type Figure, isUnknownOfNone, type OrderFigure } from './figure.ts'

/** A customer's figure as a value of the row `facts AS f`; money is in minor units. */
export function figureRaw(figure: Figure, ctx: PlanContext): RawBuilder<number> {
  const bounds = boundsIn(figure.within, ctx)
  const value = isEmpty(bounds) ? sql<number>`NULL` : selected(figure, ctx)
  return isUnknownOfNone(figure) ? value : sql<number>`coalesce(${value}, 0)`
}

function selected(figure: Figure, ctx: PlanContext): RawBuilder<number> {
  if (figure.from === 'events') {
    const types = ctx.dictionary.eventTypes(figure.event)
    if (types.length === 0) return sql<number>`NULL`
    const rows = allOf([
      sql<boolean>`e.customer_id = f.id`,
      // The plus keeps the engine on the index of a customer's events.
      ctx.dialect.oneOf(sql`+e.type_id`, types),
      inBounds(sql`e.occurred_at`, boundsIn(figure.within, ctx)),
      ...eventFilterRaw(figure.where, ctx),
    ])
    return sql<number>`(SELECT count(*) FROM events AS e WHERE ${rows})`
  }
  if (byLines(figure)) return ofLines(figure, ctx)
  const { measure } = figure
  const rows = allOf([sql<boolean>`o.customer_id = f.id`, ...orderRows(figure, ctx)])
  if (measure === 'first' || measure === 'last') {
    const way = sql.raw(measure === 'first' ? 'ASC' : 'DESC')
    return sql<number>`(SELECT o.total FROM orders AS o WHERE ${rows} ORDER BY o.ordered_at ${way}, o.id ${way} LIMIT 1)`
  }
  const sum = measure === 'units' ? sql`NULL` : AGGREGATES[measure].rows
  const value = measure === 'average' ? sql`CAST(${sum} AS REAL) / count(*)` : sum
  return sql<number>`(SELECT ${value} FROM orders AS o WHERE ${rows})`
}

function ofLines(figure: OrderFigure, ctx: PlanContext): RawBuilder<number> {
  const { measure, of } = figure
  const size = {
    count: sql`count(DISTINCT i.order_id)`,
    spend: sql`sum(i.quantity * i.price)`,
    units: sql`sum(i.quantity)`,
  }[measure === 'count' || measure === 'spend' ? measure : 'units']
  const rows = allOf([
    sql<boolean>`i.customer_id = f.id`,
    ...itemRows(figure, ctx),
    ...(of === undefined ? [] : [isSelected(selectedIds({ of }, ctx), ctx)]),
  ])
  return sql<number>`(SELECT ${size} FROM ${itemsIn(figure)} WHERE ${rows})`
}

/** The same over the documented views, in whole minor units where it is money. */
export function figureText(figure: Figure, ctx: PlanContext): string {
  const value = textOf(figure, ctx)
  return isUnknownOfNone(figure) ? value : `COALESCE(${value}, 0)`
}

const OWN = 'customer_id = customer.id'

function textOf(figure: Figure, ctx: PlanContext): string {
  if (figure.from === 'events')
    return `(SELECT COUNT(*) FROM v_events WHERE ${OWN} AND ${eventRowsText(figure, ctx)})`
  // In whole minor units: sums of decimals can differ where the amounts are equal.
  const whole = (sum: string) => `ROUND(${10 ** ctx.currency.exponent} * ${sum})`
  const { measure, of } = figure
  if (byLines(figure)) {
    const size = {
      count: 'COUNT(DISTINCT order_id)',
      spend: whole('SUM(quantity * price)'),
      units: 'SUM(quantity)',
    }[measure === 'count' || measure === 'spend' ? measure : 'units']
    const products = of === undefined ? '' : ` AND ${selectionText({ of })}`
    return `(SELECT ${size} FROM v_items WHERE ${OWN} AND ${itemRowsText(figure, ctx)}${products})`
  }
  const rows = `v_orders WHERE ${OWN} AND ${orderRowsText(figure, ctx)}`
  if (measure === 'first' || measure === 'last') {
    const way = measure === 'first' ? '' : ' DESC'
    return `(SELECT ${whole('total')} FROM ${rows} ORDER BY ordered_at${way}, id${way} LIMIT 1)`
  }
  if (measure === 'units') throw new Error('Units are told by order lines')
  const sum = measure === 'count' ? 'COUNT(*)' : AGGREGATES[measure].text((text) => text)
  const value = measure === 'count' ? sum : whole(sum)
  return `(SELECT ${measure === 'average' ? `${value} / COUNT(*)` : value} FROM ${rows})`
}
