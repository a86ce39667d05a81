import type { Writer } from '#db/run.ts'
import { TOUCHED } from '../facts/touched.ts'
import { prepared } from '../imports/apply/change.ts'
import { signalLabel } from '../signals/known.ts'
import type { Settled } from '../signals/waiting.ts'
import type { EventRow } from './event-row.ts'
import type { MergedRow } from './entities.ts'
import { customersOf } from './store-events.ts'

/** Somebody whose score may be another now, and why: `funding signal`, `new data`. */
export interface TouchedRecord {
  readonly id: number
  readonly cause: string
}

/** More than this many are scored by the next look at everybody, which is sooner done: no more need be listed. */
export const AT_ONCE = 100

/** Whom arrived data is about. People stand under their companies; those of no company by themselves. */
export interface Touched {
  readonly companies: readonly TouchedRecord[]
  readonly people: readonly TouchedRecord[]
  readonly customers: readonly TouchedRecord[]
}

export const NOBODY: Touched = { companies: [], people: [], customers: [] }

const DATA = 'new data'

/** Where the people of some rows work. Asked before they are changed, too: whoever leaves a company matters to it. */
export const employersOf = (writer: Writer, rows: readonly MergedRow[]): readonly number[] =>
  idsOf(writer, rows, 'people', 'DISTINCT company_id', 'company_id IS NOT NULL')

/** What the database has of those of some rows that are of a table. */
function idsOf(
  { driver }: Writer,
  rows: readonly MergedRow[],
  table: 'companies' | 'people',
  column: string,
  where: string,
): readonly number[] {
  const ids = rows.flatMap((row) => (row.table === table ? [row.id] : []))
  if (ids.length === 0) return []
  return prepared<[string], number>(
    driver,
    `SELECT ${column} FROM ${table} WHERE external_id IN (SELECT value FROM json_each(?)) AND ${where}`,
  )
    .pluck()
    .all(JSON.stringify(ids))
}

export function touchedBy(
  writer: Writer,
  {
    rows,
    signals,
    events,
    source,
    before,
  }: {
    readonly rows: readonly MergedRow[]
    readonly signals: Settled['signals']
    readonly events: readonly EventRow[]
    readonly source: string
    /** The companies of these people before. */
    readonly before: readonly number[]
  },
): Touched {
  const companies = new Map<number, Set<string>>()
  const people = new Map<number, Set<string>>()
  const note = (into: Map<number, Set<string>>, id: number, cause: string) =>
    void into.set(id, (into.get(id) ?? new Set()).add(cause))
  const company = prepared<[number], number | null>(
    writer.driver,
    'SELECT company_id FROM people WHERE id = ?',
  ).pluck()
  for (const { type, companyId, personId } of signals) {
    const cause = `${signalLabel(type)} signal`
    const employer = personId === null ? null : (company.get(personId) ?? null)
    for (const id of new Set([companyId, employer])) if (id !== null) note(companies, id, cause)
    if (personId !== null && employer === null) note(people, personId, cause)
  }
  for (const id of [
    ...before,
    ...employersOf(writer, rows),
    ...idsOf(writer, rows, 'companies', 'id', 'TRUE'),
  ]) {
    note(companies, id, DATA)
  }
  for (const id of idsOf(writer, rows, 'people', 'id', 'company_id IS NULL')) note(people, id, DATA)
  const customers = new Map<number, Set<string>>()
  const customer = customersOf({ driver: writer.driver, source })
  for (const { type, customerId } of events) {
    if (customers.size > AT_ONCE) break
    const id = customer(customerId)
    if (id !== null) note(customers, id, `${type.replaceAll('_', ' ')} event`)
  }
  for (const { table, cells } of rows) {
    const id = table === 'orders' ? customer(cells['customer_id'] ?? '') : null
    if (id !== null) note(customers, id, 'order')
  }
  const changed = prepared(writer.driver, `SELECT id FROM ${TOUCHED} LIMIT ${AT_ONCE + 1}`)
    .pluck()
    .all()
  for (const id of changed) if (typeof id === 'number') note(customers, id, DATA)
  return { companies: listed(companies), people: listed(people), customers: listed(customers) }
}

/** One record for each, with every cause. */
export function joinTouched(all: readonly Touched[]): Touched {
  const [only] = all
  if (all.length === 1 && only !== undefined) return only
  const joined = (of: (touched: Touched) => readonly TouchedRecord[]) => {
    const causes = new Map<number, Set<string>>()
    for (const { id, cause } of all.flatMap(of)) causes.set(id, (causes.get(id) ?? new Set()).add(cause))
    return listed(causes)
  }
  return {
    companies: joined(({ companies }) => companies),
    people: joined(({ people }) => people),
    customers: joined(({ customers }) => customers),
  }
}

const listed = (noted: ReadonlyMap<number, ReadonlySet<string>>): readonly TouchedRecord[] =>
  [...noted].slice(0, AT_ONCE + 1).map(([id, causes]) => {
    // What happened says more than that something is new.
    const told = [...causes].filter((cause) => cause !== DATA)
    return { id, cause: told.length === 0 ? DATA : told.toSorted().join(', ') }
  })
