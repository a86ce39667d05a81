import type BetterSqlite3 from 'better-sqlite3'
import type { Insertable } from 'kysely'
import type { Writer } from '#db/run.ts'
import type { Schema } from '#db/schema.ts'

const statements = new WeakMap<Writer, Map<string, BetterSqlite3.Statement>>()

/** Puts a row into a table by a statement that is kept: properties insert hundreds of thousands of rows of few shapes. */
export function insertRow<T extends keyof Schema>(
  writer: Writer,
  table: T,
  row: Insertable<Schema[T]>,
): void {
  const cells = Object.entries<unknown>(row).filter(([, value]) => value !== undefined)
  const columns = cells.map(([column]) => `"${column}"`).join()
  const kept = statements.get(writer) ?? new Map<string, BetterSqlite3.Statement>()
  statements.set(writer, kept)
  const sql = `INSERT INTO "${table}" (${columns}) VALUES (${cells.map(() => '?').join()})`
  const statement = kept.get(sql) ?? writer.driver.prepare(sql)
  kept.set(sql, statement)
  statement.run(...cells.map(([, value]) => value))
}
