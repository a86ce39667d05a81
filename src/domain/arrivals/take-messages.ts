import type { Writer } from '#db/run.ts'
import type { ArrivalsTake } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { CellReaders } from '../imports/reading/cell-readers.ts'
import { erasedSenders } from '../privacy/erased-senders.ts'
import { type Alias, createAliases } from './aliases.ts'
import { createIdentities, type Identities } from './identities.ts'
import type { Message } from './message.ts'
import { forgetOld, knownIds, remember } from './remembered.ts'
import { type Rows, rowsOf } from './rows.ts'

/** What became of a message. */
export type Outcome =
  | {
      readonly kind: 'stored'
      readonly id: string
      /** It is about somebody or something that nobody knows yet. */
      readonly waiting: boolean
      /** It is dated after now. */
      readonly future: boolean
      /** The name of a signal that is no type of the registry. */
      readonly unknownType: string | null
      /** Traits and properties that nothing is made of. */
      readonly unused: readonly string[]
    }
  /** It came before, and changes nothing. */
  | { readonly kind: 'repeated'; readonly id: string }
  /** It is about somebody who was erased: nothing of it is kept. */
  | { readonly kind: 'kept_out'; readonly id: string }
  /** `problem` completes "it can’t be taken: …". */
  | { readonly kind: 'rejected'; readonly id: string; readonly problem: string }

export interface TakenMessages {
  readonly outcomes: readonly Outcome[]
  /** In the order in which they count. */
  readonly taken: readonly { readonly message: Message; readonly rows: Rows }[]
  readonly identities: Identities
  readonly aliases: readonly Alias[]
}

/** Clocks differ by so many seconds. */
const AHEAD = 60

/** Reads messages one after the other, each knowing what those before it said of ids. Writes nothing but ids. */
export function takeMessages(
  writer: Writer,
  {
    takes,
    source,
    now,
    readers,
    messages,
  }: {
    readonly takes: ArrivalsTake
    readonly source: string
    readonly now: Instant
    readonly readers: CellReaders
    readonly messages: readonly Message[]
  },
): TakenMessages {
  forgetOld(writer, now)
  const known = knownIds(
    writer,
    messages.map(({ id }) => id),
    source,
  )
  const allAliases = createAliases(writer, { takes, source })
  const identities = createIdentities(writer, { takes, source, now, aliases: allAliases })
  const erased = erasedSenders(writer, { takes, source })
  const outcomes: Outcome[] = []
  const taken: { message: Message; rows: Rows }[] = []
  const aliases: Alias[] = []

  const read = (message: Message) => {
    const subject = identities.subjectOf(message)
    return { subject, rows: rowsOf(message, { takes, subject, readers }) }
  }
  const link = (anonymousId: string, userId: string) => {
    for (const waited of identities.link(anonymousId, userId)) {
      const { rows } = read(waited)
      if ('problem' in rows) throw new Error(`A message that was taken is none any more: ${rows.problem}`)
      taken.push({ message: waited, rows })
    }
  }

  for (const message of messages) {
    const { id, userId, anonymousId, previousId } = message
    if (known.has(id)) {
      outcomes.push({ kind: 'repeated', id })
      continue
    }
    if (erased.keepsOut(message)) {
      known.add(id)
      outcomes.push({ kind: 'kept_out', id })
      continue
    }
    const { subject, rows } = read(message)
    if ('problem' in rows) {
      outcomes.push({ kind: 'rejected', id, problem: rows.problem })
      continue
    }
    if (message.kind === 'alias' && userId !== null && previousId !== null) {
      const alias = allAliases.add({ previousId, userId })
      if ('problem' in alias) {
        outcomes.push({ kind: 'rejected', id, problem: alias.problem })
        continue
      }
      aliases.push(alias)
      link(previousId, alias.userId)
    }
    known.add(id)
    if (subject !== null && userId !== null && anonymousId !== null) link(anonymousId, subject)
    const waits = subject === null && rows.entities.some(({ table }) => table === 'orders')
    if (waits) identities.keepWhole(message)
    else {
      identities.keep(message, rows.entities)
      taken.push({ message, rows })
    }
    outcomes.push({
      kind: 'stored',
      id,
      waiting: waits,
      future: message.at > now + AHEAD,
      unknownType: rows.signal === undefined || rows.signal.known ? null : rows.signal.type,
      unused: rows.unused,
    })
  }
  const found = new Set(taken.flatMap(({ message, rows }) => (rows.event === undefined ? [] : [message.id])))
  remember(
    writer,
    outcomes.flatMap(({ kind, id }) =>
      kind === 'kept_out' || (kind === 'stored' && !found.has(id)) ? [id] : [],
    ),
    now,
  )
  return { outcomes, taken, identities, aliases }
}
