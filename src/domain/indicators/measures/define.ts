import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import type { PlanContext, Problem, ReadingContext } from '../../conditions/define.ts'
import type { EventsCondition } from '../../conditions/events/events.ts'
import type { OrdersCondition } from '../../conditions/orders/orders.ts'
import type { PurchasesCondition } from '../../conditions/purchases/purchases.ts'
import type { RfmCondition } from '../../conditions/rfm/rfm.ts'
import type { Comparison } from '../../conditions/shared/comparison.ts'
import type { Ahead } from '../../time/ahead.ts'
import type { CustomerRecord, Population } from '../../customers/record.ts'
import type { MeasureUnit } from './units.ts'

/** The values of all customers, as one grouped statement: rows, whose they are, and the value of a group. */
export interface MeasureRows {
  readonly from: RawBuilder<unknown>
  readonly customer: 'o.customer_id' | 'i.customer_id' | 'e.customer_id'
  readonly tests: readonly RawBuilder<boolean>[]
  /** NULL where the value is unknown. One division of whole numbers, so that every reading rounds alike. */
  readonly value: RawBuilder<number>
}

/** Conditions that compare a measure: their readings are the measure's own, where there is one. */
export type ComparedCondition = OrdersCondition | PurchasesCondition | EventsCondition | RfmCondition

/**
 * One kind of number that every customer has, or has not. A measure is plain data tagged by `measure`.
 *
 * @example see order-interval.ts
 */
export interface MeasureDefinition<K extends string, M extends { measure: K }> {
  readonly measure: K
  readonly schema: z.ZodType<M> & z.core.$ZodTypeDiscriminable
  unit(measure: M): MeasureUnit
  /** What customers without a row have. */
  empty(measure: M): 0 | 'unknown'
  /** Tables whose changes can change the values. */
  sources(measure: M): readonly Source[]
  /** Does the value change by itself as time passes? */
  moves(measure: M): boolean
  check(measure: M, ctx: PlanContext): readonly Problem[]
  /** A noun: `days since the last order`. */
  words(measure: M, ctx: ReadingContext): string
  /** The condition that compares the value, where there is one that means the same. */
  compared?(measure: M, test: Comparison): ComparedCondition
  /** Undefined where the value is no sum over a customer's own rows. */
  rows?(measure: M, ctx: PlanContext): MeasureRows
  /** The same over the documented views, for people to read: a statement of `customer_id` and `value`. */
  select(measure: M, ctx: PlanContext): string
  /**
   * Instants ahead at which time alone may turn a test of the value, beside those at which a row leaves or enters
   * a window that the measure holds.
   */
  turns?(measure: M, test: Comparison, rows: readonly Instant[], ahead: Ahead): readonly Instant[]
  /** The value of one customer in memory; undefined where it is unknown. */
  of(measure: M, customer: CustomerRecord, population: Population, ctx: ReadingContext): number | undefined
}
