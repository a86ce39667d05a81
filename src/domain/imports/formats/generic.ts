import { type Column, TABLES, type TableName } from '../tables/define.ts'
import { importTables } from '../tables/index.ts'
import { fieldWords } from '../mapping/field-words.ts'
import { type FormatField, type ImportFormat, sameColumns } from './define.ts'

/** Muster's own files, one for each table, told apart by their names: customers.csv, orders.csv.gz … */
export const generic: ImportFormat = {
  name: 'generic',
  title: 'Muster’s own CSV files, one for each table',
  source: 'default',
  roundsMoney: false,
  likeness: ({ name }) => (tableOf(name) === undefined ? 0 : 1),
  shape({ name }) {
    const table = tableOf(name)
    if (table === undefined) {
      return { mismatch: `its name is none of ${TABLES.map((known) => `${known}.csv`).join(', ')}` }
    }
    const { columns, check } = importTables[table]
    const fields = Object.fromEntries(
      Object.entries(columns).map(([field, column]: [string, Column]): [string, FormatField] => [
        field,
        { column, names: [field], words: fieldWords(table, field) },
      ]),
    )
    return {
      fields,
      parts: [{ table, columns: sameColumns(fields) }],
      ...(check === undefined ? {} : { check }),
      ...(table === 'orders' ? { order: 'id' } : table === 'items' ? { order: 'order_id' } : {}),
    }
  },
}

/** How files of rows are called, before the dot by what they hold; spreadsheets save Unicode text as `.txt`. */
export const TABLE_FILE = /^(.+)\.(?:csv|tsv|txt)(?:\.gz)?$/i

/** The table that a file's name stands for. */
export const tableOf = (fileName: string): TableName | undefined => {
  const stem = TABLE_FILE.exec(fileName)?.[1]?.toLowerCase()
  return TABLES.find((table) => table === stem)
}
