import type { ArrivalsTake } from '#db/schema.ts'
import type { CellReaders } from '../imports/reading/cell-readers.ts'
import { rowReader } from '../imports/reading/row-reader.ts'
import type { Column, TableName } from '../imports/tables/define.ts'
import { importTables } from '../imports/tables/index.ts'
import { customerRows } from './customer-rows.ts'
import type { EventRow } from './event-row.ts'
import type { Message } from './message.ts'
import { peopleRows } from './people-rows.ts'
import type { SignalRow } from './signal-row.ts'
import type { Cells } from './traits.ts'

/** A row of a table by the id of the outside world, with the columns that a message says something of. */
export interface EntityRow {
  readonly table: 'companies' | 'people' | 'customers' | 'products' | 'orders'
  /** Null for somebody of whom only an anonymous id is known. */
  readonly id: string | null
  readonly cells: Cells
  /** What is said only of a row that is made now: all of it, or these columns. */
  readonly onlyNew?: true | readonly string[]
}

/** All lines of an order: they replace those that it had. */
export interface LineRows {
  readonly orderId: string
  readonly lines: readonly Cells[]
}

/** What became of an order later; kept until the order is there. */
export interface OrderChange {
  readonly orderId: string
  readonly kind: 'refund' | 'cancel'
  /** As a decimal; of a refund without one everything was given back. */
  readonly amount: string | null
}

/** What a message comes to. */
export interface Rows {
  readonly entities: readonly EntityRow[]
  readonly lines?: LineRows
  readonly orderChange?: OrderChange
  readonly signal?: SignalRow
  readonly event?: EventRow
  /** What it says and no column is for. */
  readonly unused: readonly string[]
}

export type ReadRows = Rows | { readonly problem: string }

/**
 * The rows of a message. A key that takes people makes people and companies of them, and signals of what they do; one
 * that takes customers makes customers, their orders, and events of what else they do. `subject`: whose message it is,
 * null for nobody who is known yet.
 */
export function rowsOf(
  message: Message,
  { takes, subject, readers }: { takes: ArrivalsTake; subject: string | null; readers: CellReaders },
): ReadRows {
  const rows = takes === 'people' ? peopleRows(message, subject) : customerRows(message, subject)
  return 'problem' in rows ? rows : (problemOf(rows, readers) ?? rows)
}

/** Why rows can’t be taken, as an import would say it. */
export function problemOf(
  { entities, lines, orderChange }: Omit<Rows, 'unused'>,
  readers: CellReaders,
): { readonly problem: string } | undefined {
  for (const { table, id, cells } of entities) {
    const problem = problemIn(table, { ...cells, id: id ?? 'anonymous' }, readers)
    if (problem !== undefined) return { problem }
  }
  for (const cells of lines?.lines ?? []) {
    const problem = problemIn('items', { ...cells, order_id: lines?.orderId ?? '' }, readers)
    if (problem !== undefined) return { problem: `products: ${problem}` }
  }
  const amount = orderChange?.amount ?? null
  if (amount === null) return undefined
  const read = readers.charge(amount)
  return typeof read === 'object' && read !== null ? { problem: `the amount ${read.problem}` } : undefined
}

type ReadRow = ReturnType<typeof rowReader>
/** Most messages of a batch have the same columns: how they are read is worked out once. */
const made = new WeakMap<CellReaders, Map<string, ReadRow>>()

function problemIn(table: TableName, cells: Cells, readers: CellReaders): string | undefined {
  const names = Object.keys(importTables[table].columns).filter((name) => cells[name] !== undefined)
  const known = made.get(readers) ?? new Map<string, ReadRow>()
  made.set(readers, known)
  const key = [table, ...names].join()
  const readRow = known.get(key) ?? rowReader(planOf(table, names), readers)
  known.set(key, readRow)
  const read = readRow(
    names.map((name) => cells[name] ?? ''),
    0,
  )
  return Array.isArray(read)
    ? undefined
    : `${read.reason}${read.detail === '' ? '' : ` (${read.detail.slice(0, 60)})`}`
}

function planOf(table: TableName, names: readonly string[]): Parameters<typeof rowReader>[0] {
  const { columns: all, check } = importTables[table]
  const columns = Object.entries(all)
    .filter(([name]) => names.includes(name))
    .map(([name, column]: [string, Column], at) => ({ name, column, at }))
  return { columns, ...(check === undefined ? {} : { check: check(names) }) }
}
