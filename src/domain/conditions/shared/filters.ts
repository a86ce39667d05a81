import { z } from 'zod'
import { ORDER_STATUSES } from '#db/schema.ts'
import { comparisonSchema, refineAmount, refineCount } from './comparison.ts'
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

/** An amount of something that is there, compared. */
const positiveAmount = amountSchema.refine(({ value }) => [value].flat().every((n) => n > 0), {
  path: ['value'],
  message: 'an amount above 0: leave out orders with none by discounted',
})

/** A number of things, compared. */
const countSchema = comparisonSchema.superRefine((test, ctx) => refineCount(test.value, ctx))

/** Cancelled orders never count, so that asking for them would always answer nobody. */
export const countedStatus = z.enum(ORDER_STATUSES).exclude(['cancelled'], {
  error: ({ input }) =>
    input === 'cancelled'
      ? 'cancelled orders never count, so that no condition can ask for them'
      : 'one of paid, pending, refunded, partially_refunded',
})

const productShape = {
  /** Titles match by containment: "cleanser" finds "Gentle Cleanser 200 ml". */
  product: texts.optional(),
  /** Whole values. */
  category: texts.optional(),
  brand: texts.optional(),
  sku: texts.optional(),
  tag: texts.optional(),
  /** The product's list price, in currency units. */
  price: amountSchema.optional(),
}
const SAY_WHICH = { message: 'say which product, category, brand, sku, tag or price' }

/** Which products: a line matches when each given key has one of its values. */
export const productFilterSchema = z.strictObject(productShape).refine(isNotEmpty, SAY_WHICH)
export type ProductFilter = z.infer<typeof productFilterSchema>

/** Products that stand in one order, and how many pieces of them. */
export const containedSchema = z
  .strictObject({ ...productShape, units: countSchema.optional() })
  .refine(({ units: _units, ...products }) => isNotEmpty(products), SAY_WHICH)
export type Contained = z.infer<typeof containedSchema>

/** Which orders are looked at; every given key must hold. */
export const orderFilterSchema = z
  .strictObject({
    status: z.array(countedStatus).min(1).optional(),
    channel: texts.optional(),
    device: texts.optional(),
    code: texts.optional(),
    /** true: with any discount code; false: with none. */
    coded: z.boolean().optional(),
    /** true: with a discount or a discount code; false: with neither. */
    discounted: z.boolean().optional(),
    /** What was taken off the order, in currency units; an order with nothing taken off never passes. */
    discount: positiveAmount.optional(),
    /** The order's own total, in currency units. */
    total: amountSchema.optional(),
    /** What stands in the order: a line of each of these, ... */
    contains: z.array(containedSchema).min(1).max(20).optional(),
    /** ... such a line and no other, ... */
    only: productFilterSchema.optional(),
    /** ... no such line. */
    without: productFilterSchema.optional(),
    /** How many pieces, and how many different products, categories and brands. */
    units: countSchema.optional(),
    products: countSchema.optional(),
    categories: countSchema.optional(),
    brands: countSchema.optional(),
    ...recurringShape,
  })
  .refine(isNotEmpty, {
    message: 'an empty filter would silently mean every order: leave it out',
  })
export type OrderFilter = z.infer<typeof orderFilterSchema>

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
