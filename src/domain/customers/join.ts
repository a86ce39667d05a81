import type { Writer } from '#db/run.ts'
import type { Source } from '#db/schema.ts'
import { defineFunctions } from '../facts/functions.ts'
import type { TouchedCustomers } from '../facts/touched.ts'
import { ADDRESS, isOfAddress, PLAIN } from '../imports/tables/customers.ts'
import { moveConfirmed } from './confirmed-members.ts'
import { insertKeys } from './keys.ts'

/** Two customers who are the same person: the one goes over to the other. */
export interface Pair {
  readonly kept: number
  readonly gone: number
}

/** What is read from the tables that a join or a separation moves rows in. */
export const MOVED: readonly Source[] = [
  'customers',
  'consents',
  'orders',
  'events',
  'lists',
  'memberships',
  'indicators',
  'exports',
  'answers',
  'scores',
]

/** Who goes over to whom. */
export const JOINING = 'temp.joining'

export interface Joining {
  readonly driver: Writer['driver']
  readonly touched: TouchedCustomers
  changed(source: Source): void
}

/**
 * Makes one customer of each pair: what the one that goes did, consented to and is in goes over to the one that stays,
 * who keeps their own attributes and gets those that they lack. Of two consents the later counts, of two at once the
 * one that says no. The caller holds the transaction. `first` is told of each lot before it is moved: `JOINING`.
 */
export function joinCustomers(
  { driver, touched, changed }: Joining,
  pairs: readonly Pair[],
  first: () => void = () => {},
): void {
  if (pairs.length === 0) return
  defineFunctions(driver)
  driver.exec(
    'CREATE TEMP TABLE IF NOT EXISTS joining(gone INTEGER PRIMARY KEY, kept INTEGER NOT NULL UNIQUE)',
  )
  // Customers go before what refers to them here; the check waits for the end of the transaction.
  driver.pragma('defer_foreign_keys = ON')
  const insert = driver.prepare(`INSERT INTO ${JOINING}(gone, kept) VALUES (?, ?)`)
  // Of several who go over to one, one after the other: each gives what is still lacking.
  for (const round of rounds(pairs)) {
    driver.exec(`DELETE FROM ${JOINING}`)
    for (const { gone, kept } of round) insert.run(gone, kept)
    first()
    for (const sql of MOVES) driver.exec(sql)
    moveConfirmed(driver, round)
    for (const { kept } of round) touched.add('VALUES (?)', kept)
  }
  for (const source of MOVED) changed(source)
}

function rounds(pairs: readonly Pair[]): readonly (readonly Pair[])[] {
  const all: Pair[][] = []
  const had = new Map<number, number>()
  for (const pair of pairs) {
    const round = had.get(pair.kept) ?? 0
    had.set(pair.kept, round + 1)
    const those = all[round] ?? []
    all[round] = those
    those.push(pair)
  }
  return all
}

const GONE = `SELECT gone FROM ${JOINING}`
const keptOf = (column: string): string => `(SELECT kept FROM ${JOINING} WHERE gone = ${column})`

/** The rows of somebody in a table whose key begins with something else: one look for each of those. */
const within = (column: string, table: string, of: string): string =>
  `(${column}, customer_id) IN (SELECT g.${of}, x.gone FROM ${table} g CROSS JOIN ${JOINING} x)`

/** What somebody lacks; of an address all or nothing, as parts of two are none. */
const filled = (column: (typeof PLAIN)[number]): string =>
  isOfAddress(column)
    ? `iif(coalesce(${ADDRESS.map((part) => `customers.${part}`).join(', ')}) IS NULL, g.${column}, customers.${column})`
    : `coalesce(customers.${column}, g.${column})`

