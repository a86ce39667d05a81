import type { Writer } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Instant } from '#kernel/clock.ts'
import type { TouchedCustomers } from '../facts/touched.ts'
import { TOUCHED } from '../facts/touched.ts'
import { countOf } from '#kernel/text.ts'
import { appendLog } from '../log/append.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import { findSame, sharedBy } from './find.ts'
import { joinSources } from './join.ts'
import { hasSeveralSources } from './several-sources.ts'

export interface Joined {
  /** How many customers went over to others. */
  readonly joined: number
  /** Addresses of several customers of one source, who were left as they are. */
  readonly ambiguous: number
}

/** So many pairs stand in one line of the log. */
const LOGGED = 100

/**
 * Joins, by the rule of the workspace, customers of several sources who are the same person: of those whom a write
 * touched, or of everybody. Before facts are computed, inside the transaction that wrote.
 */
export function joinSame(
  {
    writer,
    touched,
    now,
    actor,
    changed,
  }: {
    readonly writer: Writer
    readonly touched: TouchedCustomers
    readonly now: Instant
    readonly actor: Actor
    changed(source: Source): void
  },
  among: 'touched' | 'everybody',
): Joined {
  let joined = 0
  let ambiguous = 0
  const rule = readWorkspaceRow(writer)?.join_rule ?? 'off'
  if (rule === 'off' || !hasSeveralSources(writer.driver)) return { joined, ambiguous }
  if (among === 'touched' && touched.settle() === 0) return { joined, ambiguous }
  for (const shared of sharedBy(rule)) {
    const found = findSame(writer, shared, among === 'touched' ? `SELECT id FROM ${TOUCHED}` : undefined)
    ambiguous += found.ambiguous
    joined += found.pairs.length
    if (found.pairs.length === 0) continue
    joinSources({ driver: writer.driver, touched, now, rule: shared, changed }, found.pairs)
    appendLog(writer, {
      at: now,
      actor,
      action: 'customers_joined',
      subject: shared,
      detail: { joined: found.pairs.length, first: found.pairs.slice(0, LOGGED) },
    })
  }
  return { joined, ambiguous }
}

/** What a report says of it. */
export function joinNotes({ joined, ambiguous }: Joined): readonly string[] {
  const who =
    joined === 1
      ? '1 customer is known from another source, too'
      : `${countOf(joined, 'customer')} are known from another source, too`
  return [
    ...(joined === 0
      ? []
      : [`${who}, and joined by the same verified address; each can be separated again.`]),
    ...(ambiguous === 0
      ? []
      : [
          `${countOf(ambiguous, 'address is', 'addresses are')} those of several customers of one source: nobody was joined by them.`,
        ]),
  ]
}
