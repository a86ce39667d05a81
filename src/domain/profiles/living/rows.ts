import { type RawBuilder, sql } from 'kysely'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../../conditions/define.ts'
import { inPiece } from '../../conditions/shared/set-query.ts'

/** Rows that customers are read from, grouped by customer: each table is passed over once. */
interface Rows {
  readonly sources: readonly Source[]
  /** The customer's id in them. */
  readonly id: string
  from(ctx: PlanContext): RawBuilder<unknown>
}

/**
 * Orders as `o`, with `gap`, the seconds since the one before; lines as `i`; events as `e`. All up to now, and counted
 * ones only.
 */
export const ROWS = {
  orders: {
    sources: ['orders'],
    id: 'o.customer_id',
    from: ({ now }) => sql`(
      SELECT o.*, o.ordered_at - lag(o.ordered_at) OVER (PARTITION BY o.customer_id ORDER BY o.ordered_at, o.id) AS gap
      FROM orders AS o WHERE o.counted = 1 AND o.ordered_at <= ${now} AND ${inPiece('o.customer_id')}) AS o`,
  },
  lines: {
    sources: ['orders', 'products'],
    id: 'i.customer_id',
    from: ({ now }) =>
      sql`items AS i WHERE i.counted = 1 AND i.ordered_at <= ${now} AND ${inPiece('i.customer_id')}`,
  },
  events: {
    sources: ['events', 'orders'],
    id: 'e.customer_id',
    from: ({ now }) => sql`events AS e WHERE e.occurred_at <= ${now} AND ${inPiece('e.customer_id')}`,
  },
} as const satisfies Record<string, Rows>

export type RowsName = keyof typeof ROWS
