import type { Product } from './catalogue.ts'
import { monthOf } from './history.ts'
import type { Random } from './random.ts'
import type { Shopper } from './shoppers.ts'
import { chooseFrom, chooseProduct } from './tastes.ts'

export interface Line {
  readonly product: Product
  readonly quantity: number
}

/** What one shopper likes best and comes back for. */
interface Favourites {
  readonly products: readonly Product[]
}

export const drawFavourites = (shopper: Shopper, random: Random): Favourites => ({
  products: [chooseProduct(shopper.taste, random), chooseProduct(shopper.taste, random)].filter(
    (product) => product.category !== 'Equipment',
  ),
})

/** Fills a basket; a product stands in it once, with its quantity. */
export function drawBasket(shopper: Shopper, favourites: Favourites, at: number, random: Random): Line[] {
  const lines = new Map<string, Line>()
  const wanted =
    1 + Math.min(5, Math.floor(random.exponential(shopper.habit.kind === 'wholesale' ? 2.8 : 1.6)))
  for (let n = 0; n < wanted; n++) {
    const product = drawProduct(shopper, favourites, at, random)
    const quantity = (lines.get(product.id)?.quantity ?? 0) + drawQuantity(shopper, product, random)
    lines.set(product.id, { product, quantity })
  }
  return [...lines.values()]
}

function drawProduct(shopper: Shopper, { products }: Favourites, at: number, random: Random): Product {
  if (shopper.habit.kind === 'gift giver' && random.chance(0.6)) return chooseFrom('Gifts', random)
  if (shopper.habit.kind === 'subscriber' && random.chance(0.7)) return chooseFrom('Subscriptions', random)
  if (monthOf(at) === 12 && random.chance(0.12)) return chooseFrom('Gifts', random)
  return products.length > 0 && random.chance(0.5)
    ? random.pick(products)
    : chooseProduct(shopper.taste, random)
}

/** Cafés buy by the case, and nobody buys a second machine. */
function drawQuantity(shopper: Shopper, product: Product, random: Random): number {
  if (product.category === 'Equipment' || product.category === 'Subscriptions') return 1
  if (shopper.habit.kind === 'wholesale') return random.whole(3, 9)
  return random.chance(0.24) ? random.whole(2, 4) : 1
}
