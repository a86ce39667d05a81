import { sql } from 'kysely'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { ColumnQueries, RangeBound, SetQuery } from '../members/plan.ts'

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
export function buyersQueries({ dialect, factsHold, now }: Context): ColumnQueries {
  const column = (facts: string, orders: string): SetQuery => ({
    ...dialect.compile(
      factsHold
        ? sql`SELECT ${sql.raw(facts)} FROM facts WHERE orders > 0 AND id BETWEEN ${low} AND ${high} ORDER BY id`
        : sql`SELECT ${sql.raw(orders)} FROM orders
              WHERE counted = 1 AND customer_id BETWEEN ${low} AND ${high} AND ordered_at <= ${now}
              GROUP BY customer_id ORDER BY customer_id`,
    ),
    cut: { by: 'customer' },
  })
  return [
    column('id', 'customer_id'),
    column('last_at', 'max(ordered_at)'),
    column('orders', 'count(*)'),
    column('spent', 'sum(total)'),
  ]
}

const low: RangeBound = { range: 'low' }
const high: RangeBound = { range: 'high' }
