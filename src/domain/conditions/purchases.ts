import { z } from 'zod'
import { windowSchema } from '../time/window.ts'
import { OPERATORS } from './comparison.ts'
import { orderFilterSchema, productFilterSchema } from './filters.ts'

/**
 * A test over a customer's order lines.
 * - `any` (the usual): the measure over the lines that match `of` (and not `except`) passes the comparison,
 *   which is "at least 1 order" when none is given.
 * - `all`: the same holds for each value of the one key in `of` by itself ("bought X and Y").
 * - `only`: at least one such line, and no line outside `of`.
 * - `none`: no such line.
 *
 * @example { type: 'purchases', match: 'any', of: { category: ['Tea'] }, measure: 'orders', op: '>=', value: 2 }
 */
export const purchasesSchema = z.strictObject({
  type: z.literal('purchases'),
  match: z.enum(['any', 'all', 'only', 'none']),
  of: productFilterSchema,
  except: productFilterSchema.optional(),
  measure: z.enum(['orders', 'quantity', 'spend']).optional(),
  op: z.enum(OPERATORS).optional(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]).optional(),
  within: windowSchema.optional(),
  where: orderFilterSchema.optional(),
})
export type PurchasesCondition = z.infer<typeof purchasesSchema>
