import { query, type Writer } from '#db/run.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'

export interface LogEntry {
  readonly at: Instant
  readonly actor: Actor
  /** `sign_in`, `confirm_proposal` … */
  readonly action: string
  /** The id of what it was done to. */
  readonly subject: string
  /** Internal ids and settings; never personal data, never a secret. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Adds an entry to the append-only log, inside the transaction of what it tells about. */
export function appendLog(writer: Writer, { at, actor, action, subject, detail = {} }: LogEntry): void {
  writer.run(
    query
      .insertInto('log')
      .values({ at, actor: JSON.stringify(actor), action, subject, detail: JSON.stringify(detail) }),
  )
}
