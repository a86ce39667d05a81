import { sql } from 'kysely'
import { type Goal, YEAR } from './define.ts'

export const netSpend: Goal = {
  id: 'net_spend',
  name: 'Higher net spend',
  said: [
    'raise|increase|lift|grow|improve|higher|boost|more the|our|my|their? net? spend|spending|revenue|sales',
    'higher|more net spend|spending|revenue|sales',
    'net spend|revenue|sales',
    'could|can|would|might? spend more',
  ],
  measure: 'spend net of refunds in the last 365 days',
  unit: 'money',
  value: ({ now, currency }) =>
    sql`sum(CASE WHEN o.ordered_at > ${now - YEAR} THEN o.total - o.refunded_total ELSE 0 END) / CAST(${10 ** currency.exponent} AS REAL)`,
}
