import type { Bitset } from '../members/bitset.ts'
import type { Scores } from '../rfm/scores.ts'
import { beginOf, type LineColumns, type OrderColumns, PIECE } from './columns.ts'

/** What some customers are worth. Orders that were cancelled never count. */
export interface Bought {
  /** Those with an order. */
  readonly buyers: number
  readonly orders: number
  /** Minor units. */
  readonly spent: number
  /** How many of them each of the 125 RFM patterns holds, in the order of their indexes. */
  readonly patterns: readonly number[]
  /** Those on which they spent most, in minor units, by internal id; then those that most of them bought. */
  readonly products: readonly { readonly id: number; readonly customers: number; readonly spent: number }[]
}

/** What everybody bought, at one state of the data. */
export interface BoughtByAll {
  readonly orders: readonly OrderColumns[]
  readonly lines: readonly LineColumns[]
  readonly scores: Scores
}

/** Products that anybody looks at. */
const PRODUCTS = 10

/** What each of several sets of customers bought. */
export function boughtBy(sets: readonly Bitset[], all: BoughtByAll): readonly Bought[] {
  const highest = all.lines.reduce((most, { highestProduct }) => Math.max(most, highestProduct), 0)
  const products: Products = {
    spent: new Float64Array(highest + 1),
    customers: new Uint32Array(highest + 1),
    last: new Uint32Array(highest + 1),
  }
  return sets.map((set) => {
    products.spent.fill(0)
    products.customers.fill(0)
    products.last.fill(0)
    return { ...sums(set, all, products), products: mostSold(products) }
  })
}

interface Products {
  readonly spent: Float64Array
  readonly customers: Uint32Array
  /** The last customer who was counted, so that nobody is counted twice. */
  readonly last: Uint32Array
}

function sums(set: Bitset, { orders, lines, scores }: BoughtByAll, products: Products) {
  const patterns = new Uint32Array(126)
  const sum = { buyers: 0, orders: 0, spent: 0 }
  for (let word = 0; word < set.length; word++) {
    const nth = Math.floor((32 * word) / PIECE)
    const [ofOrders, ofLines] = [orders[nth], lines[nth]]
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      const id = 32 * word + 31 - Math.clz32(bits & -bits)
      const at = id % PIECE
      const count = ofOrders?.orders[at] ?? 0
      if (count > 0) {
        sum.buyers++
        sum.orders += count
        sum.spent += ofOrders?.spent[at] ?? 0
      }
      const score = scores[id] ?? 0
      patterns[score] = (patterns[score] ?? 0) + 1
      if (ofLines !== undefined) addLines(products, ofLines, { id, at })
    }
  }
  return { ...sum, patterns: [...patterns.subarray(1)] }
}

function addLines(to: Products, columns: LineColumns, { id, at }: { id: number; at: number }): void {
  const end = columns.ends[at] ?? 0
  for (let line = beginOf(columns, at); line < end; line++) {
    const product = columns.products[line] ?? 0
    to.spent[product] = (to.spent[product] ?? 0) + (columns.amounts[line] ?? 0)
    if (to.last[product] === id) continue
    to.last[product] = id
    to.customers[product] = (to.customers[product] ?? 0) + 1
  }
}

function mostSold({ spent, customers }: Products): Bought['products'] {
  const sold: Bought['products'][number][] = []
  customers.forEach((count, id) => {
    if (count > 0) sold.push({ id, customers: count, spent: spent[id] ?? 0 })
  })
  return sold
    .toSorted((a, b) => b.spent - a.spent || b.customers - a.customers || a.id - b.id)
    .slice(0, PRODUCTS)
}
