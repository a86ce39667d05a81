import { foldText } from '#kernel/text.ts'
import type { Behaviour } from './define.ts'
import { shareOfOrders } from './share-of-orders.ts'

const MOST = 5

/** On which devices they order. */
export const device: Behaviour = {
  name: 'device',
  traits: (ctx) =>
    ctx
      .values('device')
      .slice(0, MOST)
      .map(({ value, label }) =>
        shareOfOrders(ctx, {
          id: `device:${foldText(value)}`,
          behaviour: 'device',
          label: `of orders on ${label}`,
          where: { device: [value] },
          more: label,
        }),
      ),
}
