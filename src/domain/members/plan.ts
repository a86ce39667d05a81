import type { Instant } from '#kernel/clock.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Entity } from '../entities/entity.ts'
import type { RankSize } from './ranked.ts'

/**
 * A bound that the engine fills in, piece by piece, so that a long statement runs in short ones. Both ends of a
 * piece are in it (BETWEEN). A query that is cut has to keep to them: no row outside, and none left out.
 */
export type RangeBound = { readonly range: 'low' | 'high' }

/** A statement that answers internal ids of one entity in its first column; duplicates are fine. */
export interface SetQuery {
  readonly sql: string
  readonly parameters: readonly (string | number | null | RangeBound)[]
  /** How it can be cut: by internal id, or by time within [from, to]; `none` runs whole. */
  readonly cut:
    | { readonly by: Entity }
    | { readonly by: 'time'; readonly from: number; readonly to: number }
    | { readonly by: 'none' }
}

/** A statement for each column, of the same rows in the same order, and cut alike. */
export type ColumnQueries = readonly [SetQuery, ...SetQuery[]]

/** A test of one customer's row of `facts AS f`. */
export type FactsTest = Pick<SetQuery, 'sql' | 'parameters'>

/** Everybody with an event of one of these types, whatever else it says, from an instant on up to now. */
export interface RecentEvents {
  readonly types: readonly number[]
  readonly from: Instant
  readonly to: Instant
}

/** Customers, and a whole number beside each (1 where there is no second column), to be summed per customer. */
export interface TotalsQuery {
  readonly rows: ColumnQueries
  /** The sums that pass, both ends included. 0 is not among them: customers without a row never pass. */
  readonly from: number
  readonly to: number
}

/** How a condition's members are found. */
export type SetPlan =
  /** The same said as recent events, where it is: what was read of those before is of use then. */
  | { readonly kind: 'query'; readonly query: SetQuery; readonly recent?: RecentEvents }
  /** Tests of the facts row that must all hold are read in one pass; `alone` is shorter where it need not be. */
  | { readonly kind: 'facts'; readonly test: FactsTest; readonly alone?: SetQuery }
  /** Everybody whose numbers sum to something in a range. */
  | { readonly kind: 'totals'; readonly totals: TotalsQuery }
  /** Everybody outside another plan: how conditions that people without any row pass are read. */
  | { readonly kind: 'not'; readonly of: SetPlan }
  | { readonly kind: 'all' | 'any'; readonly of: readonly SetPlan[] }
  /** A segment reference: its criteria, read in the same way at the same instant. */
  | { readonly kind: 'criteria'; readonly criteria: Criteria }
  /**
   * Members of criteria over another entity, seen from here. `employer`: the people who work at one of these
   * companies. `staff`: the companies where `from` to `to` of these people work; never 0.
   */
  | { readonly kind: 'employer'; readonly criteria: Criteria }
  | { readonly kind: 'staff'; readonly criteria: Criteria; readonly from: number; readonly to: number }
  /**
   * The first of an order that all who have a value stand in, the best first: of those among them who meet other
   * criteria, or of each group, which a second column numbers.
   */
  | {
      readonly kind: 'ranked'
      readonly order: ColumnQueries
      readonly size: RankSize
      readonly among?: Criteria
    }
  /** RFM patterns by index 25(r−1) + 5(f−1) + (m−1), true where wanted. */
  | { readonly kind: 'rfm'; readonly patterns: readonly boolean[] }
  | { readonly kind: 'everyone' }
  | { readonly kind: 'nobody' }
