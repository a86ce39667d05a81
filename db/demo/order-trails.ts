import type { Happening } from './events.ts'
import type { Order } from './orders.ts'
import type { Random } from './random.ts'

/**
 * What people did on the site on the way to an order. Standing orders place themselves; every other
 * online order has its trail, not always a whole one.
 */
export const drawOrderTrails = (orders: readonly Order[], since: number, random: Random): Happening[] =>
  orders
    .filter(({ at, channel }) => channel === 'online' && at > since)
    .flatMap((order) => trailOf(order, random))

function trailOf({ shopper, at, lines, total }: Order, random: Random): Happening[] {
  if (shopper.habit.regular && random.chance(0.8)) return []
  const channel = 'web'
  const trail: Happening[] = [{ shopper, type: 'visited_site', at: at - random.whole(420, 1500), channel }]
  for (const { product } of lines.slice(0, 2)) {
    const seen = at - random.whole(200, 400)
    trail.push({ shopper, type: 'viewed_product', at: seen, channel, product })
    trail.push({ shopper, type: 'added_to_cart', at: seen + 45, channel, product, value: product.price })
  }
  trail.push({ shopper, type: 'started_checkout', at: at - random.whole(30, 120), channel, value: total })
  return trail.filter(() => random.chance(0.93))
}
