import { z } from 'zod'

/** What people can be broken down by; one file line each in breakdowns.ts. */
export const BREAKDOWNS = [
  'country',
  'region',
  'city',
  'gender',
  'language',
  'tag',
  'product',
  'category',
  'brand',
  'channel',
  'device',
] as const
export type BreakdownBy = (typeof BREAKDOWNS)[number]

const count = z.int().min(0)
/** Currency units. */
const money = z.number()

export const breakdownSchema = z.object({
  by: z.enum(BREAKDOWNS),
  /** `country`, `product bought` */
  label: z.string(),
  rows: z.array(
    z.object({
      label: z.string(),
      customers: count,
      /** Of all members, 0 to 1. Somebody can stand in several rows. */
      share: z.number(),
      /** What these customers spent there; null for what is not about purchases. */
      spent: money.nullable(),
    }),
  ),
  /** How many rows there are beside those shown. */
  more: count,
  /** Members whose value is unknown. */
  unknown: count,
})
export type Breakdown = z.infer<typeof breakdownSchema>

/** Days in the workspace zone, both included; at least one of the two. */
export const orderedDaysSchema = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
})
export type OrderedDays = z.infer<typeof orderedDaysSchema>

/** Figures about the members of criteria, at one state of the data. Orders that were cancelled never count. */
export const figuresSchema = z.object({
  /** Completes "Customers who …". */
  words: z.string(),
  /** ISO 8601, a whole minute. */
  asOf: z.string(),
  /** Of the orders of these days alone; of all so far where it is missing. */
  ordered: orderedDaysSchema.optional(),
  currency: z.string(),
  customers: count,
  /** Customers with at least one order. */
  buyers: count,
  orders: count,
  spent: money,
  /** After refunds. */
  netSpent: money,
  /** Spent ÷ orders; null without an order. */
  averageOrder: money.nullable(),
  /** Spent ÷ customers; null without a customer. */
  spentPerCustomer: money.nullable(),
  /** Orders ÷ customers; null without a customer. */
  ordersPerCustomer: z.number().nullable(),
  breakdowns: z.array(breakdownSchema),
})
export type Figures = z.infer<typeof figuresSchema>
