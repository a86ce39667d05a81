import { DuckDBInstance } from '@duckdb/node-api'
import { customers, events, items, numbers, orders, type Size } from './rows.ts'

/** The rows of rows.ts in DuckDB's memory, sorted as they come; two threads, as many as Muster reads with. */
export async function openDuckdb(size: Size, threads: number) {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const connection = await instance.connect()
  for (const sql of [
    `CREATE TABLE n AS SELECT range AS i FROM range(1, ${numbers(size) + 1})`,
    `CREATE TABLE customers AS ${customers(size)}`,
    `CREATE TABLE orders AS SELECT *, status <> 'cancelled' AS counted FROM (${orders(size)})`,
    `CREATE TABLE items AS SELECT *, status <> 'cancelled' AS counted FROM (${items()})`,
    `CREATE TABLE events AS ${events(size)}`,
    'DROP TABLE n',
    // The rollups: what Muster keeps as facts and per category.
    `CREATE TABLE facts AS SELECT c.*, coalesce(orders, 0) AS orders, coalesce(spent, 0) AS spent, first_at, last_at
      FROM customers c LEFT JOIN (SELECT customer_id, count(*) AS orders, sum(total) AS spent,
        min(ordered_at) AS first_at, max(ordered_at) AS last_at FROM orders WHERE counted GROUP BY customer_id) o
      ON o.customer_id = c.id ORDER BY c.id`,
    `CREATE TABLE customer_category AS SELECT category_id, customer_id, count(DISTINCT order_id) AS orders
      FROM items WHERE counted GROUP BY ALL ORDER BY ALL`,
  ]) {
    await connection.run(sql)
  }
  return {
    /** The number that a query counts. */
    async count(sql: string): Promise<number> {
      const rows = (await connection.runAndReadAll(sql)).getRows()
      return Number(rows[0]?.[0])
    },
    /** The rows that a query answers. */
    rows: async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson(),
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
