import type { PlanContext } from '../../conditions/define.ts'
import type { Condition } from '../../conditions/index.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import type { Criteria } from '../schema.ts'
import type { Expression, Query } from './expression.ts'
import type { Members } from './members.ts'

/** What SQL is read against. */
export interface SqlContext extends PlanContext {
  /** A value as the data spells it, where it holds one that is the same ignoring case. */
  spelled(field: DictionaryField, text: string): string
  /** The id of a segment or list, from its id or name. */
  segmentId(idOrName: string): string | undefined
  /** The id of an indicator, likewise. */
  indicatorId(idOrName: string): string | undefined
  /** Whom an inner SELECT names. Throws InputError for what can't be expressed. */
  criteria(query: Query): Criteria
  /** The first of some conditions whose own SQL is like a test, or everybody but its members; undefined for none. */
  printed(candidates: readonly Condition[], test: Expression): Criteria | undefined
  /** States what the SQL leaves open, or what Muster does otherwise than the SQL would. */
  assume(sentence: string): void
}

/** A test that no condition is asked about in parts: of the customer's own columns, or of belonging to some rows. */
export type SqlTest = { readonly kind: 'columns'; readonly test: Expression } | Members

/** A part that can't be expressed, and why. */
export interface Unread {
  readonly unread: Expression
  readonly why?: string
  readonly next?: string
}

/** What a condition makes of a test; undefined where it is none of its kind. */
export type SqlReading = Criteria | Unread | undefined

export const isUnread = (reading: Criteria | Unread): reading is Unread => 'unread' in reading

export const unread = (part: Expression, why?: string, next?: string): Unread => ({
  unread: part,
  ...(why === undefined ? {} : { why }),
  ...(next === undefined ? {} : { next }),
})
