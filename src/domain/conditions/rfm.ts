import { z } from 'zod'

export const RFM_SEGMENTS = [
  'Champions',
  "Can't Lose Them",
  'At Risk',
  'Lost',
  'Hibernating',
  'Loyal Customers',
  'Big Spenders',
  'New Customers',
  'Promising',
  'Potential Loyalists',
  'Need Attention',
  'About to Sleep',
] as const
export type RfmSegment = (typeof RFM_SEGMENTS)[number]

const scores = z.array(z.int().min(1).max(5)).min(1).max(5)

/**
 * Scores run 1 (best) to 5 (lowest) over customers with at least one counted order; every given key must hold.
 * A pattern is recency, frequency, monetary; `*` stands for any score: "1*5".
 *
 * @example { type: 'rfm', segment: ['Champions', 'Loyal Customers'] }
 * @example { type: 'rfm', monetary: [1], recency: [4, 5] }
 */
export const rfmSchema = z
  .strictObject({
    type: z.literal('rfm'),
    segment: z.array(z.enum(RFM_SEGMENTS)).min(1).optional(),
    pattern: z
      .array(z.string().regex(/^[1-5*]{3}$/, 'three of 1 to 5 or *'))
      .min(1)
      .max(125)
      .optional(),
    recency: scores.optional(),
    frequency: scores.optional(),
    monetary: scores.optional(),
  })
  .refine((c) => Object.keys(c).length > 1, {
    message: 'give segment, pattern, recency, frequency or monetary',
  })
export type RfmCondition = z.infer<typeof rfmSchema>
