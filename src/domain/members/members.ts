import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { RfmScores } from '../customers/record.ts'
import type { Outlook } from '../profiles/scoring/outlook.ts'
import type { Qualified, Qualifying } from '../profiles/scoring/qualifying.ts'
import type { Bought } from '../purchases/bought.ts'
import type { Entity } from '../entities/entity.ts'
import type { Bitset } from './bitset.ts'
import type { Order, OrderBy } from './order.ts'
import type { SetQuery } from './plan.ts'
import type { TallyRow, ValueColumns } from './reader-messages.ts'

export interface CountOptions {
  readonly asOf: Instant
  readonly signal?: AbortSignal
  /** Milliseconds after which the reading stops with a LimitError. */
  readonly limit?: number
  /** 0 to 1, as pieces of the reading arrive. */
  onProgress?(done: number): void
}

/** The data a set was read from: the version counter of each source. */
export type DataVersions = Readonly<Record<Source, number>>

export interface MemberSet {
  readonly bits: Bitset
  readonly versions: DataVersions
}

/** Rows of (customer id, key, amount), cut by customer, to be summed by key over members. */
export interface TallyQuery {
  readonly query: SetQuery
  readonly sources: readonly Source[]
}

/** Rows of (customer id, value), cut by customer, with one row for each customer at most. */
export type ValuesQuery = TallyQuery

/** What is read of members and what they bought, in this order. */
export type BoughtStep = 'members' | 'orders' | 'lines'

/** How a list is ordered: by something that customers bought, or as a query answers their ids. */
export type ListOrder =
  | { readonly column: OrderBy }
  | { query(ctx: PlanContext): { readonly query: SetQuery; readonly sources: readonly Source[] } }

/** Members, and everybody who has a place in an order. */
export interface Ordered {
  readonly set: MemberSet
  readonly order: Order
}

/** Members, and what each query's rows of theirs come to by key, the largest amount first. */
export interface Tallied {
  readonly set: MemberSet
  readonly tallies: readonly (readonly TallyRow[])[]
}

/** Who satisfies criteria of any entity: a set per condition, set algebra over them, cached by data version. */
export interface Members {
  /** One set for the criteria; the sets of the conditions inside are kept by themselves. */
  of(criteria: Criteria, options: CountOptions): Promise<MemberSet>
  /**
   * Several criteria read at the same data versions: funnels, overlaps, before and after.
   */
  ofEach(criteria: readonly Criteria[], options: CountOptions): Promise<readonly MemberSet[]>
  /** A number of customers, for those who have one, in no order. `query` is called in a snapshot. */
  values(query: (ctx: PlanContext) => ValuesQuery, options: CountOptions): Promise<ValueColumns>
  /** The same numbers without whose they are, the least first. */
  sortedValues(query: (ctx: PlanContext) => ValuesQuery, options: CountOptions): Promise<Float64Array>
  /** Members, and all customers in an order, read at the same data versions; the order is kept as sets are. */
  ordered(criteria: Criteria, by: ListOrder, options: CountOptions): Promise<Ordered>
  /** Everybody there is: all customers, or all companies or people. */
  everyone(options: CountOptions, entity?: Entity): Promise<MemberSet>
  /** Null for a customer without a counted order. */
  rfmScores(id: number, options: CountOptions): Promise<RfmScores | null>
  /** Members and figures about them, all read at the same data versions. `queries` is called in a snapshot. */
  tally(
    criteria: Criteria,
    queries: (ctx: PlanContext) => readonly TallyQuery[],
    options: CountOptions,
  ): Promise<Tallied>
  /**
   * Members of several criteria and what they bought, all read at the same data versions. `onStep` says how far each
   * step is, 0 to 1: who they are, then orders, then lines.
   */
  boughtByEach(
    criteria: readonly Criteria[],
    options: Omit<CountOptions, 'onProgress'> & { onStep?(step: BoughtStep, done: number): void },
  ): Promise<readonly { readonly set: MemberSet; readonly bought: Bought }[]>
  /** Everybody held against ICPs and the personas inside them, all read at the same data versions. */
  qualify(qualifying: Qualifying, options: CountOptions): Promise<Qualified>
  /** The same in numbers, beside the scores that are stored. */
  outlooks(
    qualifying: Qualifying,
    options: CountOptions,
  ): Promise<readonly (Outlook & { readonly entity: Entity; readonly everyone: number })[]>
  /** How many customers each of the 125 patterns holds, and how many have no counted order. */
  rfmTable(
    options: CountOptions,
  ): Promise<{ readonly patterns: readonly number[]; readonly noOrders: number }>
  close(): Promise<void>
}
