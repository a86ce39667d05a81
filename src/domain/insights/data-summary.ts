import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { type Instant, toIso } from '#kernel/clock.ts'

export interface DataSummary {
  readonly what: string
  readonly rows: number
  /** ISO 8601; null where rows carry no date, or there are none. */
  readonly latest: string | null
}

/** How much data there is of each kind, and how fresh it is. Answered by indexes where they have a date. */
export function summariseData(reader: Reader): readonly DataSummary[] {
  const iso = (at: Instant | null | undefined) => (at === null || at === undefined ? null : toIso(at))
  const counted = (
    table: 'customers' | 'products' | 'orders' | 'items' | 'events' | 'companies' | 'people',
  ) => {
    const rows = query.selectNoFrom(sql<number>`(SELECT count(*) FROM ${sql.table(table)})`.as('rows'))
    return reader.get(rows)?.rows ?? 0
  }
  const orders = reader.get(query.selectFrom('orders').select(({ fn }) => fn.max('ordered_at').as('at')))
  const events = reader.get(query.selectFrom('events').select(({ fn }) => fn.max('occurred_at').as('at')))
  const joined = reader.get(query.selectFrom('customers').select(({ fn }) => fn.max('created_at').as('at')))
  return [
    { what: 'customers', rows: counted('customers'), latest: iso(joined?.at) },
    { what: 'products', rows: counted('products'), latest: null },
    { what: 'orders', rows: counted('orders'), latest: iso(orders?.at) },
    { what: 'order lines', rows: counted('items'), latest: null },
    { what: 'events', rows: counted('events'), latest: iso(events?.at) },
    { what: 'companies', rows: counted('companies'), latest: null },
    { what: 'people', rows: counted('people'), latest: null },
  ]
}

/** Is there anybody to count? */
export const hasRecords = (reader: Reader): boolean =>
  [
    query.selectFrom('customers').select('id').limit(1),
    query.selectFrom('companies').select('id').limit(1),
    query.selectFrom('people').select('id').limit(1),
  ].some((one) => reader.get(one) !== undefined)

/** Does anybody hold a key by which data comes before long? */
export const awaitsData = (reader: Reader): boolean =>
  reader.get(query.selectFrom('write_keys').select('id').where('revoked_at', 'is', null).limit(1)) !==
  undefined
