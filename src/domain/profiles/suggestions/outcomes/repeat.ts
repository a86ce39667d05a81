import type { OutcomeDefinition } from './define.ts'

const DAYS = 90

/** Whoever ordered within a year, by whether they order again within 90 days. */
export const repeat: OutcomeDefinition = {
  id: 'repeat',
  entity: 'customer',
  title: `Ordered again within ${DAYS} days`,
  good: 'ordered again',
  bad: 'did not',
  next: `Import orders of at least ${2 * DAYS} days.`,
  signals: [],
  ways: [
    {
      kind: 'stretches',
      days: DAYS,
      stretches: 2,
      among: {
        criteria: {
          type: 'orders',
          measure: 'count',
          op: '>=',
          value: 1,
          within: { kind: 'last', n: 365, unit: 'day' },
        },
        asOf: 'beginning',
      },
      good: {
        type: 'orders',
        measure: 'count',
        op: '>=',
        value: 1,
        within: { kind: 'last', n: DAYS, unit: 'day' },
      },
    },
  ],
}
