import type { Writer } from '#db/run.ts'
import type { ArrivalsTake, Source } from '#db/schema.ts'
import { InputError } from '#kernel/errors.ts'
import { currencyOf } from '#kernel/money.ts'
import type { Instant } from '#kernel/clock.ts'
import { defineFunctions } from '../facts/functions.ts'
import { refreshFacts } from '../facts/refresh.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import type { ApplyRun } from '../imports/apply/run.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import { type CellReaders, cellReaders } from '../imports/reading/cell-readers.ts'
import type { TableName } from '../imports/tables/define.ts'
import { noteUse } from '../keys/keys.ts'
import { joinSame } from '../joins/join-same.ts'
import { settleWaiting } from '../signals/waiting.ts'
import { recordArrival } from '../sources/record.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import type { Operation } from '../writer/operation.ts'
import { durably } from '../writer/durably.ts'
import { applyEntities, applyLines, ARRIVING, mergeEntities } from './entities.ts'
import { joinAliases } from './join-aliases.ts'
import { WRITE_KEYS } from './key-schema.ts'
import { knownIn } from './known-things.ts'
import type { Message } from './message.ts'
import { type Received, receivedOf } from './received.ts'
import { keepOrderChange, settleOrderChanges } from './order-changes.ts'
import { type Outcome, takeMessages } from './take-messages.ts'
import { settleEvents } from './settle-events.ts'
import { customersOf, storeEvents } from './store-events.ts'
import { employersOf, joinTouched, NOBODY, touchedBy, type Touched } from './touched.ts'
import { waitFor, waitingOf } from './wait.ts'

/** Messages that came under one key. */
export interface ArrivedBatch {
  readonly keyId: string
  readonly takes: ArrivalsTake
  /** Under which name ids of customers and events are known. */
  readonly source: string
  readonly messages: readonly Message[]
}

/** What became of the messages; or why the whole batch was refused. */
export type StoredBatch = { readonly received: Received } | { readonly refused: string }

export interface StoredArrivals {
  readonly batches: readonly StoredBatch[]
  readonly touched: Touched
}

/**
 * Stores what programs sent, all that came together in one transaction, which is on the disk when this answers. Of a
 * batch people, companies or customers come first, then what they did. Whatever is about somebody unknown waits. A
 * message that can’t be read is rejected alone, and no message is applied in part.
 */
export const storeArrivals: Operation<{ readonly batches: readonly ArrivedBatch[] }, StoredArrivals> = (
  { writer, clock },
  { batches },
) => {
  refuseDuringImport(writer.driver)
  return durably(writer, () => {
    // Of one key they are read as one: a table to stage rows in costs as much for one message as for a thousand.
    const together = [...Map.groupBy(batches, ({ keyId }) => keyId).values()].map((of) =>
      storeTogether(writer, clock.now(), of),
    )
    const stored = new Map(together.flatMap(({ each }) => [...each]))
    return {
      batches: batches.map((batch) => taken(stored.get(batch))),
      touched: joinTouched(together.map(({ touched }) => touched)),
    }
  })
}

function taken(batch: StoredBatch | undefined): StoredBatch {
  if (batch === undefined) throw new Error('Each batch that came is answered')
  return batch
}

/** Stores batches of one key, and tells each what became of its own messages. */
function storeTogether(writer: Writer, now: Instant, batches: readonly ArrivedBatch[]) {
  const [first] = batches
  if (first === undefined) return { each: new Map<ArrivedBatch, StoredBatch>(), touched: NOBODY }
  const messages = batches.flatMap((batch) => batch.messages)
  const { outcomes, touched } = storeBatch(writer, now, { ...first, messages })
  let from = 0
  const each = new Map(
    batches.map((one): [ArrivedBatch, StoredBatch] => {
      const to = from + one.messages.length
      const own =
        typeof outcomes === 'string'
          ? { refused: outcomes }
          : { received: receivedOf(outcomes.slice(from, to)) }
      from = to
      return [one, own]
    }),
  )
  return { each, touched }
}

/** Outcomes in the order of the messages, or why all are refused. */
function storeBatch(
  writer: Writer,
  now: Instant,
  batch: ArrivedBatch,
): { readonly outcomes: readonly Outcome[] | string; readonly touched: Touched } {
  try {
    noteUse(writer, WRITE_KEYS, batch.keyId, now)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { outcomes: error.message, touched: NOBODY }
  }
  return store(writer, now, batch)
}