const MOVES: readonly string[] = [
  `UPDATE identities SET customer_id = ${keptOf('customer_id')} WHERE customer_id IN (${GONE})`,
  `UPDATE items SET customer_id = ${keptOf('customer_id')} WHERE order_id IN (
     SELECT id FROM orders WHERE counted = 1 AND customer_id IN (${GONE})
     UNION ALL SELECT id FROM orders WHERE counted = 0 AND customer_id IN (${GONE}))`,
  ...[1, 0].map(
    (counted) =>
      `UPDATE orders SET customer_id = ${keptOf('customer_id')} WHERE counted = ${counted} AND customer_id IN (${GONE})`,
  ),
  `UPDATE events SET customer_id = ${keptOf('customer_id')} WHERE customer_id IN (${GONE})`,
  `INSERT INTO consents(customer_id, channel, state, changed_at, source)
     SELECT x.kept, c.channel, c.state, c.changed_at, c.source
     FROM ${JOINING} x JOIN consents c ON c.customer_id = x.gone WHERE true ORDER BY x.gone
   ON CONFLICT(customer_id, channel) DO UPDATE
     SET state = excluded.state, changed_at = excluded.changed_at, source = excluded.source
     WHERE coalesce(excluded.changed_at, 0) > coalesce(consents.changed_at, 0)
       OR (coalesce(excluded.changed_at, 0) = coalesce(consents.changed_at, 0) AND excluded.state = 'unsubscribed')`,
  `DELETE FROM consents WHERE customer_id IN (${GONE})`,
  `INSERT OR IGNORE INTO customer_labels(kind, key, customer_id, label)
     SELECT l.kind, l.key, x.kept, l.label FROM ${JOINING} x JOIN customer_labels l ON l.customer_id = x.gone`,
  `DELETE FROM customer_labels WHERE customer_id IN (${GONE})`,
  `INSERT OR IGNORE INTO list_members(segment_id, customer_id)
     SELECT m.segment_id, x.kept FROM segments g CROSS JOIN ${JOINING} x
     JOIN list_members m ON m.segment_id = g.id AND m.customer_id = x.gone WHERE g.kind = 'list'`,
  `DELETE FROM list_members WHERE ${within('segment_id', 'segments', 'id')}`,
  // Whoever is in a segment twice by now has been since the earlier of both.
  `DELETE FROM memberships WHERE left_at IS NULL AND ${within('segment_id', 'segments', 'id')}
     AND EXISTS (SELECT 1 FROM memberships k WHERE k.segment_id = memberships.segment_id
       AND k.customer_id = ${keptOf('memberships.customer_id')} AND k.left_at IS NULL
       AND k.entered_at <= memberships.entered_at)`,
  `DELETE FROM memberships WHERE left_at IS NULL AND (segment_id, customer_id) IN (
     SELECT m.segment_id, x.kept FROM segments g CROSS JOIN ${JOINING} x
     JOIN memberships m ON m.segment_id = g.id AND m.customer_id = x.gone AND m.left_at IS NULL)`,
  `UPDATE OR IGNORE memberships SET customer_id = ${keptOf('customer_id')}
     WHERE ${within('segment_id', 'segments', 'id')}`,
  `DELETE FROM memberships WHERE ${within('segment_id', 'segments', 'id')}`,
  // Whom a file has held who is the same person has been held, too.
  `INSERT OR IGNORE INTO export_members(export, customer_id)
     SELECT m.export, x.kept FROM exports g CROSS JOIN ${JOINING} x
     JOIN export_members m ON m.export = g.number AND m.customer_id = x.gone`,
  `UPDATE OR IGNORE answers SET record_id = ${keptOf('record_id')} WHERE (question, record_id) IN (
     SELECT q.number, x.gone FROM questions q CROSS JOIN ${JOINING} x WHERE q.entity = 'customer')`,
  `DELETE FROM answers WHERE (question, record_id) IN (
     SELECT q.number, x.gone FROM questions q CROSS JOIN ${JOINING} x WHERE q.entity = 'customer')`,
  // What is computed is computed anew of who stays.
  `DELETE FROM indicator_values WHERE ${within('indicator_id', 'indicators', 'id')}`,
  `DELETE FROM customer_category WHERE ${within('category_id', 'categories', 'id')}`,
  `DELETE FROM scores WHERE entity = 'customer' AND record_id IN (${GONE})`,
  `DELETE FROM facts WHERE id IN (${GONE})`,
  `UPDATE customers SET ${PLAIN.map((column) => `${column} = ${filled(column)}`).join(', ')}
     FROM ${JOINING} x JOIN customers g ON g.id = x.gone WHERE customers.id = x.kept`,
  `DELETE FROM customer_keys WHERE id IN (${GONE} UNION ALL SELECT kept FROM ${JOINING})`,
  `DELETE FROM customers WHERE id IN (${GONE})`,
  insertKeys(`customers c WHERE c.id IN (SELECT kept FROM ${JOINING})`),
]
