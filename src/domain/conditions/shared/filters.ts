import { z } from 'zod'
import { ORDER_STATUSES } from '#db/schema.ts'
import { comparisonSchema, refineAmount } from './comparison.ts'
import { recurringShape } from './recurring.ts'

/** A value to compare texts with. */
export const textValue = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'control characters and half characters never match anything')

/** One or more texts, any of which will do; compared ignoring case. */
export const texts = z.array(textValue).min(1).max(200)

const isNotEmpty = (filter: object): boolean => Object.values(filter).some((value) => value !== undefined)

/** An amount in currency units, compared. */
const amountSchema = comparisonSchema.superRefine((test, ctx) => refineAmount(test.value, ctx))

/** Cancelled orders never count, so that asking for them would always answer nobody. */
const countedStatus = z.enum(ORDER_STATUSES).exclude(['cancelled'], {
  error: ({ input }) =>
    input === 'cancelled'
      ? 'cancelled orders never count, so that no condition can ask for them'
      : 'one of paid, pending, refunded, partially_refunded',
})

/** Which orders are looked at; every given key must hold. */
export const orderFilterSchema = z
  .strictObject({
    status: z.array(countedStatus).min(1).optional(),
    channel: texts.optional(),
    device: texts.optional(),
    code: texts.optional(),
    /** true: with a discount or a discount code; false: with neither. */
    discounted: z.boolean().optional(),
    /** The order's own total, in currency units. */
    total: amountSchema.optional(),
    ...recurringShape,
  })
  .refine(isNotEmpty, {
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
    price: amountSchema.optional(),
  })
  .refine(isNotEmpty, {
    message: 'say which product, category, brand, sku, tag or price',
  })
export type ProductFilter = z.infer<typeof productFilterSchema>

/** Which events; every given key must hold. */
export const eventFilterSchema = z
  .strictObject({
    product: productFilterSchema.optional(),
    campaign: texts.optional(),
    channel: texts.optional(),
    device: texts.optional(),
    ...recurringShape,
  })
  .refine(isNotEmpty, {
    message: 'an empty filter would silently mean every event: leave it out',
  })
export type EventFilter = z.infer<typeof eventFilterSchema>
