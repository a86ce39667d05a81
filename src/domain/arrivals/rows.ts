import type { ArrivalsTake } from '#db/schema.ts'
import { type CellReaders } from '../imports/reading/cell-readers.ts'
import { rowReader } from '../imports/reading/row-reader.ts'
import type { Column, TableName } from '../imports/tables/define.ts'
import { importTables } from '../imports/tables/index.ts'
import { eventRow, type EventRow } from './event-row.ts'
import type { Message } from './message.ts'
import { signalRow, type SignalRow } from './signal-row.ts'
import { type Cells, fieldsAt, readTraits } from './traits.ts'
import { textOf } from './message.ts'

/** A row of a table by the id of the outside world, with the columns that a message says something of. */
export interface EntityRow {
  readonly table: 'companies' | 'people' | 'customers'
  /** Null for somebody of whom only an anonymous id is known. */
  readonly id: string | null
  readonly cells: Cells
}

/** What a message comes to. */
export interface Rows {
  readonly entities: readonly EntityRow[]
  readonly signal?: SignalRow
  readonly event?: EventRow
  /** What it says and no column is for. */
  readonly unused: readonly string[]
}

export type ReadRows = Rows | { readonly problem: string }

/**
 * The rows of a message. A key that takes people makes people and companies of them, and signals of what they do; one
 * that takes customers makes customers, and events of what they do. `subject`: whose message it is, null for nobody
 * who is known yet.
 */
export function rowsOf(
  message: Message,
  { takes, subject, readers }: { takes: ArrivalsTake; subject: string | null; readers: CellReaders },
): ReadRows {
  const rows = takes === 'people' ? peopleRows(message, subject) : customerRows(message, subject)
  if ('problem' in rows) return rows
  for (const { table, id, cells } of rows.entities) {
    const problem = problemIn(table, { ...cells, id: id ?? 'anonymous' }, readers)
    if (problem !== undefined) return { problem }
  }
  return rows
}

function peopleRows(message: Message, subject: string | null): ReadRows {
  const { kind, fields, groupId } = message
  switch (kind) {
    case 'track':
      return signalRow(message, subject)
    case 'group': {
      const { cells, unused } = readTraits(fields, 'companies')
      return {
        entities: [
          { table: 'companies', id: groupId, cells },
          { table: 'people', id: subject, cells: { company_id: groupId ?? '' } },
        ],
        unused: unused.map((path) => `traits.${path}`),
      }
    }
    case 'identify': {
      const company = fieldsAt(fields, 'company')
      const companyId = textOf(company['id']) ?? groupId
      const person = readTraits(fields, 'people', companyId === null ? [] : pathsOf(company))
      const employer = companyId === null ? undefined : readTraits(company, 'companies', ['id'])
      return {
        entities: [
          ...(employer === undefined
            ? []
            : [{ table: 'companies' as const, id: companyId, cells: employer.cells }]),
          {
            table: 'people',
            id: subject,
            cells: { ...person.cells, ...(companyId === null ? {} : { company_id: companyId }) },
          },
        ],
        unused: [
          ...person.unused.map((path) => `traits.${path}`),
          ...(employer?.unused ?? []).map((path) => `traits.company.${path}`),
        ],
      }
    }
  }
}

const pathsOf = (company: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(company).map((name) => `company.${name}`)

function customerRows(message: Message, subject: string | null): ReadRows {
  const { kind, fields } = message
  switch (kind) {
    case 'track':
      return eventRow(message, subject)
    case 'group':
      return { problem: 'this write key takes customers, and companies come by a key that takes people' }
    case 'identify': {
      const { cells, unused } = readTraits(fields, 'customers')
      return {
        entities: [{ table: 'customers', id: subject, cells }],
        unused: unused.map((path) => `traits.${path}`),
      }
    }
  }
}

/** Why cells can’t be a row of a table, as an import would say it. */
function problemIn(table: TableName, cells: Cells, readers: CellReaders): string | undefined {
  const { columns: all, check } = importTables[table]
  const names = Object.keys(all).filter((name) => cells[name] !== undefined)
  const columns = Object.entries(all)
    .filter(([name]) => names.includes(name))
    .map(([name, column]: [string, Column], at) => ({ name, column, at }))
  const read = rowReader(
    { table, columns, ignored: [], ...(check === undefined ? {} : { check: check(names) }) },
    readers,
  )(names.map((name) => cells[name] ?? ''))
  return Array.isArray(read)
    ? undefined
    : `${read.reason}${read.detail === '' ? '' : ` (${read.detail.slice(0, 60)})`}`
}
