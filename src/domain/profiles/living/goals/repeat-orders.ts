import { sql } from 'kysely'
import { type Goal, YEAR } from './define.ts'

export const repeatOrders: Goal = {
  id: 'repeat_orders',
  name: 'More repeat orders',
  said: [
    'get|make|more|increase|raise|boost|grow|improve the|our|my? repeat orders|purchases|rate|business',
    'order|buy|purchase again|repeatedly',
    'order|buy|purchase more often|frequently',
    'more repeat|repeated orders|purchases',
    'repeat orders|purchases|buyers|rate',
    'more orders|purchases',
    'could|can|would|might? order|buy again',
    'a? higher|better order|purchase frequency',
  ],
  measure: 'orders in the last 365 days',
  unit: 'count',
  value: ({ now }) => sql`sum(CASE WHEN o.ordered_at > ${now - YEAR} THEN 1 ELSE 0 END)`,
  without: ['order gap'],
}
