import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { keptColumns, keptTables, places } from './registry.ts'

let folder: string
let writer: OpenWriter
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-privacy-'))
  writer = openWriter(join(folder, 'muster.db'))
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

const tables = () =>
  writer.driver
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
    .pluck()
    .all()
const columnsOf = (table: string) =>
  writer.driver.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)

/** What columns are called that hold or name a person. */
const PERSONAL =
  /(^|_)(customer|person|record|anonymous|external)_id$|email|phone|first_name|last_name|birthday|address|traits|payload|parts/

/** Columns of kept tables that are called so and are about nobody. */
const NOBODYS: Readonly<Record<string, string>> = {
  'users.email': 'those who work with Muster',
  'products.external_id': 'products',
  'campaigns.external_id': 'campaigns',
  'companies.external_id': 'organisations',
}

test('every table is erased from, or is kept for a reason', () => {
  const covered = new Set<string>(places.map(({ table }) => table))
  const kept = new Set(Object.keys(keptTables))
  expect(tables().filter((table) => !covered.has(table) && !kept.has(table))).toEqual([])
  expect([...kept].filter((table) => covered.has(table) || !tables().includes(table))).toEqual([])
})

test('of a table whose rows stay, every column is erased from or is about nobody', () => {
  const forgotten = tables().flatMap((table) => {
    const own = places.filter((place) => place.table === table)
    if (own.length === 0 || own.some(({ columns }) => columns === 'all')) return []
    const covered = new Set(own.flatMap(({ columns }) => columns))
    return columnsOf(table)
      .filter(
        (column) =>
          !covered.has(column) && !(column in keptColumns) && !(`${table}.${column}` in keptColumns),
      )
      .map((column) => `${table}.${column}`)
  })
  expect(forgotten).toEqual([])
})

test('no table that is kept has a column for a person', () => {
  const suspicious = Object.keys(keptTables).flatMap((table) =>
    columnsOf(table)
      .filter((column) => PERSONAL.test(column))
      .map((column) => `${table}.${column}`),
  )
  expect(suspicious.filter((column) => !(column in NOBODYS))).toEqual([])
})

test('what places cover is there', () => {
  const missing = places.flatMap(({ table, columns }) =>
    columns === 'all' ? [] : columns.filter((column) => !columnsOf(table).includes(column)),
  )
  expect(missing).toEqual([])
})
