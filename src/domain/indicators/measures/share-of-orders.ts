import { sql } from 'kysely'
import { z } from 'zod'
import { orderFilterSchema } from '../../conditions/shared/filters.ts'
import {
  orderFilterProblems,
  orderFilterRaw,
  orderFilterText,
  orderFilterWords,
  orderPasses,
} from '../../conditions/shared/order-filter.ts'
import { orderRows, orderRowsText, ordersIn, withinWords } from '../../conditions/shared/order-rows.ts'
import { allOf } from '../../conditions/shared/set-query.ts'
import { windowSchema } from '../../time/window.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const shareOfOrdersSchema = z.strictObject({
  measure: z.literal('share_of_orders'),
  where: orderFilterSchema,
  within: windowSchema.optional(),
})
type ShareOfOrders = z.infer<typeof shareOfOrdersSchema>

/** How many of a hundred orders are of some kind: with a discount, refunded, in store. */
export const shareOfOrders: MeasureDefinition<'share_of_orders', ShareOfOrders> = {
  measure: 'share_of_orders',
  schema: shareOfOrdersSchema,
  unit: () => 'percent',
  empty: () => 'unknown',
  sources: () => ['orders'],
  moves: ({ within }) => within !== undefined && within.kind !== 'dates',
  check: ({ where }, ctx) => orderFilterProblems(where, ctx, ['where']),
  words: ({ where, within }, ctx) =>
    `the share of orders ${orderFilterWords(where, ctx)}${withinWords(within)}`,
  rows({ where, within }, ctx) {
    const passes = allOf(orderFilterRaw(where, 'o', ctx))
    return {
      from: sql`orders AS o`,
      customer: 'o.customer_id',
      tests: orderRows({ within }, ctx),
      value: sql`100.0 * sum(CASE WHEN ${passes} THEN 1 ELSE 0 END) / count(*)`,
    }
  },
  select({ where, within }, ctx) {
    const passes = orderFilterText(where, ctx).join(' AND ')
    return valuesText(
      `v_orders WHERE ${orderRowsText({ within }, ctx)}`,
      `100.0 * SUM(CASE WHEN ${passes} THEN 1 ELSE 0 END) / COUNT(*)`,
    )
  },
  of({ where, within }, customer, _population, ctx) {
    const orders = ordersIn(customer, { within }, ctx)
    if (orders.length === 0) return undefined
    return (100 * orders.filter((order) => orderPasses(where, order, ctx)).length) / orders.length
  },
}
