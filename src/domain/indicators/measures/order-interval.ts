import { sql } from 'kysely'
import { z } from 'zod'
import { orderDate } from '../../conditions/orders/order-aggregates.ts'
import { orderRows, orderRowsText, ordersIn, withinWords } from '../../conditions/shared/order-rows.ts'
import { windowSchema } from '../../time/window.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const orderIntervalSchema = z.strictObject({
  measure: z.literal('order_interval'),
  within: windowSchema.optional(),
})
type OrderInterval = z.infer<typeof orderIntervalSchema>

const DAY = 86_400

/** Days from the first order to the last, divided by the number of steps between orders. */
export const orderInterval: MeasureDefinition<'order_interval', OrderInterval> = {
  measure: 'order_interval',
  schema: orderIntervalSchema,
  unit: () => 'days',
  empty: () => 'unknown',
  sources: () => ['orders'],
  moves: ({ within }) => within !== undefined && within.kind !== 'dates',
  check: () => [],
  words: ({ within }) => `the average number of days between orders${withinWords(within)}`,
  rows: (scope, ctx) => ({
    from: sql`orders AS o`,
    customer: 'o.customer_id',
    tests: orderRows(scope, ctx),
    value: sql`CAST(max(o.ordered_at) - min(o.ordered_at) AS REAL) / (${DAY} * nullif(count(*) - 1, 0))`,
  }),
  select: (scope, ctx) =>
    valuesText(
      `v_orders WHERE ${orderRowsText(scope, ctx)}`,
      `(unixepoch(MAX(ordered_at)) - unixepoch(MIN(ordered_at))) / (${DAY}.0 * NULLIF(COUNT(*) - 1, 0))`,
    ),
  of(scope, customer, _population, ctx) {
    const orders = ordersIn(customer, scope, ctx)
    const [first, last] = [orderDate('first_date', orders), orderDate('last_date', orders)]
    if (first === undefined || last === undefined || orders.length < 2) return undefined
    return (last - first) / (DAY * (orders.length - 1))
  },
}
