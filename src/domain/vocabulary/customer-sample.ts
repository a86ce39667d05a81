import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { customersAtMost } from './customer-lists.ts'

/** Of up to twice as many customers, each is looked at. */
const SAMPLE = 5_000

/**
 * How many customers have each kind of event, or had something of each campaign. In large companies estimated
 * from every n-th customer: these numbers rank and orient, and no audience is made of them.
 */
export function customersBy(reader: Reader, column: 'type_id' | 'campaign_id'): ReadonlyMap<number, number> {
  const highest = customersAtMost(reader)
  const stride = Math.max(1, Math.floor(highest / SAMPLE))
  const value = sql.ref(column)
  const counts = sql<{ value: number; customers: number }>`
    WITH RECURSIVE sample(id) AS (
      SELECT ${stride} UNION ALL SELECT id + ${stride} FROM sample WHERE id + ${stride} <= ${highest})
    SELECT ${value} AS value, count(DISTINCT customer_id) AS customers
    FROM sample CROSS JOIN events ON customer_id = sample.id
    WHERE ${value} IS NOT NULL GROUP BY ${value}`
  return new Map(
    reader.all({ compile: () => counts.compile(query) }).map((row) => [row.value, stride * row.customers]),
  )
}
