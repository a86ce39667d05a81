import { z } from 'zod'
import { previewSchema } from '../previews/schema.ts'

/** Over this share of the base, or this many people, a human types the count to confirm. */
export const TYPED_COUNT_SHARE = 0.25
export const TYPED_COUNT_PEOPLE = 10_000
export const EXPIRES_AFTER_SECONDS = 24 * 3600

/** One thing that would be different. */
export const differenceSchema = z.object({
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Difference = z.infer<typeof differenceSchema>

/** A change that has been described and not made, as surfaces show it. */
export const proposalSchema = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['draft', 'confirmed', 'rejected', 'expired', 'stale']),
  /** One sentence: `Create the segment "Big spenders" with 1,204 customers`. */
  summary: z.string(),
  /** What a human confirms: they answer with exactly this hash. */
  contentHash: z.string(),
  /** The count must be typed to confirm. */
  typeCount: z.boolean(),
  count: z.int().nullable(),
  total: z.int().nullable(),
  targetId: z.string().nullable(),
  /** Before and after, for changes of something that exists. */
  difference: z.array(differenceSchema),
  preview: previewSchema.nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  createdBy: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Why it is stale, or what was made: `{ segmentId }`. */
  outcome: z.record(z.string(), z.string()).nullable(),
})
export type Proposal = z.infer<typeof proposalSchema>
