import { TEXT_FIELDS } from './keys.ts'
import type { ApplyRun } from '../imports/apply/run.ts'

/**
 * Makes two customers one: what the first was, bought and did is the second's, whose own traits count where both have
 * some. Of consent the later word counts. The caller holds the transaction.
 */
export function joinCustomers(
  { driver, now, touched, changed }: Pick<ApplyRun, 'driver' | 'now' | 'touched' | 'changed'>,
  { from, into }: { readonly from: number; readonly into: number },
): void {
  const run = (sql: string) => driver.prepare(sql).run({ from, into })
  run(filling('customers', [...TEXT_FIELDS, 'birthday', 'latitude', 'longitude', 'created_at']))
  run(filling('customer_keys', TEXT_FIELDS))
  run(`INSERT INTO consents(customer_id, channel, state, changed_at, source)
    SELECT @into, channel, state, changed_at, source FROM consents WHERE customer_id = @from
    ON CONFLICT(customer_id, channel) DO UPDATE
    SET state = excluded.state, changed_at = excluded.changed_at, source = excluded.source
    WHERE excluded.changed_at > coalesce(consents.changed_at, 0)`)
  for (const [table, others] of Object.entries(SHARED)) {
    run(`INSERT OR IGNORE INTO ${table}(customer_id, ${others})
      SELECT @into, ${others} FROM ${table} WHERE customer_id = @from`)
  }
  for (const table of MOVED) run(`UPDATE ${table} SET customer_id = @into WHERE customer_id = @from`)
  for (const table of ['consents', ...Object.keys(SHARED), 'indicator_values', 'customer_category']) {
    run(`DELETE FROM ${table} WHERE customer_id = @from`)
  }
  driver
    .prepare('UPDATE memberships SET left_at = ? WHERE customer_id = ? AND left_at IS NULL')
    .run(now, from)
  run(`DELETE FROM scores WHERE record_id = @from AND entity = 'customer'`)
  run(`DELETE FROM answers WHERE record_id = @from
    AND question IN (SELECT number FROM questions WHERE entity = 'customer')`)
  for (const table of ['facts', 'customer_keys', 'customers']) run(`DELETE FROM ${table} WHERE id = @from`)
  touched.add('VALUES (?)', into)
  for (const source of SOURCES) changed(source)
}

/** What is there once for a customer: the columns beside the customer's. */
const SHARED = {
  customer_labels: 'kind, key, label',
  list_members: 'segment_id',
  export_members: 'export',
} as const
const MOVED = ['identities', 'orders', 'items', 'events'] as const
const SOURCES = [
  'customers',
  'consents',
  'orders',
  'events',
  'lists',
  'memberships',
  'indicators',
  'exports',
  'scores',
  'answers',
] as const

/** Fills what a row of the second lacks from the first. */
const filling = (table: string, columns: readonly string[]): string =>
  `UPDATE ${table} SET ${columns.map((column) => `${column} = coalesce(${table}.${column}, f.${column})`).join(', ')}
   FROM ${table} f WHERE f.id = @from AND ${table}.id = @into`
