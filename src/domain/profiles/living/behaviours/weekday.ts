import type { Behaviour } from './define.ts'
import { shareOfOrders } from './share-of-orders.ts'

/** Whether they order on working days or at the weekend. */
export const weekday: Behaviour = {
  name: 'weekday',
  traits: (ctx) => [
    shareOfOrders(ctx, {
      id: 'weekday:weekend',
      behaviour: 'weekday',
      label: 'of orders on Saturday or Sunday',
      where: { weekdays: ['saturday', 'sunday'] },
      more: 'weekend',
      less: 'weekday',
    }),
  ],
}
