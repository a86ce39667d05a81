import { type RawBuilder, sql } from 'kysely'
import type { CustomerRecord, OrderRecord } from '../../customers/record.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { PlanContext, ReadingContext } from '../define.ts'
import { orderFilterRaw, orderFilterText } from '../shared/order-filter.ts'
import { boundsIn, ordersIn, type Scope } from '../shared/order-rows.ts'
import { isAmongSelected, type Selection } from '../shared/selection.ts'
import { inBounds } from '../shared/set-query.ts'

/** `items AS i`, with their orders where those are filtered. */
export const itemsIn = ({ where }: Scope): RawBuilder<unknown> =>
  where === undefined ? sql`items AS i` : sql`items AS i JOIN orders AS o ON o.id = i.order_id`

/** Tests for the order lines in scope; the indexes on counted lines need the first of them. */
export const itemRows = (scope: Scope, ctx: PlanContext, alias = 'i'): RawBuilder<boolean>[] => [
  sql<boolean>`${sql.ref(alias)}.counted = 1`,
  inBounds(sql.ref(`${alias}.ordered_at`), boundsIn(scope.within, ctx)),
  ...orderFilterRaw(scope.where, 'o', ctx),
]

/** The same over `v_items`, for people to read. */
export function itemRowsText(scope: Scope, ctx: PlanContext): string {
  const orders = orderFilterText(scope.where, ctx)
  return [
    `order_status <> 'cancelled'`,
    windowSql('ordered_at', scope.within, ctx.now, ctx.zone),
    ...(orders.length > 0 ? [`order_id IN (SELECT id FROM v_orders WHERE ${orders.join(' AND ')})`] : []),
  ].join(' AND ')
}

/** A line in memory, with the order it stands in. */
export type LineRecord = OrderRecord['lines'][number] & { readonly orderId: number }

export const linesIn = (customer: CustomerRecord, scope: Scope, ctx: ReadingContext): LineRecord[] =>
  ordersIn(customer, scope, ctx).flatMap((order) =>
    order.lines.map((line) => ({ ...line, orderId: order.id })),
  )

export const lineSelected = (line: LineRecord, selection: Selection, ctx: ReadingContext): boolean =>
  isAmongSelected(line.product, selection, ctx)
