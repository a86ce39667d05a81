import type { Source } from '#db/schema.ts'
import type { PlainError } from '#kernel/plain-error.ts'
import type { DataVersions } from './members.ts'

export type Parameter = string | number | null

export interface Statement {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** A piece of a reading, short enough that a thread is soon free again. */
export type Step =
  /** No id is under `low`, which is a multiple of 32, so that parts of a set meet at words. */
  | { readonly kind: 'ids'; readonly statement: Statement; readonly low: number }
  /** Each statement answers a column. */
  | { readonly kind: 'columns'; readonly statements: readonly Statement[] }
  /** Rows of id and value; those without a value are left out. */
  | { readonly kind: 'values'; readonly statement: Statement }
  /** Rows of id, key and amount, of which those of each set of members are summed by key. */
  | { readonly kind: 'tally'; readonly statement: Statement; readonly members: SetParts }

/** Members with ids from `32 * firstWord` on. */
export interface SetPart {
  readonly firstWord: number
  readonly words: Uint32Array<ArrayBuffer>
}
/** The same ids of several sets. */
export interface SetParts {
  readonly firstWord: number
  readonly sets: readonly Uint32Array<ArrayBuffer>[]
}
export type Columns = readonly Float64Array<ArrayBuffer>[]
/** Internal ids, and a number beside each. */
export interface ValueColumns {
  readonly ids: Float64Array<ArrayBuffer>
  readonly values: Float64Array<ArrayBuffer>
}
/** Internal ids by the numbers beside them, the least first. */
export interface ValuesInOrder {
  readonly ids: Uint32Array<ArrayBuffer>
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
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'values'; readonly values: ValueColumns }
  | { readonly kind: 'tally'; readonly tallies: readonly (readonly TallyRow[])[] }

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
  /** Ids of several pieces by their numbers, the least first. */
  | { readonly kind: 'order'; readonly pieces: readonly ValueColumns[] }
  | { readonly kind: 'score'; readonly columns: readonly Columns[] }
  /** Sums the second column by the first, and answers who has a sum in the range. */
  | { readonly kind: 'sum'; readonly columns: readonly Columns[]; readonly from: number; readonly to: number }

export type ReaderAnswer =
  | { readonly kind: 'read'; readonly results: readonly StepResult[] }
  /** The data is not at the versions asked for (any more); nothing was read. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'sorted'; readonly values: Float64Array<ArrayBuffer> }
  | { readonly kind: 'ordered'; readonly order: ValuesInOrder }
  | { readonly kind: 'scored'; readonly scores: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'summed'; readonly members: Uint32Array<ArrayBuffer> }

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
