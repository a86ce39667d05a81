import { placeOf } from '../staging/place.ts'
import type { Staging } from '../staging/staging.ts'
import type { Column, TableName } from '../tables/define.ts'
import { importTables } from '../tables/index.ts'
import type { CellReaders } from './cell-readers.ts'
import { rowReader } from './row-reader.ts'
import type { ReadFile } from './stage-files.ts'

export interface RowsToStage {
  readonly table: TableName
  /** Those that the rows say something of; all of the table’s by default. */
  readonly columns?: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly number: number
}

/** Stages rows that were never in a file, as if they stood in one below its header. */
export function stageRows(
  staging: Staging,
  readers: CellReaders,
  { table, columns: named, rows, number }: RowsToStage,
): ReadFile {
  const { columns, check } = importTables[table]
  const names = Object.keys(columns).filter((name) => named?.includes(name) ?? true)
  staging.open(table, names)
  const batch = staging.batch(table, names)
  const read = rowReader(
    {
      columns: Object.entries(columns)
        .filter(([name]) => names.includes(name))
        .map(([name, column]: [string, Column], at) => ({ name, column, at })),
      ...(check === undefined ? {} : { check: check(names) }),
    },
    readers,
  )
  for (const [index, row] of rows.entries()) {
    const place = placeOf(number, index + 2)
    const values = read(
      names.map((name) => row[name] ?? ''),
      place,
    )
    if (Array.isArray(values)) batch.add(place, values)
    else staging.rejects.add(place, values.reason, values.detail, null)
  }
  staging.flush()
  return {
    file: `${table}.csv`,
    table,
    rows: rows.length,
    columns: Object.fromEntries(names.map((name) => [name, name])),
    ignoredColumns: [],
  }
}
