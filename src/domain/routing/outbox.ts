import { sql } from 'kysely'
import { query } from '#db/run.ts'
import type { DeliveryRow } from '#db/schema.ts'
import type { Operation } from '../writer/operation.ts'

/** Seconds that one attempt may take before somebody else may try: longer than any request does. */
const LEASE = 60

/** Seconds until the next attempt, by how many there were: a day and a half in all. */
export const PAUSES: readonly number[] = [60, 300, 1800, 7200, 21_600, 86_400]

/**
 * Takes deliveries in hand that are due, for this process alone. One whose lease is over was sent by a process that was
 * killed before it could say what came of it: it is sent again, under the same id, since nobody knows that it arrived.
 */
export const claimDeliveries: Operation<{ readonly most: number }, readonly DeliveryRow[]> = (
  { writer, clock },
  { most },
) =>
  writer.transaction(() => {
    const now = clock.now()
    const due = writer.all(
      query
        .selectFrom('deliveries')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb.and([eb('state', '=', 'waiting'), eb('next_at', '<=', now)]),
            eb.and([eb('state', '=', 'sending'), eb('lease_until', '<=', now)]),
          ]),
        )
        .orderBy('number')
        .limit(most),
    )
    return due.map((row) => {
      const attempts = row.attempts + 1
      writer.run(
        query
          .updateTable('deliveries')
          .set({ state: 'sending', attempts, lease_until: now + LEASE })
          .where('id', '=', row.id),
      )
      return { ...row, attempts }
    })
  })

/** What came of an attempt. `again`: it may go better later. */
export type Attempted =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'again' | 'failed'; readonly reason: string }

/** Records what came of an attempt; nothing where another one was begun meanwhile, or it has ended. */
export const recordDelivery: Operation<
  { readonly id: string; readonly attempt: number; readonly came: Attempted },
  null
> = ({ writer, clock }, { id, attempt, came }) => {
  const now = clock.now()
  const pause = PAUSES[attempt - 1]
  const again = came.outcome === 'again' && pause !== undefined
  writer.run(
    query
      .updateTable('deliveries')
      .set({
        state: came.outcome === 'done' ? 'done' : again ? 'waiting' : 'failed',
        reason: came.outcome === 'done' ? null : came.reason,
        next_at: again ? now + pause : sql<number>`next_at`,
        lease_until: null,
        finished_at: again ? null : now,
      })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .where('attempts', '=', attempt),
  )
  return null
}
