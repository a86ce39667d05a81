import type { Behaviour } from './define.ts'
import { shareOfOrders } from './share-of-orders.ts'

const PARTS = [
  { id: 'night', adjective: 'late-night', hours: { from: '22:00', to: '05:00' } },
  { id: 'morning', adjective: 'morning', hours: { from: '05:00', to: '11:00' } },
  { id: 'day', adjective: 'daytime', hours: { from: '11:00', to: '17:00' } },
  { id: 'evening', adjective: 'evening', hours: { from: '17:00', to: '22:00' } },
] as const

/** At which hours they order, in the workspace's zone. */
export const hourOfDay: Behaviour = {
  name: 'hour of day',
  traits: (ctx) =>
    PARTS.map(({ id, adjective, hours }) =>
      shareOfOrders(ctx, {
        id: `hour:${id}`,
        behaviour: 'hour of day',
        label: `of orders between ${hours.from} and ${hours.to}`,
        where: { hours },
        more: adjective,
      }),
    ),
}
