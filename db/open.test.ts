import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openReader, openWriter } from './open.ts'
import { query } from './run.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-db-'))
  path = join(folder, 'muster.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const made = () => openWriter(path).close()
const refusal = (message: string) =>
  expect.objectContaining({
    code: 'config',
    message: expect.stringContaining(message),
    next: expect.stringContaining('DATABASE_URL'),
  })

test('a new database and its folder are their owner’s alone', () => {
  path = join(folder, 'new', 'muster.db')
  made()
  expect([statSync(join(folder, 'new')).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600])
})

test('a database from before pages were larger keeps its own, and carries its journal over at the same size', () => {
  const old = new Database(path)
  old.pragma('page_size = 4096')
  old.pragma('journal_mode = WAL')
  old.close()
  const pages = (at: string) => {
    const writer = openWriter(at)
    const [size, frames] = ['page_size', 'wal_autocheckpoint'].map((what) =>
      Number(writer.driver.pragma(what, { simple: true })),
    )
    writer.close()
    return { size, journal: Math.round(((size ?? 0) * (frames ?? 0)) / 2 ** 20) }
  }
  expect(pages(path)).toEqual({ size: 4096, journal: 64 })
  expect(pages(join(folder, 'new.db'))).toEqual({ size: 8192, journal: 64 })
})

test('one of a newer Muster is left alone', () => {
  made()
  const driver = new Database(path)
  driver.pragma('user_version = 999')
  driver.close()
  expect(made).toThrow(refusal('made by a newer Muster'))
})

test('one of another program is left alone', () => {
  const driver = new Database(path)
  driver.exec('CREATE TABLE customers(name); INSERT INTO customers VALUES (1)')
  driver.close()
  expect(made).toThrow(refusal('is another program’s'))
  const after = new Database(path)
  expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['customers'])
  after.close()
})

test('a file that is none says so', () => {
  writeFileSync(path, 'id,email\n'.repeat(1000))
  expect(made).toThrow(refusal('is no database'))
  expect(() => openReader(path)).toThrow(refusal('is no database'))
})

test('a folder in its place says so', () => {
  mkdirSync(path)
  expect(made).toThrow(refusal('can’t be opened'))
})

test('a place where nothing can be made says so', () => {
  writeFileSync(join(folder, 'file'), '')
  path = join(folder, 'file', 'muster.db')
  expect(made).toThrow(refusal('can’t be made (EEXIST)'))
})

test('a damaged one says so', () => {
  made()
  truncateSync(path, 3 * 4096)
  expect(() => {
    const reader = openReader(path)
    try {
      reader.all(query.selectFrom('segments').selectAll())
      reader.all(query.selectFrom('log').selectAll())
    } finally {
      reader.close()
    }
  }).toThrow(refusal('is damaged'))
})

test('a full disk undoes the whole transaction', () => {
  const writer = openWriter(path)
  writer.driver.pragma(`max_page_count = ${String(writer.driver.pragma('page_count', { simple: true }))}`)
  const add = (id: number) =>
    writer.run(query.insertInto('categories').values({ id, name: `${id}`, key: 'x'.repeat(10_000) + id }))
  expect(() =>
    writer.transaction(() => {
      for (let id = 1; id < 100; id++) add(id)
    }),
  ).toThrow(
    expect.objectContaining({
      code: 'limit',
      message: expect.stringContaining('no room left'),
      next: expect.stringContaining('Free some room'),
    }),
  )
  expect(writer.all(query.selectFrom('categories').select('id'))).toEqual([])
  writer.close()
})

test('while somebody else writes for long, it is said and nothing waits for ever', () => {
  const [writer, other] = [openWriter(path), openWriter(path)]
  other.driver.pragma('busy_timeout = 1')
  writer.transaction(() => {
    expect(() => other.transaction(() => {})).toThrow(
      expect.objectContaining({
        code: 'conflict',
        message: expect.stringContaining('Another program is writing'),
      }),
    )
  })
  other.transaction(() => {})
  writer.close()
  other.close()
})
