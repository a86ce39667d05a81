import { type RawBuilder, sql } from 'kysely'
import type { CustomerRecord, OrderRecord } from '../../customers/record.ts'
import { type Bounds, boundsOf, within } from '../../time/bounds.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { Window } from '../../time/window.ts'
import { spanWords, windowWords } from '../../time/words.ts'
import type { PlanContext, ReadingContext } from '../define.ts'
import type { OrderFilter } from './filters.ts'
import { orderFilterRaw, orderFilterText, orderPasses } from './order-filter.ts'
import { inBounds } from './set-query.ts'

/** Which rows of a customer's history a condition looks at. */
export interface Scope {
  readonly within?: Window | undefined
  readonly where?: OrderFilter | undefined
}

/** Rows dated after now are invisible, with or without a window. */
export const boundsIn = (window: Window | undefined, ctx: ReadingContext): Bounds =>
  window === undefined ? { to: ctx.now } : boundsOf(window, ctx.now, ctx.zone)

/**
 * ` in the last 90 days`, or nothing. Behind a count or a "not", "more than 90 days ago" could be heard as the time of
 * the last one: the whole time before is named instead.
 */
export const withinWords = (window: Window | undefined, manner?: 'whole'): string => {
  if (window === undefined) return ''
  return window.kind === 'older' && manner === 'whole'
    ? ` in the time before the last ${spanWords(window.n, window.unit)}`
    : ` ${windowWords(window)}`
}

/** Tests for the orders in scope, on `orders AS o`; the index on counted orders needs the first of them. */
export const orderRows = (scope: Scope, ctx: PlanContext): RawBuilder<boolean>[] => [
  sql<boolean>`o.counted = 1`,
  inBounds(sql`o.ordered_at`, boundsIn(scope.within, ctx)),
  ...orderFilterRaw(scope.where, 'o', ctx),
]

/** The same over `v_orders`, for people to read. */
export const orderRowsText = (scope: Scope, ctx: PlanContext): string =>
  [
    `status <> 'cancelled'`,
    windowSql('ordered_at', scope.within, ctx.now, ctx.zone),
    ...orderFilterText(scope.where, ctx),
  ].join(' AND ')

/** The same in memory. */
export function ordersIn(
  customer: CustomerRecord,
  scope: Scope,
  ctx: ReadingContext,
): readonly OrderRecord[] {
  const bounds = boundsIn(scope.within, ctx)
  return customer.orders.filter(
    (order) =>
      order.status !== 'cancelled' && within(bounds, order.at) && orderPasses(scope.where, order, ctx),
  )
}
