import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { pinsSchema } from './pins.ts'
import { shownSegmentSchema, shownSegmentVersionSchema } from './shown.ts'

/** One line of visible text. Names are unique ignoring case. */
export const segmentName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}\u2028\u2029]*$/u, 'a name is one line of visible characters')
export const segmentDescription = z.string().trim().max(1000)

/** Saved criteria over customers. */
export const segmentSchema = shownSegmentSchema.extend({
  /** Null for lists. */
  criteria: criteriaSchema.nullable(),
  /** What it is held to: who must be in it or not, by internal ids, and how large it may be. */
  pins: pinsSchema.nullable(),
})
export type Segment = z.infer<typeof segmentSchema>

/** What a segment was at one of its versions. */
export const segmentVersionSchema = shownSegmentVersionSchema.extend({
  criteria: criteriaSchema.nullable(),
  pins: pinsSchema.nullable(),
})
export type SegmentVersion = z.infer<typeof segmentVersionSchema>
