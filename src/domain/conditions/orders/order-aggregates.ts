import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#kernel/clock.ts'
import type { OrderRecord } from '../../customers/record.ts'

export const AGGREGATE_NAMES = [
  'count',
  'spend',
  'net_spend',
  'average',
  'largest',
  'smallest',
  'discount',
] as const
export type Aggregate = (typeof AGGREGATE_NAMES)[number]

/** A number made of a customer's orders. Money is in minor units, except in `text`. */
export interface OrderAggregate {
  /** What the facts row knows of it, lifetime, on `facts AS f`. */
  readonly facts: RawBuilder<number>
  /** Over the rows of `orders AS o`. */
  readonly rows: RawBuilder<number>
  /** Over the rows of `v_orders`, in currency units; `round` undoes what binary fractions do to a sum. */
  text(round: (sum: string) => string): string
  /** Over orders in memory. */
  of(orders: readonly OrderRecord[]): number
  /** What it is over no orders. */
  readonly empty: 0 | 'unknown'
  /** An average compares its sum with the value times the number of orders, which is exact. */
  readonly perOrder: boolean
  /** A facts expression that the number exceeds over no part of the orders, so long as it is 0 or more. */
  readonly ceiling?: RawBuilder<number>
}

const sumOf = (orders: readonly OrderRecord[], value: (order: OrderRecord) => number): number =>
  orders.reduce((sum, order) => sum + value(order), 0)

export const AGGREGATES: Readonly<Record<Aggregate, OrderAggregate>> = {
  count: {
    facts: sql`f.orders`,
    rows: sql`count(*)`,
    text: () => 'COUNT(*)',
    of: (orders) => orders.length,
    empty: 0,
    perOrder: false,
    ceiling: sql`f.orders`,
  },
  spend: {
    facts: sql`f.spent`,
    rows: sql`sum(o.total)`,
    text: (round) => round('SUM(total)'),
    of: (orders) => sumOf(orders, (order) => order.total),
    empty: 0,
    perOrder: false,
    // Not f.spent: a correction with a negative total could lie outside the window.
    ceiling: sql`f.orders * f.largest`,
  },
  net_spend: {
    facts: sql`(f.spent - f.refunded)`,
    rows: sql`sum(o.total - o.refunded_total)`,
    text: (round) => round('SUM(total - refunded_total)'),
    of: (orders) => sumOf(orders, (order) => order.total - order.refunded),
    empty: 0,
    perOrder: false,
  },
  discount: {
    facts: sql`f.discount`,
    rows: sql`sum(o.discount_total)`,
    text: (round) => round('SUM(discount_total)'),
    of: (orders) => sumOf(orders, (order) => order.discount),
    empty: 0,
    perOrder: false,
  },
  average: {
    facts: sql`f.spent`,
    rows: sql`sum(o.total)`,
    text: (round) => round('SUM(total)'),
    of: (orders) => sumOf(orders, (order) => order.total),
    empty: 'unknown',
    perOrder: true,
    ceiling: sql`f.largest`,
  },
  largest: {
    facts: sql`f.largest`,
    rows: sql`max(o.total)`,
    text: () => 'MAX(total)',
    of: (orders) => orders.reduce((most, order) => Math.max(most, order.total), Number.NEGATIVE_INFINITY),
    empty: 'unknown',
    perOrder: false,
    ceiling: sql`f.largest`,
  },
  smallest: {
    // The facts row does not know it: the index of a customer's orders holds their totals.
    facts: sql`(SELECT min(o.total) FROM orders AS o WHERE o.customer_id = f.id AND o.counted = 1)`,
    rows: sql`min(o.total)`,
    text: () => 'MIN(total)',
    of: (orders) => orders.reduce((least, order) => Math.min(least, order.total), Number.POSITIVE_INFINITY),
    empty: 'unknown',
    perOrder: false,
    ceiling: sql`f.largest`,
  },
}

/** When the first or the last of some orders was; undefined without any. */
export function orderDate(
  which: 'first_date' | 'last_date',
  orders: readonly OrderRecord[],
): Instant | undefined {
  if (orders.length === 0) return undefined
  const dates = orders.map((order) => order.at)
  return which === 'first_date' ? Math.min(...dates) : Math.max(...dates)
}
