import type { DatabaseSync } from 'node:sqlite'
import { makeDatabase } from './new-database.ts'
import {
  CATEGORIES,
  customers,
  EVENT_TYPES,
  events,
  items,
  numbers,
  orders,
  PRODUCTS,
  type Size,
} from './rows.ts'

/**
 * A database of that size at `path`, made unless it is there. Rows go in by bulk SQL into tables without
 * indexes, which are built afterwards.
 */
export function makeCompany(path: string, size: Size, say: (what: string) => void): void {
  makeDatabase(path, (db) => {
    const indexes = dropIndexes(db)
    for (const [what, sql] of steps(size)) {
      say(what)
      db.exec(sql)
    }
    for (const { name, sql } of indexes) {
      say(`index ${name}`)
      db.exec(sql)
    }
    say('facts')
    db.exec(FACTS)
    db.exec('DROP TABLE n')
  })
}

function dropIndexes(db: DatabaseSync): { name: string; sql: string }[] {
  const indexes = db
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN
      ('customers', 'customer_keys', 'facts', 'orders', 'items', 'events', 'customer_category')`)
    .all()
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  return indexes
}

const steps = (size: Size): readonly (readonly [what: string, sql: string])[] => [
  [
    'names',
    `CREATE TABLE n(i INTEGER PRIMARY KEY);
    INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < ${numbers(size)})
      SELECT i FROM c;
    INSERT INTO workspace(id, name, timezone, currency, demo, created_at)
      VALUES (1, 'Benchmark', 'UTC', 'USD', 0, 0);
    INSERT INTO categories SELECT i, 'Category ' || i, 'category ' || i FROM n WHERE i <= ${CATEGORIES};
    INSERT INTO products(id, external_id, title, title_key, category_id, price)
      SELECT i, i, 'Product ' || i, 'product ' || i, i % ${CATEGORIES} + 1, 1000 FROM n WHERE i <= ${PRODUCTS};
    INSERT INTO event_types VALUES ${EVENT_TYPES.map((type, i) => `(${i + 1}, '${type}', '${type}')`).join(', ')}`,
  ],
  [
    'customers',
    `INSERT INTO customers(id, email, country, city, created_at)
      SELECT id, 'c' || id || '@example.com', upper(country), 'City ' || city, created_at FROM (${customers(size)});
    INSERT INTO customer_keys(id, email, country, city)
      SELECT id, email, lower(country), lower(city) FROM customers;
    INSERT INTO consents SELECT id, 'email', CASE email_consent WHEN 1 THEN 'subscribed' ELSE 'unsubscribed' END,
      NULL, 'default' FROM (${customers(size)}) WHERE email_consent IS NOT NULL`,
  ],
  [
    'orders',
    `INSERT INTO orders SELECT id, 'default', id, customer_id, ordered_at, status, status <> 'cancelled', total,
      discount_total, CASE status WHEN 'refunded' THEN total ELSE 0 END, NULL, NULL, channel, NULL
      FROM (${orders(size)})`,
  ],
  [
    'items',
    `INSERT INTO items(order_id, customer_id, ordered_at, counted, product_id, category_id, quantity, price)
      SELECT order_id, customer_id, ordered_at, status <> 'cancelled', product_id, category_id, quantity, price
      FROM (${items()})`,
  ],
  [
    'events',
    `INSERT INTO events SELECT id, 'default', id, customer_id, type_id, occurred_at, product_id, NULL, NULL, NULL, NULL
      FROM (${events(size)})`,
  ],
]

/** What an import keeps right row by row, made at once. */
const FACTS = `
  INSERT INTO facts
    SELECT c.id, k.country, c.created_at, CASE state WHEN 'subscribed' THEN 1 WHEN 'unsubscribed' THEN 0 END, NULL,
      state IS 'subscribed', 0, ifnull(orders, 0), ifnull(spent, 0), ifnull(refunded, 0), ifnull(discount, 0),
      largest, first_at, last_at, 1
    FROM customers c JOIN customer_keys k ON k.id = c.id
      LEFT JOIN consents s ON s.customer_id = c.id AND s.channel = 'email'
      LEFT JOIN (SELECT customer_id, count(*) AS orders, sum(total) AS spent, sum(refunded_total) AS refunded,
        sum(discount_total) AS discount, max(total) AS largest, min(ordered_at) AS first_at,
        max(ordered_at) AS last_at FROM orders WHERE counted = 1 GROUP BY customer_id) o ON o.customer_id = c.id
    ORDER BY c.id;
  INSERT INTO customer_category
    SELECT category_id, customer_id, count(DISTINCT order_id), max(ordered_at) FROM items WHERE counted = 1
    GROUP BY category_id, customer_id`
