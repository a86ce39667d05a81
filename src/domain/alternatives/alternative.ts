import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'

/** Criteria that differ in one step from those that were counted: what somebody might have meant instead. */
export const alternativeSchema = z.object({
  /** `≥ 3 instead of > 3` */
  instead: z.string(),
  /** Completes "Customers who …". */
  words: z.string(),
  /** What to say to take it, whatever is at hand. */
  text: z.string(),
  criteria: criteriaSchema,
  count: z.int().min(0),
  /** How many more than were counted; below zero, fewer. */
  delta: z.int(),
  /** The place of the condition that it changes; empty where it changes the whole. */
  part: z.array(z.union([z.string(), z.number()])),
})
export type Alternative = z.infer<typeof alternativeSchema>

/** A condition in another's place, and the difference in few signs. */
export interface Step<C> {
  readonly instead: string
  readonly criteria: C
}
