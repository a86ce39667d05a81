import type { Behaviour } from './define.ts'
import { measured } from './measured.ts'

/** How long they wait between orders, on average. */
export const orderGap: Behaviour = {
  name: 'order gap',
  traits: ({ plan }) => [
    {
      id: 'order_gap:average',
      behaviour: 'order gap',
      rows: 'orders',
      value: measured({ measure: 'order_interval' }, plan),
      empty: null,
      scale: 'log',
      grid: 1,
      shown: (value) => `${Math.round(value).toLocaleString('en-US')} days`,
      label: 'between orders',
      more: {
        adjective: 'occasional',
        criteria: (bound) => ({ type: 'order_gap', gap: 'average', op: '>=', value: bound }),
      },
      less: {
        adjective: 'frequent',
        criteria: (bound) => ({ type: 'order_gap', gap: 'average', op: '<=', value: bound }),
      },
    },
  ],
}
