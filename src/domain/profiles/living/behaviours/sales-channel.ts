import { foldText } from '#kernel/text.ts'
import type { Behaviour } from './define.ts'
import { shareOfOrders } from './share-of-orders.ts'

const MOST = 6

/** Through which channels they order. */
export const salesChannel: Behaviour = {
  name: 'sales channel',
  traits: (ctx) =>
    ctx
      .values('channel')
      .slice(0, MOST)
      .map(({ value, label }) =>
        shareOfOrders(ctx, {
          id: `channel:${foldText(value)}`,
          behaviour: 'sales channel',
          label: `of orders through ${label}`,
          where: { channel: [value] },
          more: label,
        }),
      ),
}
