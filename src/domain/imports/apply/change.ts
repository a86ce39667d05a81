import type { Writer } from '#db/run.ts'
import { keepLast } from '#kernel/keep-last.ts'

type Driver = Writer['driver']
const prepare = (driver: Driver, sql: string) => driver.prepare<unknown[], never>(sql)

/** What is asked of a kept statement. What its parameters and rows are, whoever asks says. */
interface Prepared<P extends unknown[], R> {
  get(...parameters: P): R | undefined
  all(...parameters: P): R[]
  run(...parameters: P): { readonly changes: number; readonly lastInsertRowid: number | bigint }
  pluck(): this
  raw(): this
}

const kept = new WeakMap<Driver, (sql: string) => ReturnType<typeof prepare>>()

/**
 * A statement that stays prepared: what arrives is applied by the same texts batch after batch, and to prepare one
 * takes longer than to run it for a few rows. Parameters are bound, then, and not written into the text.
 */
export function prepared<P extends unknown[] = unknown[], R = unknown>(
  driver: Driver,
  sql: string,
): Prepared<P, R> {
  let statements = kept.get(driver)
  if (statements === undefined) {
    statements = keepLast(256, (text) => prepare(driver, text))
    kept.set(driver, statements)
  }
  return statements(sql)
}

/** Runs a bulk statement and answers how many rows it changed. */
export const change = (driver: Driver, sql: string, ...parameters: (string | number)[]): number =>
  prepared(driver, sql).run(...parameters).changes

/** Makes a temporary table without rows. One that is there is emptied: the schema stays, and so does what is prepared. */
export function emptyTable(driver: Driver, name: string, columns: string): void {
  change(driver, `CREATE TABLE IF NOT EXISTS ${name}(${columns})`)
  change(driver, `DELETE FROM ${name}`)
}

export const countRows = (driver: Driver, table: string): number =>
  Number(prepared(driver, `SELECT count(*) FROM ${table}`).pluck().get())

export const isEmpty = (driver: Driver, table: string): boolean =>
  prepared(driver, `SELECT NOT EXISTS (SELECT 1 FROM ${table})`).pluck().get() === 1
