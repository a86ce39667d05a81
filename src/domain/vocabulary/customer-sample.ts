import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { customersAtMost } from './customer-lists.ts'

/** Of up to twice as many customers, each is looked at. */
const SAMPLE = 5_000

/** Every n-th customer, or everybody in small companies: `cte` names their ids `sample`. */
export function sampleOf(reader: Reader) {
  const highest = customersAtMost(reader)
  const stride = Math.max(1, Math.floor(highest / SAMPLE))
  const cte = sql`sample(id) AS (
      SELECT ${stride} UNION ALL SELECT id + ${stride} FROM sample WHERE id + ${stride} <= ${highest})`
  return { stride, cte }
}

/**
 * How many customers have each kind of event, or had something of each campaign. In large companies estimated
 * from every n-th customer: these numbers rank and orient, and no audience is made of them.
 */
export function customersBy(reader: Reader, column: 'type_id' | 'campaign_id'): ReadonlyMap<number, number> {
  const { stride, cte } = sampleOf(reader)
  const value = sql.ref(column)
  const counts = sql<{ value: number; customers: number }>`
    WITH RECURSIVE ${cte}
    SELECT ${value} AS value, count(DISTINCT customer_id) AS customers
    FROM sample CROSS JOIN events ON customer_id = sample.id
    WHERE ${value} IS NOT NULL GROUP BY ${value}`
  return new Map(
    reader.all({ compile: () => counts.compile(query) }).map((row) => [row.value, stride * row.customers]),
  )
}
