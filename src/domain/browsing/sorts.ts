import { sql } from 'kysely'
import type { ListOrder } from '../members/members.ts'
import type { Sort } from './shown.ts'

interface SortBy {
  readonly by: ListOrder
  /** The order is one of texts, which are in no number: the customer's id finds the place. */
  readonly spoken: boolean
}

/** How lists are put in order. A customer without a value stands last, whichever way. */
export const sorts: Readonly<Record<Sort, SortBy>> = {
  spent: { by: { column: 'spent' }, spoken: false },
  orders: { by: { column: 'orders' }, spoken: false },
  last_order: { by: { column: 'lastAt' }, spoken: false },
  name: {
    spoken: true,
    by: {
      query: ({ dialect }) => ({
        sources: ['customers'],
        query: {
          // In the words of the index customer_keys_name, which holds them in this order.
          ...dialect.compile(sql`
            SELECT k.id FROM customer_keys AS k
            WHERE coalesce(k.last_name, k.first_name) IS NOT NULL
            ORDER BY coalesce(k.last_name, k.first_name), k.first_name, k.id`),
          cut: { by: 'none' },
        },
      }),
    },
  },
}
