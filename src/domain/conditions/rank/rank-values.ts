import { type RawBuilder, sql } from 'kysely'
import type { Currency } from '#kernel/money.ts'
import { AGGREGATES, type Aggregate } from '../orders/order-aggregates.ts'

export const RANK_MEASURES = [
  'spend',
  'net_spend',
  'orders',
  'average',
  'largest',
  'last_date',
  'first_date',
] as const
type RankMeasure = (typeof RANK_MEASURES)[number]

/** A value that customers are ranked by. */
interface Ranked {
  /** On `facts AS f`, lifetime. */
  readonly facts: RawBuilder<number>
  /** Over the rows of `orders AS o`. */
  readonly rows: RawBuilder<number>
  /** Over the rows of `v_orders`; equal values must come out equal. */
  text(currency: Currency): string
  readonly words: { readonly top: string; readonly bottom: string }
}

const aggregate = (name: Aggregate, words: string): Ranked => ({
  facts: AGGREGATES[name].facts,
  rows: AGGREGATES[name].rows,
  text: ({ exponent }) => AGGREGATES[name].text((sum) => `ROUND(${sum}, ${exponent})`),
  words: { top: words, bottom: words },
})

const date = (which: 'first' | 'last', extreme: 'min' | 'max'): Ranked => ({
  facts: sql`${sql.ref(`f.${which}_at`)}`,
  rows: sql`${sql.raw(extreme)}(o.ordered_at)`,
  text: () => `${extreme.toUpperCase()}(ordered_at)`,
  words: {
    top: `date of the ${which} order (latest first)`,
    bottom: `date of the ${which} order (earliest first)`,
  },
})

export const RANKED: Readonly<Record<RankMeasure, Ranked>> = {
  spend: aggregate('spend', 'money spent'),
  net_spend: aggregate('net_spend', 'money spent net of refunds'),
  orders: aggregate('count', 'number of orders'),
  largest: aggregate('largest', 'largest order'),
  last_date: date('last', 'max'),
  first_date: date('first', 'min'),
  average: {
    facts: sql`CAST(f.spent AS REAL) / f.orders`,
    rows: sql`CAST(sum(o.total) AS REAL) / count(*)`,
    // In whole minor units: quotients of decimals can differ where the averages are equal.
    text: ({ exponent }) => `ROUND(${10 ** exponent} * SUM(total)) / COUNT(*)`,
    words: { top: 'average order', bottom: 'average order' },
  },
}
