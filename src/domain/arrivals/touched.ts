import type { Writer } from '#db/run.ts'
import { TOUCHED } from '../facts/touched.ts'
import { signalLabel } from '../signals/known.ts'
import type { Settled } from '../signals/waiting.ts'
import type { EventRow } from './event-row.ts'
import type { MergedRow } from './entities.ts'

/** Somebody whose score may be another now, and why: `funding signal`, `new data`. */
export interface TouchedRecord {
  readonly id: number
  readonly cause: string
}

/** Whom arrived data is about. People stand under their companies; those of no company by themselves. */
export interface Touched {
  readonly companies: readonly TouchedRecord[]
  readonly people: readonly TouchedRecord[]
  readonly customers: readonly TouchedRecord[]
}

export const NOBODY: Touched = { companies: [], people: [], customers: [] }

const DATA = 'new data'

/** Where the people of some rows work. Asked before they are changed, too: whoever leaves a company matters to it. */
export function employersOf(writer: Writer, rows: readonly MergedRow[]): readonly number[] {
  return writer.driver
    .prepare<[string], number>(
      `SELECT DISTINCT company_id FROM people
       WHERE external_id IN (SELECT value FROM json_each(?)) AND company_id IS NOT NULL`,
    )
    .pluck()
    .all(idsIn(rows, 'people'))
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
  const company = writer.driver
    .prepare<[number], number | null>('SELECT company_id FROM people WHERE id = ?')
    .pluck()
  for (const { type, companyId, personId } of signals) {
    const cause = `${signalLabel(type)} signal`
    const employer = personId === null ? null : (company.get(personId) ?? null)
    for (const id of new Set([companyId, employer])) if (id !== null) note(companies, id, cause)
    if (personId !== null && employer === null) note(people, personId, cause)
  }
  const ids = (sql: string, json: string) => writer.driver.prepare<[string], number>(sql).pluck().all(json)
  const own = `external_id IN (SELECT value FROM json_each(?))`
  for (const id of [
    ...before,
    ...employersOf(writer, rows),
    ...ids(`SELECT id FROM companies WHERE ${own}`, idsIn(rows, 'companies')),
  ]) {
    note(companies, id, DATA)
  }
  for (const id of ids(`SELECT id FROM people WHERE company_id IS NULL AND ${own}`, idsIn(rows, 'people'))) {
    note(people, id, DATA)
  }
  const customers = new Map<number, Set<string>>()
  const customer = writer.driver
    .prepare<[string, string], number>(
      'SELECT customer_id FROM identities WHERE source = ? AND external_id = ?',
    )
    .pluck()
  for (const { type, customerId } of events) {
    const id = customer.get(source, customerId)
    if (id !== undefined) note(customers, id, `${type.replaceAll('_', ' ')} event`)
  }
  for (const { table, cells } of rows) {
    const id = table === 'orders' ? customer.get(source, cells['customer_id'] ?? '') : undefined
    if (id !== undefined) note(customers, id, 'order')
  }
  const changed = writer.driver.prepare<[], number>(`SELECT id FROM ${TOUCHED}`).pluck().all()
  for (const id of changed) note(customers, id, DATA)
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

const idsIn = (rows: readonly MergedRow[], table: MergedRow['table']): string =>
  JSON.stringify(rows.flatMap((row) => (row.table === table ? [row.id] : [])))

const listed = (noted: ReadonlyMap<number, ReadonlySet<string>>): readonly TouchedRecord[] =>
  [...noted].map(([id, causes]) => {
    // What happened says more than that something is new.
    const told = [...causes].filter((cause) => cause !== DATA)
    return { id, cause: told.length === 0 ? DATA : told.toSorted().join(', ') }
  })
