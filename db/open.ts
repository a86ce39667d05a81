import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ConfigError, NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { type Reader, readerOver, type Writer, writerOver } from './connection.ts'
import { withFaults } from './faults.ts'
import { migrations } from './migrations/index.ts'
import { PAGE_SIZE } from './page-size.ts'

export { faultOf } from './faults.ts'

export type OpenReader = Reader & { close(): void }
export type OpenWriter = Writer & { close(): void }

/** A connection that SQLite itself keeps from writing. */
export function openReader(path: string): OpenReader {
  const driver = openReadOnly(path)
  return { ...readerOver(driver), close: () => void driver.close() }
}

/** The bare driver of a reader, for worker threads that pull columns. */
export function openReadOnly(path: string): Database.Database {
  if (!existsSync(path)) {
    throw new NotFoundError(`There is no database at ${path}`, {
      next: 'Run `npm start` once, or `muster import <folder>`, to make one.',
    })
  }
  return withFaults(path, () => {
    const driver = new Database(path, { readonly: true, fileMustExist: true })
    driver.pragma('query_only = 1')
    driver.pragma('busy_timeout = 5000')
    driver.pragma('mmap_size = 2147418112')
    driver.pragma('cache_size = -65536')
    driver.pragma('temp_store = MEMORY')
    return driver
  })
}

/** In bytes. */
const JOURNAL_LIMIT = 67_108_864
/** What stands before each page of the journal, in bytes (https://www.sqlite.org/fileformat2.html#walformat). */
const FRAME_HEADER = 24

/** The one writing connection of a process; makes and migrates the database. */
export function openWriter(path: string): OpenWriter {
  makeFile(path)
  const driver = withFaults(path, () => {
    const opened = new Database(path)
    try {
      opened.pragma('busy_timeout = 5000')
      opened.pragma(`page_size = ${PAGE_SIZE}`)
      opened.pragma('journal_mode = WAL')
      opened.pragma('synchronous = NORMAL')
      opened.pragma(`journal_size_limit = ${JOURNAL_LIMIT}`)
      // Streams of events touch the same pages of indexes again and again: they are kept, and carried over from the
      // journal when it is as large as the limit, instead of after every few transactions.
      opened.pragma('cache_size = -32768')
      const frame = Number(opened.pragma('page_size', { simple: true })) + FRAME_HEADER
      opened.pragma(`wal_autocheckpoint = ${Math.floor(JOURNAL_LIMIT / frame)}`)
      opened.pragma('foreign_keys = ON')
      // What is deleted or changed is overwritten at once, free pages too: erasing a person couldn't find it later.
      // Temporary tables, which imports fill and empty, go without.
      opened.pragma('main.secure_delete = ON')
      migrate(opened, path)
    } catch (error) {
      opened.close()
      throw error
    }
    return opened
  })
  return { ...writerOver(driver), close: () => void driver.close() }
}

/** A new database is its owner's alone: it is full of personal data. */
function makeFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  } catch (error) {
    throw new ConfigError(`The database ${path} can’t be made (${codeOf(error)})`, {
      next: 'Point DATABASE_URL at a file in a folder that your user may write to.',
    })
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

function migrate(driver: Database.Database, path: string): void {
  driver
    .transaction(() => {
      const at = Number(driver.pragma('user_version', { simple: true }))
      if (at > migrations.length) {
        throw new ConfigError(`The database at ${path} was made by a newer Muster`, {
          next: 'Update Muster, or point DATABASE_URL at another file.',
        })
      }
      if (at === 0 && driver.prepare('SELECT 1 FROM sqlite_schema').get() !== undefined) {
        throw new ConfigError(`The database at ${path} is another program’s`, {
          next: 'Point DATABASE_URL at another file; a new one is made where none is.',
        })
      }
      // Migrations fill the keys of rows that are there already.
      driver.function('fold_text', { deterministic: true }, (text: unknown) =>
        typeof text === 'string' ? foldText(text) || null : null,
      )
      for (const sql of migrations.slice(at)) driver.exec(sql)
      driver.pragma(`user_version = ${migrations.length}`)
    })
    .immediate()
}
