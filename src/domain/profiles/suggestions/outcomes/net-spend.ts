import type { OutcomeDefinition } from './define.ts'

const DAYS = 90
const PERCENT = 20

/** Whoever had ordered before, by whether they are among the fifth that spends most, less refunds, in the next 90 days. */
export const netSpend: OutcomeDefinition = {
  id: 'net_spend',
  entity: 'customer',
  title: `Among the top ${PERCENT} % by net spend in ${DAYS} days`,
  good: 'top spenders',
  bad: 'all others',
  next: `Import orders of at least ${2 * DAYS} days.`,
  signals: [],
  ways: [
    {
      kind: 'stretches',
      days: DAYS,
      stretches: 2,
      among: { criteria: { type: 'orders', measure: 'count', op: '>=', value: 1 }, asOf: 'beginning' },
      good: {
        type: 'rank',
        by: 'net_spend',
        direction: 'top',
        percent: PERCENT,
        within: { kind: 'last', n: DAYS, unit: 'day' },
      },
    },
  ],
}