/** What arriving rows are read with: the workspace’s currency, and amounts as programs compute them, rounded. */
export const arrivingReaders = (writer: Writer): CellReaders =>
  cellReaders(
    { currency: currencyOf(readWorkspaceRow(writer)?.currency ?? 'USD'), roundsMoney: true },
    { roundedAmounts: 0, unknownCountries: new Map() },
  )

function store(writer: Writer, now: Instant, { keyId, takes, source, messages }: ArrivedBatch) {
  const { driver } = writer
  defineFunctions(driver)
  const changed = new Set<Source>()
  const touched = touchedCustomers(driver)
  const applying: Applying = { writer, driver, touched, source, now, changed: (one) => void changed.add(one) }
  const readers = arrivingReaders(writer)
  const { outcomes, taken, identities, aliases } = takeMessages(writer, {
    takes,
    source,
    now,
    readers,
    messages,
  })
  const rows = mergeEntities(
    [...identities.released(), ...taken.flatMap(({ rows: { entities } }) => entities)],
    knownIn(driver, source),
  )
  const before = employersOf(writer, rows)
  applyEntities(applying, rows, readers)
  applyLines(
    applying,
    taken.flatMap(({ rows: { lines } }) => lines ?? []),
    readers,
  )
  for (const {
    message,
    rows: { orderChange: change },
  } of taken) {
    if (change === undefined) continue
    const amount = change.amount === null ? null : Number(readers.charge(change.amount))
    keepOrderChange(writer, { ...change, source, id: message.id, amount, now })
  }
  settleOrderChanges(applying, source)
  const signals = taken.flatMap(({ rows: { signal } }) => signal ?? [])
  const events = taken.flatMap(({ rows: { event } }) => event ?? [])
  const whose = customersOf(applying)
  const { strangers = [], known = [] } = Object.groupBy(events, ({ customerId }) =>
    whose(customerId) === null ? 'strangers' : 'known',
  )
  waitFor(writer, { signals, events: strangers, source, now })
  const claimed = identities.claim()
  joinAliases(applying, takes, aliases)
  const settled = settleWaiting(driver, now, {
    signals: signals.map(({ id }) => id),
    companies: rows.flatMap(({ table, id }) => (table === 'companies' ? [id] : [])),
    people: [...rows.flatMap(({ table, id }) => (table === 'people' ? [id] : [])), ...claimed],
  })
  if (settled.signals.length > 0) changed.add('signals')
  settleEvents(applying, {
    source,
    ids: strangers.map(({ id }) => id),
    customers: [...rows.flatMap(({ table, id }) => (table === 'customers' ? [id] : [])), ...claimed],
  })
  // By an alias somebody is another from here on.
  storeEvents(applying, known, aliases.length === 0 ? whose : customersOf(applying))
  if (changed.size > 0) {
    joinSame({ ...applying, actor: ARRIVING }, 'touched')
    refreshFacts(driver, touched)
  }
  raiseVersions(writer, changed)
  if (taken.length > 0) {
    const came = [
      ...rows.map(({ table }) => table),
      ...signals.map(() => 'signals' as const),
      ...events.map(() => 'events' as const),
    ]
    recordArrival(writer, { kind: 'write_key', key: keyId, name: keyId, source, at: now, rows: tally(came) })
  }
  const waiting = waitingOf(writer, source, [
    ...[...strangers, ...signals].map(({ id }) => id),
    ...taken.flatMap(({ message, rows: { orderChange } }) => (orderChange === undefined ? [] : [message.id])),
  ])
  return {
    outcomes: outcomes.map((outcome) =>
      outcome.kind === 'stored' && waiting.has(outcome.id) ? { ...outcome, waiting: true } : outcome,
    ),
    touched:
      changed.size === 0
        ? NOBODY
        : touchedBy(writer, { rows, signals: settled.signals, events, source, before }),
  }
}

/** How many rows of each table came. */
export const tally = (tables: readonly TableName[]): Partial<Record<TableName, number>> =>
  Object.fromEntries([...Map.groupBy(tables, (table) => table)].map(([table, all]) => [table, all.length]))

export type Applying = Pick<
  ApplyRun,
  'writer' | 'driver' | 'touched' | 'source' | 'addressIds' | 'now' | 'changed'
>
