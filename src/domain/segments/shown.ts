import { z } from 'zod'

/** A segment as surfaces show it: without its criteria, whose type is made of every condition. */
export const shownSegmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** `default`: one of the twelve RFM segments; `list`: members that come from elsewhere. Both are read-only. */
  kind: z.enum(['default', 'custom', 'list']),
  version: z.int(),
  /** What it is held to, in words, with masked names. */
  rules: z.array(z.string()),
  /** Those of them that its last count breaks. */
  broken: z.array(z.string()),
  /** What the segment is for; known of the default ones. */
  objective: z.string().nullable(),
  campaignType: z.string().nullable(),
  /** As of the last refresh; null before the first. */
  members: z.int().nullable(),
  refreshedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ShownSegment = z.infer<typeof shownSegmentSchema>

/** What a segment was at one of its versions, likewise. */
export const shownSegmentVersionSchema = z.object({
  version: z.int(),
  name: z.string(),
  description: z.string(),
  deleted: z.boolean(),
  by: z.string(),
  at: z.string(),
  proposalId: z.string().nullable(),
})
export type ShownSegmentVersion = z.infer<typeof shownSegmentVersionSchema>
