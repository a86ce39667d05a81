import { sql } from 'kysely'
import type { PlanContext } from '../conditions/define.ts'
import type { Bounds } from '../time/bounds.ts'
import type { TallyQuery } from '../members/members.ts'

const SUMS = {
  spent: sql`sum(o.total)`,
  refunded: sql`sum(o.refunded_total)`,
  orders: sql`count(*)`,
} as const

/** A sum over the counted orders of each customer, money in minor units, as a query that the engine sums over members. */
export const orderSums = (
  sum: keyof typeof SUMS,
  { dialect, now }: PlanContext,
  { from = 0, to }: Bounds = { to: now },
): TallyQuery => ({
  sources: ['orders'],
  query: {
    ...dialect.compile(sql`
      SELECT o.customer_id, 0, ${SUMS[sum]} FROM orders AS o
      WHERE o.counted = 1 AND o.customer_id BETWEEN ${{ range: 'low' }} AND ${{ range: 'high' }}
        AND o.ordered_at BETWEEN ${from} AND ${to}
      GROUP BY o.customer_id`),
    cut: { by: 'customer' },
  },
})
