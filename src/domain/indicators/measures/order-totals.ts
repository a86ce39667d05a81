import { sql } from 'kysely'
import { z } from 'zod'
import { fromMinor } from '#kernel/money.ts'
import { AGGREGATE_NAMES, AGGREGATES } from '../../conditions/orders/order-aggregates.ts'
import { rounded } from '../../conditions/orders/order-predicates.ts'
import { orderFilterSchema } from '../../conditions/shared/filters.ts'
import { orderFilterProblems, orderFilterWords } from '../../conditions/shared/order-filter.ts'
import { orderRows, orderRowsText, ordersIn, withinWords } from '../../conditions/shared/order-rows.ts'
import { windowSchema } from '../../time/window.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const orderTotalsSchema = z.strictObject({
  measure: z.literal('orders'),
  of: z.enum(AGGREGATE_NAMES),
  within: windowSchema.optional(),
  where: orderFilterSchema.optional(),
})
type OrderTotals = z.infer<typeof orderTotalsSchema>

const NOUNS = {
  count: 'number of orders',
  spend: 'money spent',
  net_spend: 'money spent net of refunds',
  average: 'average order',
  largest: 'largest order',
  smallest: 'smallest order',
  discount: 'money saved through discounts',
} as const

/** How many orders, and what they come to. */
export const orderTotals: MeasureDefinition<'orders', OrderTotals> = {
  measure: 'orders',
  schema: orderTotalsSchema,
  unit: ({ of }) => (of === 'count' ? 'count' : 'money'),
  empty: ({ of }) => AGGREGATES[of].empty,
  sources: () => ['orders'],
  moves: ({ within }) => within !== undefined && within.kind !== 'dates',
  check: ({ where }, ctx) => orderFilterProblems(where, ctx, ['where']),
  words: ({ of, where, within }, ctx) =>
    `the ${NOUNS[of]}${where === undefined ? '' : `${of === 'count' ? '' : ' over orders'} ${orderFilterWords(where, ctx)}`}${withinWords(within)}`,
  compared: ({ of, within, where }, { op, value }) => ({
    type: 'orders',
    measure: of,
    op,
    value,
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
  }),
  rows({ of, ...scope }, ctx) {
    const { rows, perOrder } = AGGREGATES[of]
    const minorUnits = of === 'count' ? 1 : 10 ** ctx.currency.exponent
    const divisor = perOrder ? sql`(${minorUnits} * count(*))` : sql`${minorUnits}`
    return {
      from: sql`orders AS o`,
      customer: 'o.customer_id',
      tests: orderRows(scope, ctx),
      value: sql`CAST(${rows} AS REAL) / ${divisor}`,
    }
  },
  select({ of, ...scope }, ctx) {
    const { text, perOrder } = AGGREGATES[of]
    const rows = `v_orders WHERE ${orderRowsText(scope, ctx)}`
    if (!perOrder) return valuesText(rows, text(rounded(ctx)))
    // One division of whole minor units: quotients of decimals can differ where the averages are equal.
    const units = 10 ** ctx.currency.exponent
    return valuesText(rows, `ROUND(${units} * SUM(total)) / (${units} * COUNT(*))`)
  },
  of({ of, ...scope }, customer, _population, ctx) {
    const orders = ordersIn(customer, scope, ctx)
    const { of: total, perOrder, empty } = AGGREGATES[of]
    if (orders.length === 0) return empty === 0 ? 0 : undefined
    if (of === 'count') return total(orders)
    return perOrder
      ? total(orders) / (10 ** ctx.currency.exponent * orders.length)
      : fromMinor(total(orders), ctx.currency)
  },
}
