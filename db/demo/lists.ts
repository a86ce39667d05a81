import { DAY, type History } from './history.ts'
import type { Order } from './orders.ts'
import type { Random } from './random.ts'
import type { Row } from './rows.ts'
import type { Shopper } from './shoppers.ts'

interface List {
  readonly name: string
  readonly members: readonly Shopper[]
}

/** Lists that people keep in other systems: nothing in the data says who belongs on them. */
export function listRows(
  shoppers: readonly Shopper[],
  orders: readonly Order[],
  history: History,
  random: Random,
): Row<'lists'>[] {
  return drawLists(shoppers, orders, history, random).flatMap(({ name, members }) =>
    members.map((shopper) => ({ list: name, customer_id: shopper.id })),
  )
}

function drawLists(
  shoppers: readonly Shopper[],
  orders: readonly Order[],
  { now }: History,
  random: Random,
): List[] {
  const some = (from: readonly Shopper[], share: number) => from.filter(() => random.chance(share))
  const recent = new Set(orders.filter(({ at }) => at > now - 180 * DAY).map(({ shopper }) => shopper))
  const local = shoppers.filter(({ place }) => place.region === 'New York' || place.region === 'New Jersey')
  return [
    { name: 'Barista Workshop Guests', members: some(local, 0.16) },
    { name: 'Product Survey Panel', members: some([...recent], 0.14) },
    { name: 'Press and Friends', members: some(shoppers, 0.008) },
  ]
}
