import { query, type Writer } from '#db/run.ts'
import { toIso, type Instant } from '#kernel/clock.ts'
import { maskedPerson } from '../customers/masked.ts'
import { shownIdOfCustomer } from '../entities/external-ids.ts'
import type { KnownThings } from './known.ts'

type Driver = Writer['driver']
type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

/** What findings look at: one snapshot of the data, read piece by piece, so that it can be stopped in between. */
export interface Scan {
  readonly now: Instant
  /** `YYYY-MM-DD` of now, in UTC. */
  readonly today: string
  readonly customers: number
  /** What was known before: definitions, who is in segments, sources. */
  readonly known: KnownThings
  all(sql: string, ...parameters: Value[]): readonly Row[]
  /** The first column of the first row, 0 for none. */
  number(sql: string, ...parameters: Value[]): number
  /** Sums up the columns of a statement over all ids of a table, a block at a time: `… WHERE id >= @from AND id < @to`. */
  sums(
    table: 'customers' | 'orders',
    sql: string,
    parameters?: Record<string, Value>,
  ): Readonly<Record<string, number>>
  /** The first column of all rows, without keeping the rows. */
  each(sql: string, look: (id: number) => void): void
  /** Customers as examples: `K12, A. B., a…@example.com`. */
  people(ids: readonly number[]): readonly string[]
}

/** Ids that are read at once: a quarter of a second or so. */
const BLOCK = 50_000

/** `onPiece` is told after each piece, and throws to stop. */
export function createScan(
  driver: Driver,
  { now, known, onPiece }: { now: Instant; known: KnownThings; onPiece: () => void },
): Scan {
  const prepare = (sql: string) => driver.prepare<unknown[], Row>(sql)
  const all = (sql: string, ...parameters: Value[]) => {
    onPiece()
    return prepare(sql).all(...parameters)
  }
  const number = (sql: string, ...parameters: Value[]): number => {
    const [row] = all(sql, ...parameters)
    return Number(Object.values(row ?? {})[0] ?? 0)
  }
  const person = prepare(`SELECT c.email, c.first_name, c.last_name,
    ${shownIdOfCustomer.compile(query).sql} AS id FROM customers c WHERE c.id = ?`)
  return {
    now,
    today: toIso(now).slice(0, 10),
    customers: number('SELECT count(*) FROM customers'),
    known,
    all,
    number,
    sums(table, sql, parameters = {}) {
      const last = number(`SELECT max(id) FROM ${table}`)
      const statement = prepare(sql)
      const sums: Record<string, number> = {}
      for (let from = 0; from <= last; from += BLOCK) {
        onPiece()
        const row = statement.get({ ...parameters, from, to: from + BLOCK }) ?? {}
        for (const [column, value] of Object.entries(row)) {
          sums[column] = (sums[column] ?? 0) + Number(value ?? 0)
        }
      }
      return sums
    },
    each(sql, look) {
      let n = 0
      for (const row of prepare(sql).iterate()) {
        if (++n % BLOCK === 0) onPiece()
        look(Number(Object.values(row)[0]))
      }
      onPiece()
    },
    people: (ids) =>
      ids.flatMap((id) => {
        const row = person.get(id)
        if (row === undefined) return []
        const text = (value: Value | undefined) =>
          value === null || value === undefined ? null : String(value)
        const masked = maskedPerson(text(row['id']) ?? String(id), {
          email: text(row['email']),
          first_name: text(row['first_name']),
          last_name: text(row['last_name']),
        })
        return [[masked.id, masked.name, masked.email].filter((part) => part !== '').join(', ')]
      }),
  }
}
