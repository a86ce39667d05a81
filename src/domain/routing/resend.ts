import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Destination } from './destination.ts'
import type { RoutingRules } from './read.ts'

/** What ended without having arrived: given up after every attempt, refused, or cancelled when its rule was changed. */
const UNDELIVERED = ['failed', 'cancelled'] as const

/** How many deliveries of a rule ended without having arrived, of those there are of each state. */
export const undelivered = (tally: ReturnType<RoutingRules['tally']>): number =>
  UNDELIVERED.reduce((sum, state) => sum + (tally[state] ?? 0), 0)

/**
 * Lets them wait again, with every attempt before them, to where the rule leads now: what was wrong may have been the
 * address. Each keeps its id, by which a receiver drops what did arrive after all. The caller holds the transaction.
 */
export const resend = (
  writer: Writer,
  rule: { readonly id: string; readonly version: number; readonly to: Destination },
  at: Instant,
): void =>
  void writer.run(
    query
      .updateTable('deliveries')
      .set({
        rule_version: rule.version,
        destination: JSON.stringify(rule.to),
        state: rule.to.type === 'owner' ? 'done' : 'waiting',
        attempts: 0,
        next_at: at,
        reason: null,
        finished_at: rule.to.type === 'owner' ? at : null,
      })
      .where('rule_id', '=', rule.id)
      .where('state', 'in', UNDELIVERED),
  )
