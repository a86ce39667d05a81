import type { CsvFile } from '../csv/header.ts'
import type { ApplyRun } from '../apply/run.ts'
import type { CheckRow, Column, TableName } from '../tables/define.ts'

/** A column of a file that is read. */
export interface PlannedColumn {
  /** As the format calls it. */
  readonly name: string
  readonly column: Column
  /** Its place in the file's rows, counted from 0. */
  readonly at: number
  /** The reason for rejecting a row without a value; the usual one is `<name> is missing`. */
  readonly missing?: string
}

/** How one file is read: into which table, and which of its columns. */
export interface FilePlan {
  readonly table: TableName
  readonly columns: readonly PlannedColumn[]
  /** Staged besides the file's columns: `check` fills them in, behind the others. */
  readonly computed?: readonly string[]
  /** Columns of the file that nobody asked for. */
  readonly ignored: readonly string[]
  readonly check?: CheckRow
  /** The column that tells the order, so that rejected rows are counted by order too. */
  readonly order?: string
}

/** Why a format can't read a file, in words that follow "…". */
export interface Mismatch {
  readonly mismatch: string
}

export interface PlanOptions {
  /** The user's word on which column a field is in: `{ order_id: 'Order No' }`. */
  readonly map: Readonly<Record<string, string>>
}

/**
 * A kind of files that Muster reads. A format is one file in this folder and one line in index.ts.
 *
 * @example { name: 'order-lines', title: 'Order lines', fields: ['order_id', …], plan, derive }
 */
export interface ImportFormat {
  readonly name: string
  /** For people: `Order lines of any shop`. */
  readonly title: string
  /** What `map` may name. */
  readonly fields: readonly string[]
  /** Amounts with more decimals than the currency has are rounded and told about, instead of rejected. */
  readonly roundsMoney: boolean
  plan(file: CsvFile, options: PlanOptions): FilePlan | Mismatch
  /** Makes the rows of the generic tables from what was staged; inside the final transaction. */
  derive?(run: ApplyRun): void
}

export const isMismatch = (plan: FilePlan | Mismatch): plan is Mismatch => 'mismatch' in plan
