import { type RawBuilder, sql } from 'kysely'
import { windowSql } from '../../time/sql-text.ts'
import type { Window } from '../../time/window.ts'
import type { PlanContext } from '../define.ts'
import type { Deed } from './deed.ts'
import { eventFilterRaw, eventRowsText } from './event-rows.ts'
import { orderFilterRaw, orderFilterText } from './order-filter.ts'
import { productFilterText } from './product-filter.ts'
import { selectedIds } from './selection.ts'

/** The rows of a deed under an alias: one for each time, or several for an order with several such lines. */
export interface DeedRows {
  /** `events AS a` */
  readonly from: RawBuilder<unknown>
  readonly customer: RawBuilder<number>
  readonly at: RawBuilder<number>
  /** Of the order or the event. */
  readonly id: RawBuilder<number>
  /** Whatever must hold of a row, but for its time. Undefined where no row can. */
  readonly tests: readonly RawBuilder<boolean>[] | undefined
}

/** With `byCustomer` the engine is kept off the index by time: the statement is cut by customer. */
export function deedRows(deed: Deed, alias: string, ctx: PlanContext, { byCustomer = false } = {}): DeedRows {
  const column = (name: string) => sql<number>`${sql.ref(`${alias}.${name}`)}`
  const customer = column('customer_id')
  const { dialect, dictionary } = ctx
  if (deed.did === 'event') {
    const types = dictionary.eventTypes(deed.event)
    const tests = [
      dialect.oneOf(byCustomer ? sql`+${column('type_id')}` : column('type_id'), types),
      ...eventFilterRaw(deed.where, ctx, alias),
    ]
    const from = sql`events AS ${sql.ref(alias)}`
    return {
      from,
      customer,
      at: column('occurred_at'),
      id: column('id'),
      tests: types.length === 0 ? undefined : tests,
    }
  }
  const counted = sql<boolean>`${column('counted')} = 1`
  const at = column('ordered_at')
  if (deed.product === undefined) {
    const tests = [counted, ...orderFilterRaw(deed.where, alias, ctx)]
    return { from: sql`orders AS ${sql.ref(alias)}`, customer, at, id: column('id'), tests }
  }
  const { by, ids } = selectedIds({ of: deed.product }, ctx)
  const inOrder = `${alias}_order`
  const tests = [
    counted,
    dialect.oneOf(column(by === 'category' ? 'category_id' : 'product_id'), ids),
    ...orderFilterRaw(deed.where, inOrder, ctx),
  ]
  const from =
    deed.where === undefined
      ? sql`items AS ${sql.ref(alias)}`
      : sql`items AS ${sql.ref(alias)} JOIN orders AS ${sql.ref(inOrder)} ON ${sql.ref(`${inOrder}.id`)} = ${column('order_id')}`
  return { from, customer, at, id: column('order_id'), tests: ids.length === 0 ? undefined : tests }
}

/** The same over the views, for people to read: columns without an alias, so that each stands where it belongs. */
export interface DeedText {
  readonly view: 'v_orders' | 'v_items' | 'v_events'
  readonly at: 'ordered_at' | 'occurred_at'
  readonly id: 'id' | 'order_id'
  /** Whatever must hold of a row, its time among it: in the window, or up to now. */
  readonly tests: string
}

export function deedText(deed: Deed, ctx: PlanContext, within?: Window): DeedText {
  if (deed.did === 'event') {
    return { view: 'v_events', at: 'occurred_at', id: 'id', tests: eventRowsText({ ...deed, within }, ctx) }
  }
  const orders = orderFilterText(deed.where, ctx)
  const window = windowSql('ordered_at', within, ctx.now, ctx.zone)
  if (deed.product === undefined) {
    const tests = [`status <> 'cancelled'`, window, ...orders].join(' AND ')
    return { view: 'v_orders', at: 'ordered_at', id: 'id', tests }
  }
  const tests = [
    `order_status <> 'cancelled'`,
    window,
    ...(orders.length > 0 ? [`order_id IN (SELECT id FROM v_orders WHERE ${orders.join(' AND ')})`] : []),
    productFilterText(deed.product),
  ].join(' AND ')
  return { view: 'v_items', at: 'ordered_at', id: 'order_id', tests }
}
