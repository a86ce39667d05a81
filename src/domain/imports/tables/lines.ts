import type { Writer } from '#db/run.ts'
import { change, emptyTable } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'
import type { Staging } from '../staging/staging.ts'

type Driver = Writer['driver']

const LINES = stagedName('items')
const ORDERS = 'temp.import_line_orders'
const PRODUCTS = 'temp.import_line_products'
/** The products that staged lines name by places: `place`, `id`. */
export const SOLD = 'temp.import_sold'

/** Where the things of lines are found. */
export interface Found {
  /** With their ids in the database. */
  readonly table: string
  /** Which of them is that of a line, or of an order of lines; both by their alias. */
  is(thing: string, line: string): string
}

/** Which orders and products of the database staged lines are of. */
export interface LinesAreOf {
  /** The column that tells the orders of lines apart. */
  readonly order: 'order_id' | 'order_place'
  readonly orders: Found
  readonly products: Found
}

/** Do lines name their orders and products by the places of the staged rows that tell those? Most formats have their ids. */
const byPlaces = (staging: Staging): boolean => staging.present('items')?.has('order_place') === true

/**
 * Looks up the orders and products of lines. Where these name places, each order and product is looked up once, and lines
 * find theirs by a number: to look for the ids of all lines takes several times as long.
 */
export function lookUpLines({ driver, staging, source }: ApplyRun): LinesAreOf {
  if (!byPlaces(staging)) {
    return {
      order: 'order_id',
      orders: {
        table: 'orders',
        is: (o, line) => `${o}.external_id = ${line}.order_id AND ${o}.source = '${source}'`,
      },
      products: { table: 'products', is: (p, line) => `${p}.external_id = ${line}.product_id` },
    }
  }
  emptyTable(driver, ORDERS, 'place INTEGER PRIMARY KEY, id, customer_id, ordered_at, counted')
  change(
    driver,
    `INSERT INTO ${ORDERS} SELECT s.place, o.id, o.customer_id, o.ordered_at, o.counted
     FROM ${stagedName('orders')} s CROSS JOIN orders o ON o.external_id = s.id AND o.source = '${source}'`,
  )
  emptyTable(driver, PRODUCTS, 'place INTEGER PRIMARY KEY, id, category_id')
  change(
    driver,
    `INSERT INTO ${PRODUCTS} SELECT s.place, p.id, p.category_id
     FROM ${SOLD} s CROSS JOIN products p ON p.external_id = s.id`,
  )
  return {
    order: 'order_place',
    orders: { table: ORDERS, is: (o, line) => `${o}.place = ${line}.order_place` },
    products: { table: PRODUCTS, is: (p, line) => `${p}.place = ${line}.product_place` },
  }
}

/** Gives lines that name places the ids of their orders, while those are staged: what is said of them needs it. */
export function tellOrderIds(driver: Driver, staging: Staging): void {
  if (!byPlaces(staging)) return
  change(
    driver,
    `UPDATE ${LINES} AS l SET order_id = o.id FROM ${stagedName('orders')} o WHERE o.place = l.order_place`,
  )
}

/** Lines of orders that repeat others, as `temp.import_repeats` says, are lines of these. */
export function moveLines(driver: Driver, staging: Staging): void {
  if (!byPlaces(staging)) return
  change(
    driver,
    `UPDATE ${LINES} AS l SET order_place = r.first FROM temp.import_repeats r WHERE r.place = l.order_place`,
  )
}

/** Keeps the places of staged products; of those which are there already, or are staged twice, no row stays. */
export function keepSold(driver: Driver): void {
  emptyTable(driver, SOLD, 'place INTEGER PRIMARY KEY, id TEXT')
  change(driver, `INSERT INTO ${SOLD} SELECT place, id FROM ${stagedName('products')}`)
}
