import { z } from 'zod'

const number = z.int().min(0)
const sideSchema = z.object({
  /** A segment's name, or what a preview is about in words. */
  name: z.string(),
  words: z.string(),
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
})
export type GroupComparison = z.infer<typeof comparisonSchema>
