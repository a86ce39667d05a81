import { sql } from 'kysely'
import type { Goal } from './define.ts'

const AWAY = 90 * 86_400

/** Of those who once stayed away for 90 days: whether they came back. Whoever is away now did not yet. */
export const winBack: Goal = {
  id: 'win_back',
  name: 'Win back',
  said: [
    'win back',
    'win them back',
    'winback',
    'win-back',
    'come back',
    'reactivate',
    'bring back',
    'regain',
    'lapsed',
  ],
  measure: 'came back after 90 days without an order',
  unit: 'percent',
  value: ({ now }) => sql`CASE WHEN max(o.gap) >= ${AWAY} THEN 100
    WHEN ${now} - max(o.ordered_at) >= ${AWAY} THEN 0 END`,
  without: ['order gap'],
}
