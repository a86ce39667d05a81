import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'

type Table = 'orders' | 'events'
type Column = 'channel' | 'device' | 'discount_key'

/**
 * The texts that a column holds, each once, stepping through its index from one to the next: a few look-ups,
 * however many rows there are.
 */
export function spellingsIn(reader: Reader, table: Table, column: Column): readonly string[] {
  const [from, text] = [sql.table(table), sql.ref(column)]
  const steps = sql<{ text: string }>`
    WITH RECURSIVE seen(text) AS (
      SELECT min(${text}) FROM ${from} WHERE ${text} IS NOT NULL
      UNION ALL
      SELECT (SELECT min(${text}) FROM ${from} WHERE ${text} > seen.text) FROM seen WHERE seen.text IS NOT NULL)
    SELECT text FROM seen WHERE text IS NOT NULL`
  return reader.all({ compile: () => steps.compile(query) }).map((row) => row.text)
}

/** The ways to buy, or to be reached, that orders and events name. */
export const waysIn = (reader: Reader, column: 'channel' | 'device'): readonly string[] => [
  ...new Set([...spellingsIn(reader, 'orders', column), ...spellingsIn(reader, 'events', column)]),
]

/** The same with the number of rows that have each: a pass over the index. */
export function rowsBy(reader: Reader, table: Table, column: Column): ReadonlyMap<string, number> {
  const text = sql.ref(column)
  const counts = sql<{ text: string; rows: number }>`
    SELECT ${text} AS text, count(*) AS rows FROM ${sql.table(table)} WHERE ${text} IS NOT NULL GROUP BY ${text}`
  return new Map(reader.all({ compile: () => counts.compile(query) }).map((row) => [row.text, row.rows]))
}
