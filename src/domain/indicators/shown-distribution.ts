import { z } from 'zod'
import { MEASURE_UNITS } from './measures/units.ts'

/** Customers whose number is from `from` to below `to`; null: without that bound. */
export const binSchema = z.object({
  from: z.number().nullable(),
  to: z.number().nullable(),
  customers: z.int().min(0),
})
export type Bin = z.infer<typeof binSchema>

/** Who has a status, or how a number spreads over the customers. */
export const distributionSchema = z.object({
  asOf: z.string(),
  /** What the number is; null for a status. */
  unit: z.enum(MEASURE_UNITS).nullable(),
  /** ISO 4217: what money is in. */
  currency: z.string(),
  /** All customers there are. */
  total: z.int().min(0),
  /** Those who have the status, or whose number is known. */
  known: z.int().min(0),
  /** Of a number only; of none where nobody's is known. */
  spread: z
    .object({
      least: z.number(),
      median: z.number(),
      mean: z.number(),
      most: z.number(),
      bins: z.array(binSchema),
    })
    .nullable(),
})
export type Distribution = z.infer<typeof distributionSchema>
export type Spread = NonNullable<Distribution['spread']>
