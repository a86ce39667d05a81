import { z } from 'zod'
import { shownPreviewSchema } from '../previews/shown.ts'

/** One thing that would be different. */
export const differenceSchema = z.object({
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Difference = z.infer<typeof differenceSchema>

/** A change that has been described and not made, as surfaces show it: without the criteria of its preview. */
export const shownProposalSchema = z.object({
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
  preview: shownPreviewSchema.nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  createdBy: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Why it is stale, or what was made: `{ segmentId }`. */
  outcome: z.record(z.string(), z.string()).nullable(),
})
export type ShownProposal = z.infer<typeof shownProposalSchema>
