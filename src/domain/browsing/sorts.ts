import { type RawBuilder, sql } from 'kysely'
import type { PlanContext } from '../conditions/define.ts'
import type { ValuesQuery } from '../members/members.ts'
import type { Sort } from './shown.ts'

interface SortBy {
  readonly query: (ctx: PlanContext) => ValuesQuery
  /** The order is one of texts, which are in no number: the customer's id finds the place. */
  readonly spoken: boolean
}

const low = { range: 'low' } as const
const high = { range: 'high' } as const

/** A column of the facts, which every import keeps right; counted anew while orders are dated ahead of now. */
const fact = (column: 'spent' | 'orders' | 'last_at', sum: RawBuilder<number>): SortBy => ({
  spoken: false,
  query: ({ dialect, now, factsHold }) => ({
    sources: ['customers', 'orders'],
    query: {
      ...dialect.compile(
        factsHold
          ? sql`SELECT f.id, ${sql.ref(`f.${column}`)} FROM facts AS f WHERE f.id BETWEEN ${low} AND ${high} ORDER BY f.id`
          : sql`
              SELECT f.id, ${sum} FROM facts AS f
              LEFT JOIN orders AS o ON o.counted = 1 AND o.customer_id = f.id AND o.ordered_at <= ${now}
              WHERE f.id BETWEEN ${low} AND ${high} GROUP BY f.id ORDER BY f.id`,
      ),
      cut: { by: 'customer' },
    },
  }),
})

/** How lists are put in order. A customer without a value stands last, whichever way. */
export const sorts: Readonly<Record<Sort, SortBy>> = {
  spent: fact('spent', sql`coalesce(sum(o.total), 0)`),
  orders: fact('orders', sql`count(o.id)`),
  last_order: fact('last_at', sql`max(o.ordered_at)`),
  name: {
    spoken: true,
    query: ({ dialect }) => ({
      sources: ['customers'],
      query: {
        // Sorted by the database: the number beside is the same for all, so that they stay as they come.
        ...dialect.compile(sql`
          SELECT k.id, 0 FROM customer_keys AS k
          WHERE coalesce(k.last_name, k.first_name) IS NOT NULL
          ORDER BY coalesce(k.last_name, k.first_name), k.first_name, k.id`),
        cut: { by: 'none' },
      },
    }),
  },
}
