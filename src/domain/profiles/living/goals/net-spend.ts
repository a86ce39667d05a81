import { sql } from 'kysely'
import { type Goal, YEAR } from './define.ts'

export const netSpend: Goal = {
  id: 'net_spend',
  name: 'Higher net spend',
  said: ['net spend', 'spend more', 'revenue', 'net sales', 'spending', 'lifetime value', 'ltv'],
  measure: 'spend net of refunds in the last 365 days',
  unit: 'money',
  value: ({ now, currency }) =>
    sql`sum(CASE WHEN o.ordered_at > ${now - YEAR} THEN o.total - o.refunded_total ELSE 0 END) / CAST(${10 ** currency.exponent} AS REAL)`,
}
