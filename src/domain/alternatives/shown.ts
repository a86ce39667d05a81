import { z } from 'zod'

/** A step from what was counted, as surfaces show it: without its criteria, whose type is made of every condition. */
export const shownAlternativeSchema = z.object({
  /** `≥ 3 instead of > 3` */
  instead: z.string(),
  /** Completes "Customers who …". */
  words: z.string(),
  /** What to say to take it, whatever is at hand. */
  text: z.string(),
  count: z.int().min(0),
  /** How many more than were counted; below zero, fewer. */
  delta: z.int(),
  /** The place of the condition that it changes; empty where it changes the whole. */
  part: z.array(z.union([z.string(), z.number()])),
})
