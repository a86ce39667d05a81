import type { Writer } from '#db/run.ts'
import { change, emptyTable } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'
import type { Staging } from '../staging/staging.ts'

type Driver = Writer['driver']

const ORDERS = stagedName('orders')
const IDS = 'temp.import_buyer_ids'
/** The customers that staged orders name by places: `place`, `id`. */
export const BUYERS = 'temp.import_buyers'

/** Which customers of the database staged orders are of. */
export interface OrdersAreOf {
  /** With their `customer_id`. */
  readonly table: string
  /** Which of them is that of an order; both by their alias. */
  is(customer: string, order: string): string
  /** Does an order, by its alias, name a customer at all? */
  named(order: string): string
}

/** Do orders name their customers by the place of the first order of each? Most formats have their ids. */
const byPlaces = (staging: Staging): boolean => staging.present('orders')?.has('customer_place') === true

/** Looks up the customers of orders: each once, where orders name places. */
export function lookUpBuyers({ driver, staging, source }: ApplyRun): OrdersAreOf {
  if (!byPlaces(staging)) {
    return {
      table: 'identities',
      is: (i, order) => `${i}.source = '${source}' AND ${i}.external_id = ${order}.customer_id`,
      named: (order) => `${order}.customer_id IS NOT NULL`,
    }
  }
  emptyTable(driver, IDS, 'place INTEGER PRIMARY KEY, customer_id')
  change(
    driver,
    `INSERT INTO ${IDS} SELECT b.place, i.customer_id
     FROM ${BUYERS} b CROSS JOIN identities i ON i.source = '${source}' AND i.external_id = b.id`,
  )
  return {
    table: IDS,
    is: (i, order) => `${i}.place = ${order}.customer_place`,
    named: () => 'TRUE',
  }
}

/** Keeps the ids of customers: the order that tells one may be rejected, and others of theirs are not. */
export function keepBuyers(driver: Driver): void {
  emptyTable(driver, BUYERS, 'place INTEGER PRIMARY KEY, id TEXT')
  change(
    driver,
    `INSERT INTO ${BUYERS} SELECT place, customer_id FROM ${ORDERS} WHERE customer_id IS NOT NULL`,
  )
}

/** Gives all orders that name places the ids of their customers: whoever compares or hashes them needs those. */
export function tellBuyers(driver: Driver, staging: Staging): void {
  if (!byPlaces(staging)) return
  change(
    driver,
    `UPDATE ${ORDERS} AS o SET customer_id = b.id FROM ${BUYERS} b WHERE b.place = o.customer_place`,
  )
}
