import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { pinsSchema } from './pins.ts'

/** One line of visible text. Names are unique ignoring case. */
export const segmentName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}\u2028\u2029]*$/u, 'a name is one line of visible characters')
export const segmentDescription = z.string().trim().max(1000)

/** Saved criteria over customers, as surfaces show them. */
export const segmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** `default`: one of the twelve RFM segments; `list`: members that come from elsewhere. Both are read-only. */
  kind: z.enum(['default', 'custom', 'list']),
  version: z.int(),
  /** Null for lists. */
  criteria: criteriaSchema.nullable(),
  /** What it is held to: who must be in it or not, by internal ids, and how large it may be. */
  pins: pinsSchema.nullable(),
  /** The same in words, with masked names. */
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
export type Segment = z.infer<typeof segmentSchema>

/** What a segment was at one of its versions. */
export const segmentVersionSchema = z.object({
  version: z.int(),
  name: z.string(),
  description: z.string(),
  criteria: criteriaSchema.nullable(),
  pins: pinsSchema.nullable(),
  deleted: z.boolean(),
  by: z.string(),
  at: z.string(),
  proposalId: z.string().nullable(),
})
export type SegmentVersion = z.infer<typeof segmentVersionSchema>
