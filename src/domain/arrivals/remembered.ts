import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { prepared } from '../imports/apply/change.ts'

/** How long the id of a message is remembered that left no row of its own. */
const REMEMBERED = 30 * 86_400

/** Which of these messages came before. What a message left of itself is remembered for ever. */
export const knownIds = ({ driver }: Writer, ids: readonly string[], source: string): Set<string> =>
  new Set(
    prepared<[string, string, string], string>(
      driver,
      `SELECT j.value FROM json_each(?) j WHERE
           EXISTS (SELECT 1 FROM events e WHERE e.external_id = j.value AND e.source = ?)
           OR EXISTS (SELECT 1 FROM received r WHERE r.message_id = j.value)
           OR EXISTS (SELECT 1 FROM waiting_events w WHERE w.source = ? AND w.id = j.value)
           OR EXISTS (SELECT 1 FROM signals s WHERE s.external_id = j.value)
           OR EXISTS (SELECT 1 FROM waiting_signals w WHERE w.id = j.value)`,
    )
      .pluck()
      .all(JSON.stringify(ids), source, source),
  )

/** Of messages that are found by no row of their own: most of a stream are events, which are. */
export function remember({ driver }: Writer, ids: readonly string[], now: Instant): void {
  if (ids.length === 0) return
  prepared<[number, string]>(
    driver,
    'INSERT INTO received(message_id, at) SELECT value, ? FROM json_each(?)',
  ).run(now, JSON.stringify(ids))
}

export function forgetOld(writer: Writer, now: Instant): void {
  writer.run(query.deleteFrom('received').where('at', '<', now - REMEMBERED))
}
