import { type RawBuilder, sql } from 'kysely'
import type { CustomerRecord, OrderRecord } from '../../customers/record.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { PlanContext, ReadingContext } from '../define.ts'
import type { ProductFilter } from '../shared/filters.ts'
import { orderFilterRaw, orderFilterText } from '../shared/order-filter.ts'
import { boundsIn, ordersIn, type Scope } from '../shared/order-rows.ts'
import { productFilterText, productPasses } from '../shared/product-filter.ts'
import { inBounds } from '../shared/set-query.ts'

/** Which products: those that match `of` and not `except`. */
export interface Selection {
  readonly of: ProductFilter
  readonly except?: ProductFilter | undefined
}

/** A selection as the ids that lines carry. Whole categories stay categories: they are the shorter list. */
export type SelectedIds = { readonly by: 'category' | 'product'; readonly ids: readonly number[] }

export function selectedIds({ of, except }: Selection, { dictionary }: PlanContext): SelectedIds {
  const { category, ...others } = of
  if (category !== undefined && Object.keys(others).length === 0 && except === undefined) {
    return { by: 'category', ids: dictionary.categories(category) }
  }
  const left = new Set(except === undefined ? [] : dictionary.products(except))
  return { by: 'product', ids: dictionary.products(of).filter((id) => !left.has(id)) }
}

/** A test on a row of `items AS i`. */
export const isSelected = ({ by, ids }: SelectedIds, { dialect }: PlanContext): RawBuilder<boolean> =>
  dialect.oneOf(by === 'category' ? sql`i.category_id` : sql`i.product_id`, ids)

/** `items AS i`, with their orders where those are filtered. */
export const itemsIn = ({ where }: Scope): RawBuilder<unknown> =>
  where === undefined ? sql`items AS i` : sql`items AS i JOIN orders AS o ON o.id = i.order_id`

/** Tests for the order lines in scope; the indexes on counted lines need the first of them. */
export const itemRows = (scope: Scope, ctx: PlanContext): RawBuilder<boolean>[] => [
  sql<boolean>`i.counted = 1`,
  inBounds(sql`i.ordered_at`, boundsIn(scope.within, ctx)),
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

export const selectionText = ({ of, except }: Selection): string =>
  except === undefined
    ? productFilterText(of)
    : `${productFilterText(of)} AND (${productFilterText(except)}) IS NOT TRUE`

/** A line in memory, with the order it stands in. */
export type LineRecord = OrderRecord['lines'][number] & { readonly orderId: number }

export const linesIn = (customer: CustomerRecord, scope: Scope, ctx: ReadingContext): LineRecord[] =>
  ordersIn(customer, scope, ctx).flatMap((order) =>
    order.lines.map((line) => ({ ...line, orderId: order.id })),
  )

export const lineSelected = (line: LineRecord, { of, except }: Selection, ctx: ReadingContext): boolean =>
  productPasses(of, line.product, ctx) && (except === undefined || !productPasses(except, line.product, ctx))
