import { z } from 'zod'
import { ENTITIES } from '../entities/entity.ts'

export const lineSchema = z.object({
  /** How deep it stands inside groups and segments; 0 is the whole. */
  depth: z.int(),
  holds: z.boolean(),
  words: z.string(),
  /** What there is beside what was asked; null for groups. */
  actual: z.string().nullable(),
  /** The smallest change of it that would turn this: `1 more order`. */
  miss: z.string().nullable(),
  /** How the lines below this one, one deeper, are joined. */
  joined: z.enum(['all', 'any', 'none']).nullable(),
})
export type WhyLine = z.infer<typeof lineSchema>

const flippedSchema = z.object({
  words: z.string(),
  /** Before it turns. */
  holds: z.boolean(),
  miss: z.string().nullable(),
})

/** Why one customer, company or person is or is not in it, as surfaces show it. */
export const whySchema = z.object({
  entity: z.enum(ENTITIES),
  customer: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  holds: z.boolean(),
  lines: z.array(lineSchema),
  /** The least that would have to turn for the whole to turn. */
  nearest: z.array(flippedSchema),
  /** When time alone turns it: an instant in the workspace's zone, or null for none within so many days. */
  next: z.object({
    at: z.string().nullable(),
    days: z.int(),
    because: z.array(flippedSchema),
    /** Ranks, RFM scores and stored values were taken to stay as they are. */
    heldStill: z.boolean(),
  }),
})
export type Why = z.infer<typeof whySchema>
