import type { ApplyRun } from '../apply/run.ts'
import type { Problem } from '../cells/cell.ts'
import type { CsvFile } from '../csv/header.ts'
import { fieldWords } from '../mapping/field-words.ts'
import type { CheckRow, Column, StagedTable, TableName } from '../tables/define.ts'

/** Something that files of a format tell, and how their headers call it. */
export interface FormatField {
  readonly column: Column
  /** Compared without case, blanks and punctuation. The first that a file has is taken. */
  readonly names: readonly string[]
  /** What it is, for people: `e-mail address`. */
  readonly words: string
  /** The reason for rejecting a row without a value; the usual one is `<field> is missing`. */
  readonly missing?: string
  /** Mends a cell before it is read: the apostrophe that spreadsheets put before ids, say. */
  readonly prepare?: (cell: string) => string | Problem
  /** Several columns may fill it: the name of each and its value become one more label of this field. */
  readonly labelsOf?: string
}
export type FormatFields = Readonly<Record<string, FormatField>>

/** Told of rows that are read in a way people should know; the report has how many there were. */
export type Notice = (what: string) => void

/** One of the tables that a file's rows become rows of. */
export interface RowPart {
  readonly table: StagedTable
  /** Which field, or value that `check` computes, fills each of its columns. */
  readonly columns: Readonly<Record<string, string>>
  /** The computed value without which a row has no such part; every row has it by default. */
  readonly when?: string
}

/** What files of a format look like. */
export interface FileShape {
  readonly fields: FormatFields
  /** Values besides those of the fields: `check` fills them in, behind the others. */
  readonly computed?: Readonly<Record<string, Column>>
  /** Of which at least one must be there, in words that follow “it has no column for”. */
  readonly anyOf?: readonly { readonly fields: readonly string[]; readonly words: string }[]
  /** Looks at a whole row; built for the fields that a file has and the computed ones, anew for each reading. */
  readonly check?: (columns: readonly string[], notice: Notice) => CheckRow
  readonly parts: readonly RowPart[]
  /** The field that tells the order, so that rejected rows are counted by order too. */
  readonly order?: string
}

/** Why a format can't read a file, in words that follow "…". */
export interface Mismatch {
  readonly mismatch: string
}

/**
 * A kind of files that Muster reads. A format is one file in this folder and one line in index.ts.
 *
 * @example { name: 'order-lines', title: 'Order lines', source: 'default', likeness: () => 0.3, shape, derive }
 */
export interface ImportFormat {
  readonly name: string
  /** For people: `order lines of any shop`. */
  readonly title: string
  /** Under which name the ids of such files are known, unless people say otherwise. */
  readonly source: string
  /** Amounts with more decimals than the currency has are rounded and told about, instead of rejected. */
  readonly roundsMoney: boolean
  /** Customers without an id get one of their address, and are who has that address in the same source. */
  readonly addressIds?: true
  /** How much a file's headers are those of this format, from 0 (not at all) to 1 (nothing else has them). */
  likeness(file: CsvFile): number
  shape(file: CsvFile): FileShape | Mismatch
  /** Makes the rows of the tables from what was staged; inside the final transaction. */
  derive?(run: ApplyRun): void
}

/** A part’s columns that have the names of the fields which fill them: all of the fields but a few. */
export const sameColumns = (fields: FormatFields, but: readonly string[] = []): RowPart['columns'] =>
  Object.fromEntries(
    Object.keys(fields)
      .filter((name) => !but.includes(name))
      .map((name) => [name, name]),
  )

/** Makes fields that fill the columns of a table which have their names, and are called as these are. */
export const fieldsOf =
  (table: TableName) =>
  (
    name: string,
    kind: Column['kind'],
    names: readonly string[],
    prepare?: FormatField['prepare'],
  ): FormatField => ({
    column: { kind },
    names,
    words: fieldWords(table, name),
    ...(prepare === undefined ? {} : { prepare }),
  })

/** A field of which each column’s name and value make a tag: how properties that a shop made up are kept. */
export const TAG_OF_COLUMN: FormatField = {
  column: { kind: 'text' },
  names: [],
  words: 'a tag made of the column’s name and the value',
  labelsOf: 'tags',
}

export const isMismatch = <T extends object>(shape: T | Mismatch): shape is Mismatch => 'mismatch' in shape
