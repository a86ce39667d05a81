import type BetterSqlite3 from 'better-sqlite3'
import type { Compilable } from 'kysely'
import { keepLast } from '#kernel/keep-last.ts'
import { withFaults } from './faults.ts'

/** Reads. The tools get nothing more, and their connection is opened read-only besides. */
export interface Reader {
  all<O>(q: Compilable<O>): O[]
  get<O>(q: Compilable<O>): O | undefined
  /** Runs reads against one snapshot of the database. */
  snapshot<T>(read: () => T): T
}

/** Reads and writes; only src/domain/writer and src/app.ts can open one. */
export interface Writer extends Reader {
  /** Runs a statement and answers how many rows it changed. */
  run(q: Compilable<unknown>): number
  /** All or nothing, with the write lock taken at the start. Transactions don't nest. */
  transaction<T>(work: () => T): T
  /** The driver, for bulk statements of imports that Kysely need not see. */
  readonly driver: BetterSqlite3.Database
}

export function readerOver(driver: BetterSqlite3.Database): Reader {
  return readerWith(driver, preparing(driver))
}

function readerWith(driver: BetterSqlite3.Database, statement: Preparing): Reader {
  return {
    all<O>(q: Compilable<O>) {
      const { sql, parameters } = q.compile()
      return withFaults(driver.name, () => statement(sql).all(...parameters))
    },
    get<O>(q: Compilable<O>) {
      const { sql, parameters } = q.compile()
      return withFaults(driver.name, () => statement(sql).get(...parameters))
    },
    snapshot: (read) => (driver.inTransaction ? read() : driver.transaction(read).deferred()),
  }
}

export function writerOver(driver: BetterSqlite3.Database): Writer {
  const statement = preparing(driver)
  return {
    ...readerWith(driver, statement),
    driver,
    run(q) {
      const { sql, parameters } = q.compile()
      return withFaults(driver.name, () => statement(sql).run(...parameters).changes)
    },
    transaction: (work) => withFaults(driver.name, () => driver.transaction(work).immediate()),
  }
}

/** What the rows of a statement are, whoever asks says: `never` fits each of them. */
type Preparing = (sql: string) => BetterSqlite3.Statement<unknown[], never>

/**
 * The same few texts are asked again and again, and to prepare one takes longer than a look into an index. SQLite
 * itself prepares a kept one anew when the schema changed. Each takes a few kilobytes.
 */
const preparing = (driver: BetterSqlite3.Database): Preparing =>
  keepLast(128, (sql) => driver.prepare<unknown[], never>(sql))
