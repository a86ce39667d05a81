import { z } from 'zod'
import { ORDER_STATUSES } from '#db/schema.ts'
import { comparisonSchema } from './comparison.ts'

/** One or more texts, any of which will do; compared ignoring case. */
export const texts = z.array(z.string().trim().min(1).max(300)).min(1).max(200)

/** Which orders are looked at; every given key must hold. */
export const orderFilterSchema = z
  .strictObject({
    status: z.array(z.enum(ORDER_STATUSES)).min(1).optional(),
    channel: texts.optional(),
    device: texts.optional(),
    code: texts.optional(),
    /** true: with a discount; false: at full price. */
    discounted: z.boolean().optional(),
    /** The order's own total, in currency units. */
    total: comparisonSchema.optional(),
  })
  .refine((f) => Object.keys(f).length > 0, {
    message: 'an empty filter would silently mean every order: leave it out',
  })
export type OrderFilter = z.infer<typeof orderFilterSchema>

/** Which products: a line matches when each given key has one of its values. */
export const productFilterSchema = z
  .strictObject({
    /** Titles match by containment: "cleanser" finds "Gentle Cleanser 200 ml". */
    product: texts.optional(),
    /** Whole values. */
    category: texts.optional(),
    brand: texts.optional(),
    sku: texts.optional(),
    tag: texts.optional(),
    /** The product's list price, in currency units. */
    price: comparisonSchema.optional(),
  })
  .refine((f) => Object.keys(f).length > 0, {
    message: 'say which product, category, brand, sku, tag or price',
  })
export type ProductFilter = z.infer<typeof productFilterSchema>
