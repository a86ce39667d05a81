import { query, type Writer } from '#db/run.ts'
import type { ArrivalsTake } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Message } from './message.ts'
import type { EntityRow } from './rows.ts'
import type { Cells } from './traits.ts'

/** Whose anonymous ids are, and what is said of those of whom nobody knows yet. */
export interface Identities {
  /** Whose message it is, by its own id; null for nobody who is known yet. */
  subjectOf(message: Message): string | null
  /** A message with both ids says whose the anonymous one is. */
  link(message: Message): void
  /** Keeps what a message says of somebody without an id. */
  keep(message: Message, rows: readonly EntityRow[]): void
  /** What was kept of those who got an id; said before everything that came with it. */
  released(): readonly EntityRow[]
  /** Gives what waits to whom it turned out to belong; answers their ids. */
  claim(): readonly string[]
}

export function createIdentities(
  writer: Writer,
  { takes, source, now }: { takes: ArrivalsTake; source: string; now: Instant },
): Identities {
  const released: EntityRow[] = []
  const linked = new Map<string, string>()
  const ofAnonymous = (anonymousId: string) =>
    query
      .selectFrom('anonymous_ids')
      .select('user_id')
      .where((eb) => eb.and({ takes, source, anonymous_id: anonymousId }))
  const keptOf = (anonymousId: string) =>
    query
      .selectFrom('waiting_traits')
      .select('columns')
      .where((eb) => eb.and({ takes, source, anonymous_id: anonymousId }))
  const kept = (anonymousId: string): Cells => {
    const row = writer.get(keptOf(anonymousId))
    return row === undefined ? {} : JSON.parse(row.columns)
  }
  return {
    subjectOf: ({ userId, anonymousId }) =>
      userId ?? (anonymousId === null ? null : (writer.get(ofAnonymous(anonymousId))?.user_id ?? null)),
    link({ userId, anonymousId }) {
      if (userId === null || anonymousId === null) return
      if (writer.get(ofAnonymous(anonymousId))?.user_id === userId) return
      writer.run(
        query
          .insertInto('anonymous_ids')
          .values({ takes, source, anonymous_id: anonymousId, user_id: userId })
          // Of a shared device it is whoever used it last.
          .onConflict((clash) => clash.doUpdateSet({ user_id: userId })),
      )
      linked.set(anonymousId, userId)
      const cells = kept(anonymousId)
      if (Object.keys(cells).length === 0) return
      released.push({ table: takes, id: userId, cells })
      writer.run(
        query
          .deleteFrom('waiting_traits')
          .where((eb) => eb.and({ takes, source, anonymous_id: anonymousId })),
      )
    },
    keep({ anonymousId }, rows) {
      if (anonymousId === null) return
      for (const { id, cells } of rows) {
        if (id !== null) continue
        const columns = JSON.stringify({ ...kept(anonymousId), ...cells })
        writer.run(
          query
            .insertInto('waiting_traits')
            .values({ takes, source, anonymous_id: anonymousId, columns, since: now })
            .onConflict((clash) => clash.doUpdateSet({ columns })),
        )
      }
    },
    released: () => released,
    claim() {
      for (const [anonymousId, userId] of linked) {
        const waited = `anonymous:${anonymousId}`
        if (takes === 'people') {
          writer.run(
            query.updateTable('waiting_signals').set({ person_id: userId }).where('person_id', '=', waited),
          )
        } else {
          writer.run(
            query
              .updateTable('waiting_events')
              .set({ customer_id: userId })
              .where('source', '=', source)
              .where('customer_id', '=', waited),
          )
        }
      }
      return [...new Set(linked.values())]
    },
  }
}
