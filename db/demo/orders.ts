import { drawBasket, drawFavourites, type Line } from './baskets.ts'
import { DAY, type History } from './history.ts'
import { chooseOffer } from './offers.ts'
import type { Random } from './random.ts'
import { dateTime, money, type Row, serial } from './rows.ts'
import { orderTimes } from './shopping-times.ts'
import type { Shopper } from './shoppers.ts'

type Status = 'paid' | 'pending' | 'refunded' | 'partially_refunded' | 'cancelled'

export interface Order {
  readonly id: string
  readonly shopper: Shopper
  readonly at: number
  readonly lines: readonly Line[]
  /** In cents: the lines less the discount. */
  readonly total: number
  readonly discount: number
  readonly discountCode: string
  readonly status: Status
  readonly refunded: number
  readonly channel: 'online' | 'store' | 'marketplace'
}

/** Every order of every shopper, oldest first; ids rise with time. */
export function drawOrders(shoppers: readonly Shopper[], history: History, random: Random): readonly Order[] {
  return shoppers
    .filter((shopper) => shopper.habit.kind !== 'browser')
    .flatMap((shopper) => ordersOf(shopper, history, random))
    .sort((a, b) => a.at - b.at)
    .map((order, index) => ({ ...order, id: serial('O', index + 1, 6) }))
}

function ordersOf(shopper: Shopper, history: History, random: Random): Omit<Order, 'id'>[] {
  const favourites = drawFavourites(shopper, random)
  const times = orderTimes(shopper, history, random)
  return times.map((at, index) => {
    const lines = drawBasket(shopper, favourites, at, random)
    const offer = chooseOffer({ shopper, at, before: times[index - 1] }, random)
    const goods = lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0)
    const discount = Math.round((goods * (offer?.percent ?? 0)) / 100)
    const total = goods - discount
    const status = drawStatus(history.now - at, random)
    return {
      shopper,
      at,
      lines,
      total,
      discount,
      discountCode: offer?.code ?? '',
      status,
      refunded: refund(status, total, random),
      channel: drawChannel(shopper, random),
    }
  })
}

/** Payments clear within days, and nobody has sent back what has not arrived. */
function drawStatus(age: number, random: Random): Status {
  if (random.chance(0.035)) return 'cancelled'
  if (age < 3 * DAY) return random.chance(0.3) ? 'pending' : 'paid'
  if (age < 8 * DAY) return 'paid'
  if (random.chance(0.028)) return 'refunded'
  return random.chance(0.025) ? 'partially_refunded' : 'paid'
}

function refund(status: Status, total: number, random: Random): number {
  if (status === 'refunded') return total
  return status === 'partially_refunded' ? Math.max(1, Math.round(total * random.between(0.15, 0.6))) : 0
}

/** The roastery's own counters stand in New York State; marketplaces sell abroad too. */
function drawChannel({ place, habit }: Shopper, random: Random): Order['channel'] {
  if (habit.regular) return 'online'
  if (place.region === 'New York' && random.chance(0.55)) return 'store'
  return random.chance(0.09) ? 'marketplace' : 'online'
}

export const orderRows = (orders: readonly Order[]): Row<'orders'>[] =>
  orders.map((order) => ({
    id: order.id,
    customer_id: order.shopper.id,
    ordered_at: dateTime(order.at),
    status: order.status,
    total: money(order.total),
    discount_total: money(order.discount),
    refunded_total: money(order.refunded),
    discount_code: order.discountCode,
    currency: 'USD',
    channel: order.channel,
    device: order.channel === 'online' ? order.shopper.device : '',
  }))

export const itemRows = (orders: readonly Order[]): Row<'items'>[] =>
  orders.flatMap(({ id, lines }) =>
    lines.map(({ product, quantity }) => ({
      order_id: id,
      product_id: product.id,
      quantity: String(quantity),
      price: money(product.price),
    })),
  )
