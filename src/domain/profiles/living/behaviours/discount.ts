import type { Behaviour } from './define.ts'
import { shareOfOrders } from './share-of-orders.ts'

/** Whether they order with a discount or at the full price. */
export const discount: Behaviour = {
  name: 'discount',
  traits: (ctx) => [
    shareOfOrders(ctx, {
      id: 'discount:any',
      behaviour: 'discount',
      label: 'of orders with a discount',
      where: { discounted: true },
      more: 'discount',
      less: 'full-price',
    }),
  ],
}
