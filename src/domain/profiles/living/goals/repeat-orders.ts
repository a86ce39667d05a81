import { sql } from 'kysely'
import { type Goal, YEAR } from './define.ts'

export const repeatOrders: Goal = {
  id: 'repeat_orders',
  name: 'More repeat orders',
  said: [
    'repeat order',
    'repeat purchase',
    'order again',
    'buy again',
    'order more often',
    'buy more often',
    'more orders',
    'frequency',
    'repeat',
  ],
  measure: 'orders in the last 365 days',
  unit: 'count',
  value: ({ now }) => sql`sum(CASE WHEN o.ordered_at > ${now - YEAR} THEN 1 ELSE 0 END)`,
  without: ['order gap'],
}
