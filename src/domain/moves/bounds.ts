import { sql } from 'kysely'
import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'

/** Of one scoring or count so many are kept one by one: nobody reads more, and the number of all of them is kept. */
export const MOST_MOVES = 10_000
/** Seconds for which moves are kept. */
const KEPT = 30 * 86_400
/** Moves of all scorings, or counts, that are kept one by one. */
const MOST_IN_ALL = 500_000
/** So often it is looked whether there are more: summing up what is kept reads a row for each scoring. */
const EVERY = 64

const TABLES = [
  { changes: 'score_changes', moves: 'score_moves', size: sql`changed` },
  { changes: 'audience_changes', moves: 'audience_moves', size: sql`entered + left` },
] as const

/** Forgets moves that nobody asks for any more; the caller holds the transaction. */
export function forgetMoves(writer: Writer, now: Instant): void {
  for (const { changes, moves } of TABLES) {
    const old = query
      .selectFrom(changes)
      .select('id')
      .where('at', '<', now - KEPT)
    if (writer.get(old.limit(1)) === undefined) continue
    writer.run(query.deleteFrom(moves).where('change_id', 'in', old))
    writer.run(query.deleteFrom(changes).where('at', '<', now - KEPT))
  }
}

/** Now and then keeps those of the latest scorings and counts only; how many moved in the others stays known. */
export function boundMoves(writer: Writer, changeId: number): void {
  if (changeId % EVERY !== 0) return
  for (const { changes, moves, size } of TABLES) {
    const summed = query
      .selectFrom(changes)
      .select('id')
      .select(sql<number>`sum(min(${size}, ${MOST_MOVES})) OVER (ORDER BY id DESC)`.as('kept'))
    const over = writer.get(
      query
        .selectFrom(summed.as('s'))
        .select(({ fn }) => fn.max('s.id').as('id'))
        .where('s.kept', '>', MOST_IN_ALL),
    )
    if (typeof over?.id === 'number') writer.run(query.deleteFrom(moves).where('change_id', '<=', over.id))
  }
}
