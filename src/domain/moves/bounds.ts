import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'

/** Of one scoring or count so many are kept one by one: nobody reads more, and the number of all of them is kept. */
export const MOST_MOVES = 10_000
/** Seconds for which moves are kept. */
const KEPT = 30 * 86_400

/** Forgets moves that nobody asks for any more; the caller holds the transaction. */
export function forgetMoves(writer: Writer, now: Instant): void {
  for (const [changes, moves] of [
    ['score_changes', 'score_moves'],
    ['audience_changes', 'audience_moves'],
  ] as const) {
    const old = query
      .selectFrom(changes)
      .select('id')
      .where('at', '<', now - KEPT)
    if (writer.get(old.limit(1)) === undefined) continue
    writer.run(query.deleteFrom(moves).where('change_id', 'in', old))
    writer.run(query.deleteFrom(changes).where('at', '<', now - KEPT))
  }
}
