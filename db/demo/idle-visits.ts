import { adsAt, type Campaign } from './campaigns.ts'
import type { Happening } from './events.ts'
import { DAY } from './history.ts'
import type { Order } from './orders.ts'
import { chooser, type Random } from './random.ts'
import type { Shopper } from './shoppers.ts'
import { atShoppingHour } from './shopping-times.ts'
import { chooseProduct } from './tastes.ts'

interface Window {
  readonly since: number
  readonly now: number
}

/** Visits that end without an order: the window shoppers and the abandoned carts. */
export function drawIdleVisits(
  shoppers: readonly Shopper[],
  orders: readonly Order[],
  campaigns: readonly Campaign[],
  window: Window,
  random: Random,
): Happening[] {
  const ordersOf = Map.groupBy(orders, (order) => order.shopper)
  return shoppers.flatMap((shopper) =>
    visitTimes(shopper, ordersOf.get(shopper) ?? [], window, random).flatMap((at) =>
      visit(shopper, at, adsAt(campaigns, at), random),
    ),
  )
}

/** Mean time between two visits of someone who is interested, and how long interest lasts. */
const PACE = 56 * DAY
const INTERESTED = 75 * DAY

/** Customers who still buy come back to look; those who left, or never bought, seldom do. */
function visitTimes(shopper: Shopper, orders: readonly Order[], window: Window, random: Random): number[] {
  const start = Math.max(window.since, shopper.joinedAt)
  const warm = [shopper.joinedAt, ...orders.map((order) => order.at)]
  const times: number[] = []
  for (let at = start + random.exponential(PACE); at < window.now; at += random.exponential(PACE)) {
    const last = warm.findLast((moment) => moment <= at) ?? start
    if (random.chance(at - last < INTERESTED ? 1 : 0.18)) times.push(atShoppingHour(shopper, at, random))
  }
  return times.filter((at) => at > shopper.joinedAt)
}

const DEPTHS = ['look', 'browse', 'cart', 'checkout'] as const
const SHARES = { look: 30, browse: 44, cart: 17, checkout: 9 } as const

const chooseDepth = chooser(DEPTHS, (depth) => SHARES[depth])

/** Goes as far as one of the steps on the way to an order. */
function visit(shopper: Shopper, start: number, ads: readonly Campaign[], random: Random): Happening[] {
  const depth = chooseDepth(random)
  const steps: Happening[] = []
  let at = start
  const then = (step: Pick<Happening, 'type' | 'product' | 'campaign' | 'value'>) => {
    steps.push({ shopper, at, channel: step.type === 'clicked_ad' ? 'ads' : 'web', ...step })
    at += random.whole(15, 150)
  }
  if (ads.length > 0 && random.chance(0.3)) then({ type: 'clicked_ad', campaign: random.pick(ads) })
  then({ type: 'visited_site' })
  if (random.chance(0.16)) then({ type: 'searched' })
  if (depth === 'look') return steps

  const others = Math.min(5, Math.floor(random.exponential(1.1)))
  for (let n = 0; n < others; n++) {
    then({ type: 'viewed_product', product: chooseProduct(shopper.taste, random) })
  }
  const product = chooseProduct(shopper.taste, random)
  then({ type: 'viewed_product', product })
  if (depth === 'browse') return steps

  then({ type: 'added_to_cart', product, value: product.price })
  if (depth === 'checkout') then({ type: 'started_checkout', value: product.price })
  return steps
}
