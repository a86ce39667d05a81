import { sql } from 'kysely'
import { isOfType } from './event-type.ts'
import type { Behaviour } from './define.ts'

const HOUR = 3600

const KINDS = [
  { event: 'viewed_product', label: 'from looking at a product to the next order, at the fastest' },
  { event: 'added_to_cart', label: 'from the cart to the next order, at the fastest' },
] as const

/** How fast they order once they looked at something or put it into the cart: the shortest time that they took. */
export const timeToBuy: Behaviour = {
  name: 'time to buy',
  traits: ({ plan, values }) => {
    const known = new Set(values('event').map(({ value }) => value))
    return KINDS.filter(({ event }) => known.has(event)).map(({ event, label }) => {
      return {
        id: `time_to_buy:${event}`,
        behaviour: 'time to buy',
        rows: 'events',
        value: sql`min(CASE WHEN ${isOfType(plan, event)} THEN (
          SELECT min(o.ordered_at) FROM orders AS o WHERE o.customer_id = e.customer_id AND o.counted = 1
            AND o.ordered_at BETWEEN e.occurred_at AND ${plan.now}) - e.occurred_at END) / CAST(${HOUR} AS REAL)`,
        empty: null,
        scale: 'log',
        growsWithOrders: true,
        grid: 1,
        shown: (value) => `${(Math.round(value * 10) / 10).toLocaleString('en-US')} hours`,
        label,
        less: {
          adjective: 'fast',
          criteria: (bound) => ({
            type: 'sequence',
            first: { did: 'event', event: [event] },
            next: { did: 'ordered' },
            apart: { n: bound, unit: 'hour' },
          }),
        },
      }
    })
  },
}
