import { findColumns } from '../reading/find-columns.ts'
import { type Column, TABLES, type TableName } from '../tables/define.ts'
import { importTables } from '../tables/index.ts'
import type { ImportFormat, PlannedColumn } from './define.ts'

/** Muster's own files, one for each table, told apart by their names: customers.csv, orders.csv.gz … */
export const generic: ImportFormat = {
  name: 'generic',
  title: 'Muster’s own CSV files, one for each table',
  fields: [...new Set(TABLES.flatMap((table) => Object.keys(importTables[table].columns)))],
  roundsMoney: false,
  plan(file, { map }) {
    const table = tableOf(file.name)
    if (table === undefined) {
      return { mismatch: `its name is none of ${TABLES.map((name) => `${name}.csv`).join(', ')}` }
    }
    const { columns, check } = importTables[table]
    const { at, ignored } = findColumns(
      file,
      new Map(Object.keys(columns).map((name) => [name, [name]])),
      map,
    )
    const missing = Object.keys(columns).filter((name) => columns[name]?.required && !at.has(name))
    if (missing.length > 0) return { mismatch: `it lacks the column ${missing.join(', ')}` }
    const planned = Object.entries(columns).flatMap(([name, column]) => plannedAt(name, column, at.get(name)))
    return {
      table,
      columns: planned,
      ignored,
      ...(check === undefined ? {} : { check: check(planned.map(({ name }) => name)) }),
      ...(table === 'orders' ? { order: 'id' } : table === 'items' ? { order: 'order_id' } : {}),
    }
  },
}

/** The table that a file's name stands for. */
export const tableOf = (fileName: string): TableName | undefined => {
  const stem = /^(.+)\.csv(?:\.gz)?$/i.exec(fileName)?.[1]?.toLowerCase()
  return TABLES.find((table) => table === stem)
}

const plannedAt = (name: string, column: Column, at: number | undefined): PlannedColumn[] =>
  at === undefined ? [] : [{ name, column, at }]
