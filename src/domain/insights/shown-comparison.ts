import { z } from 'zod'

const number = z.int().min(0)
const sideSchema = z.object({
  /** A segment's name, or what a preview is about in words. */
  name: z.string(),
  words: z.string(),
  /** By what rules the RFM segments that it names are made. */
  rules: z.array(z.string()),
  /** A segment's id; null for criteria that were counted. */
  segment: z.string().nullable(),
  /** The id of the segment or preview: what compares it again. */
  ref: z.string(),
  count: number,
  /** In this one and not in the other. */
  only: number,
})

/** Two groups of customers beside each other, read at one state of the data. */
export const comparisonSchema = z.object({
  asOf: z.string(),
  first: sideSchema,
  second: sideSchema,
  both: number,
  either: number,
  /** The most telling differences, a sentence each, where they were asked for too. */
  told: z.array(z.string()).exactOptional(),
})
export type GroupComparison = z.infer<typeof comparisonSchema>
