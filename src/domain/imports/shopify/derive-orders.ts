import { InputError } from '#kernel/errors.ts'
import { change, countRows, isEmpty } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { adoptByAddress } from '../customers/identities.ts'
import { stagedName } from '../staging/names.ts'
import { REJECTS } from '../staging/rejects.ts'
import { BUYERS, keepBuyers } from '../tables/buyers.ts'
import { keepSold, SOLD } from '../tables/lines.ts'

const ORDERS = stagedName('orders')
const LINES = stagedName('items')
const CUSTOMERS = stagedName('customers')
const PRODUCTS = stagedName('products')
const ASTRAY = 'temp.import_astray_lines'

/** Makes customers and products of staged orders, and sees that each order is taken as a whole or not at all. */
export function deriveShopifyOrders(run: ApplyRun): void {
  keepBuyers(run.driver)
  findFirstRows(run)
  rejectBrokenOrders(run)
  adoptNames(run)
  deriveCustomers(run)
  deriveProducts(run)
  explain(run)
}

/** Lines that do not stand below the first row of their order know its name only; here they are told where it stands. */
function findFirstRows({ driver, staging }: ApplyRun): void {
  driver.exec(`CREATE TABLE ${ASTRAY} AS SELECT place, order_id FROM ${LINES} WHERE order_place IS NULL`)
  if (isEmpty(driver, ASTRAY)) return
  driver.exec('CREATE INDEX temp.import_orders_name ON import_orders(order_name)')
  change(
    driver,
    `UPDATE ${LINES} AS l SET order_place = o.place FROM ${ASTRAY} a JOIN ${ORDERS} o ON o.order_name = a.order_id
     WHERE l.place = a.place`,
  )
  staging.rejects.rejectStaged(
    LINES,
    `SELECT a.place, CASE WHEN a.order_id IN (SELECT r.order_id FROM ${REJECTS} r)
         THEN 'another row of the order is not taken'
         ELSE 'no row of the order tells its date and total' END, a.order_id, a.order_id
     FROM ${ASTRAY} a WHERE NOT EXISTS (SELECT 1 FROM ${ORDERS} o WHERE o.order_name = a.order_id)`,
  )
}

/** An order of which a row was rejected would be there without a line: all of its rows are rejected. */
function rejectBrokenOrders({ driver, staging }: ApplyRun): void {
  if (staging.rejects.total() === 0) return
  driver.exec(`CREATE TABLE temp.import_broken AS
    SELECT o.place, o.order_name FROM ${ORDERS} o WHERE o.id IN (
      SELECT id FROM ${ORDERS} WHERE order_name IN (SELECT order_id FROM ${REJECTS}))`)
  for (const [table, place] of [
    [LINES, 'order_place'],
    [ORDERS, 'place'],
  ] as const) {
    staging.rejects.rejectStaged(
      table,
      `SELECT t.place, 'another row of the order is not taken', b.order_name, b.order_name
       FROM temp.import_broken b JOIN ${table} t ON t.${place} = b.place`,
    )
    driver.exec(`DELETE FROM ${table} WHERE ${place} IN (SELECT place FROM temp.import_broken)`)
  }
}

/**
 * Orders have an id of their own in today’s exports, and a name only in older ones. Those that came by their names get
 * their ids; a file without ids is refused where orders came by theirs, since each would be there twice.
 */
function adoptNames({ driver, source }: ApplyRun): void {
  if (isEmpty(driver, `orders WHERE source = '${source}'`)) return
  if (!isEmpty(driver, `${ORDERS} WHERE id <> order_name`)) {
    change(
      driver,
      `UPDATE orders AS t SET external_id = s.id FROM ${ORDERS} s
       WHERE t.source = '${source}' AND t.external_id = s.order_name AND s.id <> s.order_name
         AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.source = '${source}' AND o.external_id = s.id)`,
    )
    return
  }
  const byId = countRows(
    driver,
    `(SELECT 1 FROM orders WHERE source = '${source}' AND length(external_id) >= ${ID_DIGITS}
       AND external_id NOT GLOB '*[^0-9]*' LIMIT 1)`,
  )
  if (byId === 0 || countRows(driver, ORDERS) === 0) return
  throw new InputError('The orders have no Id column, and orders of this shop are in already by their ids', {
    next: 'Export the orders from Shopify again, with the column Id, so that none is counted twice.',
  })
}

/** Shopify’s ids have more digits, and no shop’s order numbers have as many. */
const ID_DIGITS = 10

/** What a customer’s latest order tells of them. */
const TOLD = [
  'email',
  'phone',
  'accepts_email',
  'first_name',
  'last_name',
  'city',
  'postcode',
  'region',
  'country',
] as const

/** Customers as their latest orders tell; of those who are there already nothing but what is missing is filled in. */
function deriveCustomers(run: ApplyRun): void {
  const { driver, staging, source } = run
  const told = TOLD.filter((column) => staging.present('told')?.has(column))
  staging.open('customers', ['id', ...told, ...(told.includes('accepts_email') ? ['accepts_email_at'] : [])])
  const columns = told.map((column) => `, ${column}`).join('')
  change(
    driver,
    `INSERT INTO ${CUSTOMERS}(place, id, accepts_email_at${columns})
     SELECT c.place, c.id, c.ordered_at${told.map((column) => `, t.${column}`).join('')} FROM (
       SELECT b.id, l.place, l.told_place, max(l.ordered_at) AS ordered_at FROM (
         SELECT customer_place, place, told_place, max(ordered_at) AS ordered_at FROM ${ORDERS} GROUP BY customer_place) l
       CROSS JOIN ${BUYERS} b ON b.place = l.customer_place GROUP BY b.id) c
     CROSS JOIN ${stagedName('told')} t ON t.place = c.told_place`,
  )
  adoptByAddress(run)
  const kept = told.filter((column) => column !== 'accepts_email')
  change(
    driver,
    `UPDATE ${CUSTOMERS} AS s SET ${kept.map((column) => `${column} = coalesce(c.${column}, s.${column})`).join(', ')}
     FROM identities i JOIN customers c ON c.id = i.customer_id
     WHERE i.source = '${source}' AND i.external_id = s.id`,
  )
}

/** Of products nothing changes that is there: their own file tells them better. Those that are new stay, once each. */
function deriveProducts({ driver, staging }: ApplyRun): void {
  keepSold(driver)
  // Only where lines were rejected there may be none left of a product.
  const unsold =
    staging.rejects.total() > 0
      ? `OR id NOT IN (SELECT k.id FROM ${LINES} l CROSS JOIN ${SOLD} k ON k.place = l.product_place)`
      : ''
  change(
    driver,
    `DELETE FROM ${PRODUCTS} WHERE id IN (SELECT external_id FROM products)
       OR place NOT IN (SELECT min(place) FROM ${PRODUCTS} GROUP BY id) ${unsold}`,
  )
}

function explain({ driver, notes }: ApplyRun): void {
  const cancelled = countRows(driver, `${ORDERS} WHERE status = 'cancelled'`)
  notes.push(
    'The total of an order is the one that Shopify tells, with shipping and taxes and less discounts.',
    ...(cancelled === 0
      ? []
      : [`Orders that were cancelled or voided never count: ${cancelled.toLocaleString('en-US')}.`]),
    'A customer’s name, address and consent in orders are those of the latest order; an export of customers tells them better.',
  )
}
