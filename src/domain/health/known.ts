import type { Bitset } from '../members/bitset.ts'

/** A segment or list, as far as its health is asked. */
export interface KnownSegment {
  readonly id: string
  readonly name: string
  /** Those that are there from the start. */
  readonly builtIn: boolean
  /** Nothing is made of it, and it was never exported. */
  readonly unused: boolean
  /** Made so long ago that it could have been used. */
  readonly settled: boolean
  /** Null where it can’t be counted any more. */
  readonly members: Bitset | null
}

/** A condition of a definition whose field the data holds no value of. */
export interface EmptyCondition {
  /** Of what: `segment “VIP”` */
  readonly of: string
  readonly field: string
}

/** What is known of definitions and sources before the data is looked at. */
export interface KnownThings {
  readonly segments: readonly KnownSegment[]
  readonly conditions: number
  readonly emptyConditions: readonly EmptyCondition[]
  /** Keys of the types of events that definitions ask for. */
  readonly usedEvents: readonly string[]
  readonly sources: readonly { readonly name: string; readonly overdue: boolean; readonly says: string }[]
}
