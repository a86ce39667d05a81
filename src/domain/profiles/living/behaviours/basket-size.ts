import type { Behaviour } from './define.ts'
import { shareOfOrders } from './share-of-orders.ts'

/** Whether they order one piece at a time or several. */
export const basketSize: Behaviour = {
  name: 'basket size',
  traits: (ctx) => [
    shareOfOrders(ctx, {
      id: 'basket:several',
      behaviour: 'basket size',
      label: 'of orders with 3 pieces or more',
      where: { units: { op: '>=', value: 3 } },
      more: 'big-basket',
      less: 'small-basket',
    }),
  ],
}
