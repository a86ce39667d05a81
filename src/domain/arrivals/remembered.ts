import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'

/** How long the id of a message is remembered that left no row of its own. */
const REMEMBERED = 30 * 86_400

/** Did this message come before? What it left of itself is remembered for ever. */
export const isKnown = (writer: Writer, id: string, source: string): boolean =>
  [
    query.selectFrom('received').select('message_id as id').where('message_id', '=', id),
    query.selectFrom('signals').select('external_id as id').where('external_id', '=', id),
    query.selectFrom('waiting_signals').select('id').where('id', '=', id),
    query
      .selectFrom('events')
      .select('external_id as id')
      .where('external_id', '=', id)
      .where('source', '=', source),
  ].some((known) => writer.get<{ id: string }>(known) !== undefined)

export function remember(writer: Writer, id: string, now: Instant): void {
  writer.run(query.insertInto('received').values({ message_id: id, at: now }))
}

export function forgetOld(writer: Writer, now: Instant): void {
  writer.run(query.deleteFrom('received').where('at', '<', now - REMEMBERED))
}
