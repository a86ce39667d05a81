import { z } from 'zod'
import { destinationSchema } from './destination.ts'

/** A rule as surfaces show it: without its criteria, whose type is made of every condition. */
export const shownRuleSchema = z.object({
  id: z.string(),
  name: z.string(),
  entity: z.enum(['company', 'person']),
  to: destinationSchema,
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type ShownRule = z.infer<typeof shownRuleSchema>

/** One record that a rule handed on, or is about to. */
export const shownDeliverySchema = z.object({
  id: z.string(),
  ruleId: z.string(),
  rule: z.string(),
  entity: z.enum(['company', 'person']),
  /** The id as imported; null where the record is gone. */
  record: z.string().nullable(),
  to: z.string(),
  state: z.enum(['waiting', 'sending', 'done', 'failed', 'cancelled']),
  attempts: z.int(),
  /** Why the last attempt failed. */
  reason: z.string().nullable(),
  createdAt: z.string(),
  /** When it is tried next; null once it has ended. */
  nextAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})
export type ShownDelivery = z.infer<typeof shownDeliverySchema>

/** Routing rules with what became of their deliveries. */
export interface Routing {
  readonly rules: readonly (ShownRule & {
    /** Completes "People who …", "Companies that …". */
    readonly words: string
    readonly tally: Readonly<Partial<Record<ShownDelivery['state'], number>>>
    /** How many ended without having arrived, and can be sent again. */
    readonly undelivered: number
  })[]
  readonly deliveries: readonly ShownDelivery[]
}
