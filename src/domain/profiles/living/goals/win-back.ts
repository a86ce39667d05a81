import { sql } from 'kysely'
import type { Goal } from './define.ts'

const AWAY = 90 * 86_400

/** Of those who once stayed away for 90 days: whether they came back. Whoever is away now did not yet. */
export const winBack: Goal = {
  id: 'win_back',
  name: 'Win back',
  said: [
    'win|bring|get|lure them|these|people|customers|lapsed|inactive? customers? back',
    'we|i could|can|might|should? win|bring|get back',
    'could|can|might|should we|i win|bring|get back',
    'could|can|might|would? come back',
    'reactivate|re-engage|reengage|regain|recover them|customers|lapsed|inactive? customers?',
    'winback|reactivation',
    'could|can|might be won back',
  ],
  measure: 'came back after 90 days without an order',
  unit: 'percent',
  value: ({ now }) => sql`CASE WHEN max(o.gap) >= ${AWAY} THEN 100
    WHEN ${now} - max(o.ordered_at) >= ${AWAY} THEN 0 END`,
  without: ['order gap'],
}
