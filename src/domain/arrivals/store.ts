import type { Writer } from '#db/run.ts'
import type { ArrivalsTake, Source } from '#db/schema.ts'
import { currencyOf } from '#kernel/money.ts'
import type { Instant } from '#kernel/clock.ts'
import { defineFunctions } from '../facts/functions.ts'
import { refreshFacts } from '../facts/refresh.ts'
import { touchedCustomers } from '../facts/touched.ts'
import { raiseVersions } from '../imports/apply/raise-versions.ts'
import type { ApplyRun } from '../imports/apply/run.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import { cellReaders } from '../imports/reading/cell-readers.ts'
import type { TableName } from '../imports/tables/define.ts'
import { settleWaiting } from '../signals/waiting.ts'
import { recordArrival } from '../sources/record.ts'
import { readWorkspaceRow } from '../workspace/workspace.ts'
import type { Operation } from '../writer/operation.ts'
import { applyEntities, mergeEntities } from './entities.ts'
import { createIdentities } from './identities.ts'
import type { Message } from './message.ts'
import { forgetOld, isKnown, remember } from './remembered.ts'
import { type Rows, rowsOf } from './rows.ts'
import { settleEvents } from './settle-events.ts'
import { employersOf, touchedBy, type Touched } from './touched.ts'
import { waitFor, waitingOf } from './wait.ts'
import { useWriteKey } from './keys.ts'

export interface ArrivalsInput {
  readonly keyId: string
  readonly takes: ArrivalsTake
  /** Under which name ids of customers and events are known. */
  readonly source: string
  readonly messages: readonly Message[]
}

/** A message that is not taken, by its place among those that came. */
export interface RejectedMessage {
  readonly at: number
  readonly id: string
  /** Completes "it can’t be taken: …". */
  readonly problem: string
}

/** What became of messages. */
export interface StoredArrivals {
  readonly stored: number
  /** Ids of messages that came before. */
  readonly repeated: readonly string[]
  readonly rejected: readonly RejectedMessage[]
  /** Messages about companies, people or customers that nobody knows yet: they count as soon as these appear. */
  readonly waiting: readonly string[]
  /** Names of signals that are no types of the registry: kept as they are. */
  readonly unknownTypes: readonly string[]
  /** Traits and properties that nothing is made of. */
  readonly unused: readonly string[]
  readonly touched: Touched
}

/**
 * Stores what programs sent, in one transaction: people, companies or customers first, then what they did. Whatever
 * is about somebody unknown waits. A message that can’t be read is rejected alone, and no message is applied in part.
 */
export const storeArrivals: Operation<ArrivalsInput, StoredArrivals> = ({ writer, clock }, input) => {
  refuseDuringImport(writer.driver)
  return writer.transaction(() => store(writer, clock.now(), input))
}

function store(
  writer: Writer,
  now: Instant,
  { keyId, takes, source, messages }: ArrivalsInput,
): StoredArrivals {
  const { driver } = writer
  useWriteKey(writer, keyId, now)
  forgetOld(writer, now)
  defineFunctions(driver)
  const changed = new Set<Source>()
  const touched = touchedCustomers(driver)
  const applying: Applying = { writer, driver, touched, source, now, changed: (one) => void changed.add(one) }
  const readers = cellReaders(
    { currency: currencyOf(readWorkspaceRow(writer)?.currency ?? 'USD'), roundsMoney: false },
    { roundedAmounts: 0, unknownCountries: new Map() },
  )
  const identities = createIdentities(writer, { takes, source, now })
  const repeated: string[] = []
  const rejected: RejectedMessage[] = []
  const taken: Rows[] = []
  for (const [at, message] of messages.entries()) {
    if (isKnown(writer, message.id, source)) {
      repeated.push(message.id)
      continue
    }
    const rows = rowsOf(message, { takes, subject: identities.subjectOf(message), readers })
    if ('problem' in rows) {
      rejected.push({ at, id: message.id, problem: rows.problem })
      continue
    }
    remember(writer, message.id, now)
    identities.link(message)
    identities.keep(message, rows.entities)
    taken.push(rows)
  }
  const rows = mergeEntities([...identities.released(), ...taken.flatMap(({ entities }) => entities)])
  const before = employersOf(writer, rows)
  applyEntities(applying, rows, readers)
  const signals = taken.flatMap(({ signal }) => signal ?? [])
  const events = taken.flatMap(({ event }) => event ?? [])
  waitFor(writer, { signals, events, source, now })
  const claimed = identities.claim()
  const settled = settleWaiting(driver, now, {
    signals: signals.map(({ id }) => id),
    companies: rows.flatMap(({ table, id }) => (table === 'companies' ? [id] : [])),
    people: [...rows.flatMap(({ table, id }) => (table === 'people' ? [id] : [])), ...claimed],
  })
  if (settled.signals.length > 0) changed.add('signals')
  settleEvents(applying, {
    source,
    now,
    ids: events.map(({ id }) => id),
    customers: [...rows.flatMap(({ table, id }) => (table === 'customers' ? [id] : [])), ...claimed],
  })
  if (changed.size > 0) refreshFacts(driver, touched)
  raiseVersions(writer, changed)
  if (taken.length > 0) {
    const came = [
      ...rows.map(({ table }) => table),
      ...signals.map(() => 'signals' as const),
      ...events.map(() => 'events' as const),
    ]
    recordArrival(writer, { kind: 'write_key', key: keyId, name: keyId, source, at: now, rows: tally(came) })
  }
  return {
    stored: taken.length,
    repeated,
    rejected,
    waiting: waitingOf(
      writer,
      source,
      [...signals, ...events].map(({ id }) => id),
    ),
    unknownTypes: [...new Set(signals.flatMap(({ known, type }) => (known ? [] : [type])))],
    unused: [...new Set(taken.flatMap(({ unused }) => unused))].slice(0, UNUSED),
    touched:
      changed.size === 0
        ? NOBODY
        : touchedBy(writer, { rows, signals: settled.signals, events, source, before }),
  }
}

const tally = (tables: readonly TableName[]): Partial<Record<TableName, number>> =>
  Object.fromEntries([...Map.groupBy(tables, (table) => table)].map(([table, all]) => [table, all.length]))

export type Applying = Pick<ApplyRun, 'writer' | 'driver' | 'touched' | 'source' | 'now' | 'changed'>

const UNUSED = 50
const NOBODY: Touched = { companies: [], people: [], customers: [] }
