import { z } from 'zod'
import { windowSchema } from '../time/window.ts'
import { OPERATORS } from './comparison.ts'
import { orderFilterSchema } from './filters.ts'

export const ORDER_MEASURES = [
  'count',
  'spend',
  'net_spend',
  'average',
  'largest',
  'discount',
  'first_date',
  'last_date',
] as const

/**
 * A test over a customer's counted orders: those that `where` and `within` let through.
 * `first_date` and `last_date` take `during`; the other measures take `op` and `value` (money in currency units).
 *
 * @example { type: 'orders', measure: 'spend', op: '>', value: 500, within: { kind: 'last', n: 90, unit: 'day' } }
 * @example { type: 'orders', measure: 'last_date', during: { kind: 'older', n: 180, unit: 'day' } }
 */
export const ordersSchema = z.strictObject({
  type: z.literal('orders'),
  measure: z.enum(ORDER_MEASURES),
  op: z.enum(OPERATORS).optional(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  during: windowSchema.optional(),
  within: windowSchema.optional(),
  where: orderFilterSchema.optional(),
})
export type OrdersCondition = z.infer<typeof ordersSchema>
