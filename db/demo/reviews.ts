import type { Happening } from './events.ts'
import { DAY } from './history.ts'
import type { Order } from './orders.ts'
import type { Random } from './random.ts'

export const drawReviews = (orders: readonly Order[], random: Random): Happening[] =>
  orders.flatMap((order) => review(order, random))

/** One to three weeks after the order; the unhappy write more often. */
function review({ shopper, at, lines, status }: Order, random: Random): Happening[] {
  const [line] = lines
  if (line === undefined || status === 'cancelled' || status === 'pending') return []
  const unhappy = status !== 'paid'
  if (!random.chance(unhappy ? 0.15 : 0.05)) return []
  const stars = unhappy ? random.whole(1, 3) : random.chance(0.75) ? 5 : random.whole(3, 4)
  const when = at + random.whole(7 * DAY, 21 * DAY)
  return [{ shopper, type: 'reviewed', at: when, channel: 'web', product: line.product, value: stars }]
}
