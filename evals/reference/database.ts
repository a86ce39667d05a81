import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { readTable } from '../company/files.ts'
import { rfm } from './rfm.ts'
import { dressed, type TableName, tables } from './tables.ts'

/** The company in a database of the scorer's own, so that nothing is measured with the product's own reading. */
export interface Reference {
  /** The ids that reference SQL finds, ascending; undefined where it asks for predictions, which it can't make. */
  ids(sql: string): readonly number[] | undefined
  close(): void
}

export function openReference(): Reference {
  const database = new DatabaseSync(':memory:')
  for (const name of tableNames()) fill(database, name)
  database.exec(dressed)
  database.exec(rfm)
  return {
    ids: (sql) => (/\bpredictions\b/.test(sql) ? undefined : idsOf(database, sql)),
    close: () => database.close(),
  }
}

const idsOf = (database: DatabaseSync, sql: string): readonly number[] =>
  database
    .prepare(sql)
    .all()
    .map((row) => Number(row['id']))
    .toSorted((a, b) => a - b)

function* tableNames(): Generator<TableName> {
  for (const name in tables) if (isTable(name)) yield name
}

const isTable = (name: string): name is TableName => Object.hasOwn(tables, name)

function fill(database: DatabaseSync, name: TableName): void {
  database.exec(`CREATE TABLE ${name}(${tables[name]})`)
  const { header, rows } = readTable(name)
  const places = header.map(() => '?').join(', ')
  const insert = database.prepare(`INSERT INTO ${name}(${header.join(', ')}) VALUES (${places})`)
  database.exec('BEGIN')
  for (const row of rows) insert.run(...row.map((cell): SQLInputValue => (cell === '' ? null : cell)))
  database.exec('COMMIT')
}
