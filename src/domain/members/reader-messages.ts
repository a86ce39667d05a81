import type { Source } from '#db/schema.ts'
import type { PlainError } from '#kernel/plain-error.ts'
import type { Outlook, OutlookStep } from '../profiles/scoring/outlook.ts'
import type { GradeIcp, GradePersonas } from '../profiles/scoring/qualify.ts'
import type { Bought, BoughtByAll } from '../purchases/bought.ts'
import type { LineColumns, OrderColumns } from '../purchases/columns.ts'
import type { Scores } from '../rfm/scores.ts'
import type { Bitset } from './bitset.ts'
import type { DataVersions } from './members.ts'
import type { Order, OrderBy } from './order.ts'
import type { Patch, PatchStep } from './patch.ts'
import type { SumRange } from './totals.ts'

export type Parameter = string | number | null

export interface Statement {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** A piece of a reading, short enough that a thread is soon free again. */
export type Step =
  /** No id is under `low`, which is a multiple of 32, so that parts of a set meet at words. */
  | { readonly kind: 'ids'; readonly statement: Statement; readonly low: number }
  /** A piece of a set that is known of an earlier state of the data. */
  | PatchStep
  /** Each statement answers a column. */
  | { readonly kind: 'columns'; readonly statements: readonly Statement[] }
  /** Rows of id and value; those without a value are left out. */
  | { readonly kind: 'values'; readonly statement: Statement }
  /** Rows of id, key and amount, of which those of members are summed by key. */
  | { readonly kind: 'tally'; readonly statement: Statement; readonly members: SetPart }
  /** Ids in the order that they are to stand in. */
  | { readonly kind: 'listed'; readonly statement: Statement }
  /** What a range of customers bought. */
  | { readonly kind: 'orders'; readonly columns: ColumnsStep<OrderColumns> }
  | { readonly kind: 'lines'; readonly columns: ColumnsStep<LineColumns> }
  | OutlookStep

/** A piece of columns, from the customer with the id `low` on. */
export interface ColumnsStep<P> {
  readonly low: number
  readonly whole: Statement
  /** The piece at an earlier state of the data, of which `some` reads those anew who changed since. */
  readonly before: { readonly piece: P; readonly since: number; readonly some: string } | undefined
}

/** Members with ids from `32 * firstWord` on. */
export interface SetPart {
  readonly firstWord: number
  readonly words: Uint32Array<ArrayBuffer>
}
export type Columns = readonly Float64Array<ArrayBuffer>[]
/** Internal ids, and a number beside each. */
export interface ValueColumns {
  readonly ids: Float64Array<ArrayBuffer>
  readonly values: Float64Array<ArrayBuffer>
}
/** What the rows under one key come to. */
export interface TallyRow {
  readonly key: string | number | null
  /** Rows: members, where each has one row under a key. */
  readonly rows: number
  readonly amount: number
}
export type StepResult =
  | { readonly kind: 'ids'; readonly part: SetPart }
  | { readonly kind: 'patch'; readonly patch: Patch }
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'values'; readonly values: ValueColumns }
  | { readonly kind: 'tally'; readonly tally: readonly TallyRow[] }
  | { readonly kind: 'listed'; readonly order: Order }
  | { readonly kind: 'orders'; readonly piece: OrderColumns }
  | { readonly kind: 'lines'; readonly piece: LineColumns }
  | { readonly kind: 'outlook'; readonly outlook: Outlook }

export type ReaderTask =
  | {
      /** Steps that are read in one transaction, from the data at exactly these versions. */
      readonly kind: 'read'
      readonly steps: readonly Step[]
      readonly at: DataVersions
      readonly sources: readonly Source[]
    }
  /** Numbers of several pieces, the least first. */
  | { readonly kind: 'sort'; readonly pieces: readonly Float64Array<ArrayBuffer>[] }
  /** Customers by a number of theirs; shorter with an order from before. */
  | {
      readonly kind: 'order'
      readonly by: OrderBy
      readonly orders: readonly OrderColumns[]
      readonly before: Order | undefined
    }
  | { readonly kind: 'score'; readonly orders: readonly OrderColumns[] }
  /** What each of several sets of customers bought. */
  | { readonly kind: 'bought'; readonly sets: readonly Bitset[]; readonly all: BoughtByAll }
  /** Sums the second column by the first, and answers who has a sum in each range. */
  | { readonly kind: 'sum'; readonly columns: readonly Columns[]; readonly ranges: readonly SumRange[] }
  /** Both fill in columns that are shared. */
  | GradeIcp
  | GradePersonas

export type ReaderAnswer =
  | { readonly kind: 'read'; readonly results: readonly StepResult[] }
  /** The data is not at the versions asked for (any more); nothing was read. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'sorted'; readonly values: Float64Array<ArrayBuffer> }
  | { readonly kind: 'ordered'; readonly order: Order }
  | { readonly kind: 'scored'; readonly scores: Scores }
  | { readonly kind: 'bought'; readonly bought: readonly Bought[] }
  | { readonly kind: 'summed'; readonly members: readonly Uint32Array<ArrayBuffer>[] }
  | { readonly kind: 'graded' }

export interface ToReader {
  readonly task: ReaderTask
  /** One shared word; 1 asks to stop before the next step. */
  readonly cancel: Int32Array
}

export type FromReader =
  | { readonly type: 'done'; readonly answer: ReaderAnswer }
  | { readonly type: 'failed'; readonly error: PlainError }

export interface ReaderSettings {
  readonly databasePath: string
}
