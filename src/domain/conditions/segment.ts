import { z } from 'zod'

/**
 * Membership of a saved segment or an imported list, by id (or by name, which is resolved to its id when the
 * criteria are validated, so that renaming breaks nothing). A segment's current criteria are expanded live.
 *
 * @example { type: 'segment', segment: 'seg_rfm_champions' }
 */
export const segmentSchema = z.strictObject({
  type: z.literal('segment'),
  segment: z.string().trim().min(1).max(200),
})
export type SegmentCondition = z.infer<typeof segmentSchema>
