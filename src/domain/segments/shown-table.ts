import { z } from 'zod'
import { shownSegmentSchema } from './shown.ts'

const count = z.int().min(0)

/** What the members of a segment are worth, as of their last count. Orders that were cancelled never count. */
export const shownFiguresSchema = z.object({
  asOf: z.string(),
  customers: count,
  /** Customers with an order. */
  buyers: count,
  orders: count,
  /** Currency units. */
  revenue: z.number(),
  /** Revenue ÷ orders; null without an order. */
  averageOrder: z.number().nullable(),
})
export type ShownFigures = z.infer<typeof shownFiguresSchema>

/** How a segment's size went, oldest first, and what its last count changed. */
export const trendSchema = z.object({
  sizes: z.array(z.object({ at: z.string(), members: count })),
  entered: count,
  left: count,
  cause: z.string(),
})
export type Trend = z.infer<typeof trendSchema>

export const segmentRowSchema = shownSegmentSchema.extend({
  /** Null until it was measured, which a new segment is within a minute. */
  figures: shownFiguresSchema.nullable(),
  /** Null before the first count, and for lists. */
  trend: trendSchema.nullable(),
  /** Why a default segment has nobody in it. */
  emptyBecause: z.string().nullable(),
})
export type SegmentRow = z.infer<typeof segmentRowSchema>

/** Figures with what is behind them, for a page. */
export const fullFiguresSchema = shownFiguresSchema.extend({
  currency: z.string(),
  /** How many members each RFM pattern holds: 25(r−1) + 5(f−1) + (m−1). */
  patterns: z.array(count),
  /** The products on which members spent most. */
  products: z.array(z.object({ title: z.string(), customers: count, spent: z.number() })),
})
export type FullFigures = z.infer<typeof fullFiguresSchema>

/** One count that is kept, and what it changed. */
export const segmentCountSchema = z.object({
  at: z.string(),
  members: count,
  entered: count,
  left: count,
  /** `created`, `refreshed`, `new orders`, `time passed` … */
  cause: z.string(),
  /** Of the segment, when it was counted. */
  version: z.int(),
})
export type SegmentCount = z.infer<typeof segmentCountSchema>
