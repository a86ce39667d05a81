import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { ConfigError, NotFoundError } from '#kernel/errors.ts'
import { type Reader, readerOver, type Writer, writerOver } from './connection.ts'
import { migrations } from './migrations/index.ts'

/** The file behind `DATABASE_URL=sqlite:PATH`, absolute. */
export function databasePath(url: string): string {
  const match = /^(?:sqlite:|file:)(?:\/\/)?(.+)$/.exec(url)
  if (match?.[1] === undefined) {
    throw new ConfigError(`DATABASE_URL is not understood: ${url.replace(/\/\/[^@]*@/, '//…@')}`, {
      next: 'Use sqlite:PATH, for example sqlite:.muster/muster.db.',
    })
  }
  return resolve(match[1])
}

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
  const driver = new Database(path, { readonly: true, fileMustExist: true })
  driver.pragma('query_only = 1')
  driver.pragma('busy_timeout = 5000')
  driver.pragma('mmap_size = 2147418112')
  driver.pragma('cache_size = -65536')
  driver.pragma('temp_store = MEMORY')
  return driver
}

/** The one writing connection of a process; makes and migrates the database. */
export function openWriter(path: string): OpenWriter {
  mkdirSync(dirname(path), { recursive: true })
  const driver = new Database(path)
  driver.pragma('busy_timeout = 5000')
  driver.pragma('journal_mode = WAL')
  driver.pragma('synchronous = NORMAL')
  driver.pragma('journal_size_limit = 67108864')
  driver.pragma('foreign_keys = ON')
  migrate(driver, path)
  return { ...writerOver(driver), close: () => void driver.close() }
}

function migrate(driver: Database.Database, path: string): void {
  driver
    .transaction(() => {
      const at = Number(driver.pragma('user_version', { simple: true }))
      if (at > migrations.length) {
        throw new ConfigError(`The database at ${path} was made by a newer Muster`, {
          next: 'Update Muster, or point DATABASE_URL at another file.',
        })
      }
      for (const sql of migrations.slice(at)) driver.exec(sql)
      driver.pragma(`user_version = ${migrations.length}`)
    })
    .immediate()
}
