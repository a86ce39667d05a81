import { sql } from 'kysely'
import type { Column, Rows } from './column.ts'
import { knownRaw, knownText, knownWords, rowsWhere } from './known.ts'

/** A column of which nothing is asked but whether there is a value. */
export const presenceColumn = <R>(
  rows: Rows,
  name: string,
  label: string,
  read: (record: R) => string | null,
): Column<R> => ({
  takes: 'known or unknown, without a value',
  readings({ op, value }) {
    if ((op !== 'known' && op !== 'unknown') || value !== undefined) return undefined
    const test = { kind: op }
    return {
      words: () => knownWords(label, test),
      plan: (ctx) => rowsWhere(rows, knownRaw(sql.ref(`t.${name}`), test), ctx),
      predicate: () => knownText(`${rows.entity}.${name}`, test),
      holds: (record) => (read(record) === null) === (op === 'unknown'),
      actual: (record) => (read(record) === null ? `has no known ${label}` : `has a known ${label}`),
    }
  },
})
