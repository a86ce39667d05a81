import { sql } from 'kysely'
import { query, type Reader } from '#db/run.ts'
import { customersAtMost } from './customer-lists.ts'

/** Up to twice as many customers, each of them is looked at. */
const SAMPLE = 10_000

/** Named, since SQLite would step through every row of a value for each customer; orders count as in criteria. */
const HISTORY_OF = {
  orders: sql`orders INDEXED BY orders_customer ON customer_id = sample.id AND counted = 1`,
  events: sql`events INDEXED BY events_customer ON customer_id = sample.id`,
} as const

type Column =
  | { readonly table: 'orders'; readonly column: 'channel' | 'device' | 'discount_key' }
  | { readonly table: 'events'; readonly column: 'type_id' | 'campaign_id' | 'channel' | 'device' }

/**
 * How many customers have each value somewhere in their history. In large companies estimated from every n-th
 * customer: these numbers rank and orient, and no audience is made of them.
 */
export function customersBy<V extends string | number>(
  reader: Reader,
  { table, column }: Column,
): ReadonlyMap<V, number> {
  const highest = customersAtMost(reader)
  const stride = Math.max(1, Math.floor(highest / SAMPLE))
  const value = sql.ref(column)
  const counts = sql<{ value: V; customers: number }>`
    WITH RECURSIVE sample(id) AS (
      SELECT ${stride} UNION ALL SELECT id + ${stride} FROM sample WHERE id + ${stride} <= ${highest})
    SELECT ${value} AS value, count(DISTINCT customer_id) AS customers
    FROM sample CROSS JOIN ${HISTORY_OF[table]}
    WHERE ${value} IS NOT NULL GROUP BY ${value}`
  return new Map(
    reader.all({ compile: () => counts.compile(query) }).map((row) => [row.value, stride * row.customers]),
  )
}
