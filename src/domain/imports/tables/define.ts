import type { CellValue, Problem } from '../cells/cell.ts'
import type { ApplyRun } from '../apply/run.ts'

/** The files of the generic format (DESIGN section 4), and the parts that other formats are turned into. */
export const TABLES = [
  'customers',
  'products',
  'campaigns',
  'orders',
  'items',
  'events',
  'lists',
  'companies',
  'people',
  'signals',
] as const
export type TableName = (typeof TABLES)[number]

/** What is staged beside those: what orders tell of their customers. A format makes rows of tables of it. */
export type StagedTable = TableName | 'told'

export const isTable = (table: StagedTable): table is TableName => TABLES.some((name) => name === table)

export type ColumnKind =
  | 'id'
  | 'text'
  | 'list'
  | 'flag'
  | 'instant'
  | 'date'
  | 'whole'
  | 'count'
  | 'number'
  | 'latitude'
  | 'longitude'
  | 'charge'
  | 'money'
  | 'currency'
  | 'country'
  | 'order_status'
  | 'shop_status'
  | 'relationship'

export interface Column {
  readonly kind: ColumnKind
  /** The file must have the column, and every row a value in it. */
  readonly required?: true
}

/** Looks at a whole row, which stands at `place`; may mend its values, or tell why the row can't be taken. */
export type CheckRow = (values: CellValue[], place: number) => Problem | undefined

/** What became of the accepted rows of one table. */
export interface Counts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  /** Lines of replaced orders and members of replaced lists that the file no longer has. */
  readonly removed?: number
}

export interface ImportTable {
  readonly columns: Readonly<Record<string, Column>>
  /** The column whose value is unique among the rows, if there is one. */
  readonly key?: string
  /** Built for the columns that are staged, in their order. */
  readonly check?: (columns: readonly string[]) => CheckRow
  /** Moves what was staged into the database; inside the one final transaction. */
  apply(run: ApplyRun): Counts
}
