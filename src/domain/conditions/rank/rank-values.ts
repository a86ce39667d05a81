import { type RawBuilder, sql } from 'kysely'
import type { Currency } from '#kernel/money.ts'
import { AGGREGATES, type Aggregate } from '../orders/order-aggregates.ts'

export const RANK_MEASURES = [
  'spend',
  'net_spend',
  'orders',
  'quantity',
  'average',
  'largest',
  'discount',
  'last_date',
  'first_date',
  'signed_up',
  'random',
] as const
export type RankMeasure = (typeof RANK_MEASURES)[number]
/** What everybody has one of, so that there can be a best in each. */
export const GROUPS = ['country', 'region', 'city', 'gender', 'language'] as const

/** What is told by order lines, whichever products they are of. */
export type LineMeasure = Extract<RankMeasure, 'spend' | 'orders' | 'quantity'>
/** What everybody has, buyer or not. */
export type OwnMeasure = Extract<RankMeasure, 'signed_up' | 'random'>
/** What is told by orders. */
export type OrderMeasure = Exclude<RankMeasure, 'quantity' | OwnMeasure>

export const isOwnMeasure = (by: RankMeasure): by is OwnMeasure => by === 'signed_up' || by === 'random'

export const isLineMeasure = (by: RankMeasure): by is LineMeasure =>
  by === 'spend' || by === 'orders' || by === 'quantity'

/** Whether order lines tell it: units, or whatever is of some products. */
export const toldByLines = (by: RankMeasure, of: object | undefined): by is LineMeasure =>
  by === 'quantity' || (of !== undefined && isLineMeasure(by))

/** A value that customers are ranked by. */
interface Ranked {
  /** On `facts AS f`, lifetime. */
  readonly facts: RawBuilder<number>
  /** Over the rows of `orders AS o`. */
  readonly rows: RawBuilder<number>
  /** Over the rows of `v_orders`; equal values must come out equal. */
  text(currency: Currency): string
}

const aggregate = (name: Aggregate): Ranked => ({
  facts: AGGREGATES[name].facts,
  rows: AGGREGATES[name].rows,
  text: ({ exponent }) => AGGREGATES[name].text((sum) => `ROUND(${sum}, ${exponent})`),
})

const date = (which: 'first' | 'last', extreme: 'min' | 'max'): Ranked => ({
  facts: sql`${sql.ref(`f.${which}_at`)}`,
  rows: sql`${sql.raw(extreme)}(o.ordered_at)`,
  text: () => `${extreme.toUpperCase()}(ordered_at)`,
})

export const RANKED: Readonly<Record<OrderMeasure, Ranked>> = {
  spend: aggregate('spend'),
  net_spend: aggregate('net_spend'),
  orders: aggregate('count'),
  largest: aggregate('largest'),
  discount: aggregate('discount'),
  last_date: date('last', 'max'),
  first_date: date('first', 'min'),
  average: {
    facts: sql`CAST(f.spent AS REAL) / f.orders`,
    rows: sql`CAST(sum(o.total) AS REAL) / count(*)`,
    // In whole minor units: quotients of decimals can differ where the averages are equal.
    text: ({ exponent }) => `ROUND(${10 ** exponent} * SUM(total)) / COUNT(*)`,
  },
}

/** Over the rows of `items AS i`, and of `v_items`. */
export const RANKED_LINES: Readonly<
  Record<LineMeasure, { readonly rows: RawBuilder<number>; text(currency: Currency): string }>
> = {
  spend: {
    rows: sql`sum(i.quantity * i.price)`,
    text: ({ exponent }) => `ROUND(SUM(quantity * price), ${exponent})`,
  },
  orders: { rows: sql`count(DISTINCT i.order_id)`, text: () => 'COUNT(DISTINCT order_id)' },
  quantity: { rows: sql`sum(i.quantity)`, text: () => 'SUM(quantity)' },
}
