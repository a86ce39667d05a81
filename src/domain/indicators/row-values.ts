import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { allOf } from '../conditions/shared/set-query.ts'
import type { MeasureRows } from './measures/define.ts'

/** The known values of all customers, by internal id. */
export function rowValues(
  reader: Reader,
  { from, customer, tests, value }: MeasureRows,
): readonly (readonly [customer: number, value: number])[] {
  const column = sql.ref(customer)
  const statement = sql<{ id: number; value: number | null }>`
    SELECT ${column} AS id, ${value} AS value FROM ${from} WHERE ${allOf(tests)} GROUP BY ${column}`
  return reader
    .all({ compile: () => statement.compile(query) })
    .flatMap((row) => (row.value === null ? [] : [[row.id, row.value] as const]))
}
