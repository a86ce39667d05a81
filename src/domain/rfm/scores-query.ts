import { sql } from 'kysely'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { SetQuery } from '../members/plan.ts'

type Context = Pick<PlanContext, 'dialect' | 'factsHold' | 'now'>

/** What scores depend on. */
export const BUYER_SOURCES: readonly Source[] = ['customers', 'orders']

/** Scores that were made under the same key, from the same data, are the same. */
export const buyersKey = ({ factsHold, now }: Context): string =>
  factsHold ? 'buyers' : `buyers until ${now}`

/**
 * Id, last order, number of orders and spend of every buyer: what scores are made from. The facts rows know,
 * unless some order is dated after now; then the orders themselves are asked.
 */
export function buyersQuery({ dialect, factsHold, now }: Context): SetQuery {
  const low = { range: 'low' }
  const high = { range: 'high' }
  const raw = factsHold
    ? sql`SELECT id, last_at, orders, spent FROM facts WHERE orders > 0 AND id BETWEEN ${low} AND ${high}`
    : sql`SELECT customer_id, max(ordered_at), count(*), sum(total) FROM orders
          WHERE counted = 1 AND customer_id BETWEEN ${low} AND ${high} AND ordered_at <= ${now}
          GROUP BY customer_id`
  return { ...dialect.compile(raw), cut: { by: 'customer' } }
}
