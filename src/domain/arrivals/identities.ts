import { query, type Writer } from '#db/run.ts'
import type { ArrivalsTake } from '#db/schema.ts'
import { prepared } from '../imports/apply/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Aliases } from './aliases.ts'
import type { Message } from './message.ts'
import type { EntityRow } from './rows.ts'
import type { Cells } from './traits.ts'

/** Whose anonymous ids are, and what is said of those of whom nobody knows yet. */
export interface Identities {
  /** Whose message it is, by the id that they go by now; null for nobody who is known yet. */
  subjectOf(message: Pick<Message, 'userId' | 'anonymousId'>): string | null
  /** Says whose an anonymous id is; answers the messages that waited for that. */
  link(anonymousId: string, userId: string): readonly Message[]
  /** Keeps what a message says of somebody without an id. */
  keep(message: Message, rows: readonly EntityRow[]): void
  /** Keeps a whole message until somebody says whose it is. */
  keepWhole(message: Message): void
  /** What was kept of those who got an id; said before everything that came with it. */
  released(): readonly EntityRow[]
  /** Gives what waits to whom it turned out to belong; answers their ids. */
  claim(): readonly string[]
}

export function createIdentities(
  writer: Writer,
  { takes, source, now, aliases }: { takes: ArrivalsTake; source: string; now: Instant; aliases: Aliases },
): Identities {
  const { driver } = writer
  const released: EntityRow[] = []
  const linked = new Map<string, string>()
  const own = 'takes = ? AND source = ? AND anonymous_id = ?'
  type Own = [takes: ArrivalsTake, source: string, anonymousId: string]
  const asked = (sql: string) => prepared<Own, string>(driver, `${sql} WHERE ${own}`).pluck()
  const ofAnonymous = asked('SELECT user_id FROM anonymous_ids')
  const keptOf = asked('SELECT columns FROM waiting_traits')
  const messagesOf = prepared<Own, string>(
    driver,
    `DELETE FROM waiting_messages WHERE ${own} RETURNING message`,
  ).pluck()
  const kept = (anonymousId: string): Cells => JSON.parse(keptOf.get(takes, source, anonymousId) ?? '{}')
  const currentOf = (anonymousId: string): string | null => {
    const userId = ofAnonymous.get(takes, source, anonymousId)
    return userId === undefined ? null : aliases.current(userId)
  }

  return {
    subjectOf({ userId, anonymousId }) {
      if (userId !== null) return aliases.current(userId)
      return anonymousId === null ? null : currentOf(anonymousId)
    },
    link(anonymousId, userId) {
      if (currentOf(anonymousId) === userId) return []
      writer.run(
        query
          .insertInto('anonymous_ids')
          .values({ takes, source, anonymous_id: anonymousId, user_id: userId })
          // Of a shared device it is whoever used it last.
          .onConflict((clash) => clash.doUpdateSet({ user_id: userId })),
      )
      linked.set(anonymousId, userId)
      const cells = kept(anonymousId)
      if (Object.keys(cells).length > 0) {
        released.push({ table: takes, id: userId, cells })
        driver.prepare<Own>(`DELETE FROM waiting_traits WHERE ${own}`).run(takes, source, anonymousId)
      }
      return messagesOf.all(takes, source, anonymousId).map((text): Message => JSON.parse(text))
    },
    keep({ anonymousId }, rows) {
      if (anonymousId === null) return
      for (const { table, id, cells } of rows) {
        if (id !== null || table !== takes) continue
        const columns = JSON.stringify({ ...kept(anonymousId), ...cells })
        writer.run(
          query
            .insertInto('waiting_traits')
            .values({ takes, source, anonymous_id: anonymousId, columns, since: now })
            .onConflict((clash) => clash.doUpdateSet({ columns })),
        )
      }
    },
    keepWhole(message) {
      writer.run(
        query.insertInto('waiting_messages').values({
          takes,
          source,
          anonymous_id: message.anonymousId ?? '',
          id: message.id,
          message: JSON.stringify(message),
          since: now,
        }),
      )
    },
    released: () => released,
    claim() {
      const waits = {
        people: 'UPDATE waiting_signals SET person_id = @into WHERE person_id IN (@from, @anonymous)',
        customers: `UPDATE waiting_events SET customer_id = @into
          WHERE source = @source AND customer_id IN (@from, @anonymous)`,
      }
      if (linked.size === 0) return []
      const claim = prepared<[Record<string, string>]>(driver, waits[takes])
      for (const [from, into] of linked) {
        claim.run({ from, into, anonymous: `anonymous:${from}`, ...(takes === 'customers' && { source }) })
      }
      return [...new Set(linked.values())]
    },
  }
}
