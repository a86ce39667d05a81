import { z } from 'zod'
import { JOIN_RULES } from '#db/schema.ts'

/** By the id of its source. */
const identity = z.object({ source: z.string(), id: z.string() })

/** Two identities that are one customer, or were. */
const shownJoinSchema = z.object({
  id: z.int(),
  of: identity,
  with: identity,
  /** Completes "joined because …". */
  because: z.string(),
  at: z.string(),
  separatedAt: z.string().nullable(),
})
export type ShownJoin = z.infer<typeof shownJoinSchema>

export const joinsSchema = z.object({
  rule: z.enum(JOIN_RULES),
  /** What the rule means, in a sentence or two. */
  says: z.string(),
  /** How many identities are joined with others now. */
  joined: z.int(),
  /** The latest, those that are separated too. */
  latest: z.array(shownJoinSchema),
})
export type Joins = z.infer<typeof joinsSchema>
