import { fillInOrder } from '../apply/bulk.ts'
import { change, countRows, emptyTable, isEmpty } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'
import { type Found, type LinesAreOf, lookUpLines } from './lines.ts'

const STAGED = stagedName('items')
const REPLACED = 'temp.import_replaced_orders'

/** Order lines have no ids: the lines of an order that is in the files replace all that it had. */
export const items: ImportTable = {
  columns: {
    order_id: { kind: 'id', required: true },
    product_id: { kind: 'id', required: true },
    quantity: { kind: 'count', required: true },
    price: { kind: 'charge', required: true },
  },
  apply(run) {
    const { driver, touched } = run
    const are = lookUpLines(run)
    const lines = `${STAGED} s
      CROSS JOIN ${are.orders.table} o ON ${are.orders.is('o', 's')}
      CROSS JOIN ${are.products.table} p ON ${are.products.is('p', 's')}`
    const all = countRows(driver, STAGED)
    const insert = `INSERT INTO items(order_id, customer_id, ordered_at, counted, product_id, category_id, quantity, price)
      SELECT o.id, o.customer_id, o.ordered_at, o.counted, p.id, p.category_id, s.quantity, s.price FROM ${lines}`
    if (isEmpty(driver, 'items')) {
      touched.add(`SELECT DISTINCT o.customer_id FROM ${lines}`)
      const added = fillInOrder(driver, {
        table: 'items',
        insert: `${insert} ORDER BY s.place`,
        // Orders were given their ids in the order of their places, in which lines that name these come, too.
        inOrder: are.order === 'order_place' ? ['items_order'] : [],
      })
      if (added > 0) run.changed('orders')
      // Looking for each line’s order and product once more is worth it only where some have none.
      if (added < all) rejectLost(run, are)
      return { added, updated: 0, unchanged: 0 }
    }
    rejectLost(run, are)
    const known = countRows(driver, STAGED)

    findReplaced(run, are)
    touched.add(`SELECT o.customer_id FROM orders o WHERE o.id IN (SELECT order_id FROM ${REPLACED})`)
    const before = change(driver, `DELETE FROM items WHERE order_id IN (SELECT order_id FROM ${REPLACED})`)
    const written = change(
      driver,
      `${insert} WHERE o.id IN (SELECT order_id FROM ${REPLACED}) ORDER BY s.place`,
    )
    if (before + written > 0) run.changed('orders')
    const updated = Math.min(before, written)
    return { added: written - updated, updated, unchanged: known - written, removed: before - updated }
  },
}

/** Rejects lines whose order or product is neither in the files nor in the database. */
function rejectLost({ staging }: ApplyRun, { orders, products }: LinesAreOf): void {
  const lacks = ({ table, is }: Found) => `NOT EXISTS (SELECT 1 FROM ${table} t WHERE ${is('t', 's')})`
  const [noOrder, noProduct] = [lacks(orders), lacks(products)]
  staging.rejects.rejectStaged(
    STAGED,
    `SELECT s.place, iif(${noOrder}, 'unknown order', 'unknown product'), iif(${noOrder}, s.order_id, s.product_id), s.order_id
     FROM ${STAGED} s WHERE ${noOrder} OR ${noProduct}`,
  )
}

/**
 * Notes the orders whose lines in the files are not, each as often, the lines that the database holds. Order by order,
 * so that it takes no memory to speak of; most have their lines in the order in which they came, and need no sorting.
 */
function findReplaced({ driver }: ApplyRun, { order, orders, products }: LinesAreOf): void {
  const listed = (product: string, line: string, sorted: boolean) => {
    const sorting = sorted ? `ORDER BY ${product}, ${line}.quantity, ${line}.price` : ''
    return `group_concat(${product} || ' ' || ${line}.quantity || ' ' || ${line}.price ${sorting})`
  }
  const stored = (sorted: boolean) =>
    `(SELECT ${listed('n.product_id', 'n', sorted)} FROM items n WHERE n.order_id = o.id)`
  const staged = (sorted: boolean) =>
    `(SELECT ${listed('p.id', 's', sorted)} FROM ${STAGED} s
      CROSS JOIN ${products.table} p ON ${products.is('p', 's')} WHERE s.${order} = d.${order})`
  change(driver, `CREATE INDEX IF NOT EXISTS temp.import_items_order ON import_items(${order})`)
  emptyTable(driver, REPLACED, 'order_id INTEGER PRIMARY KEY')
  change(
    driver,
    `INSERT INTO ${REPLACED}
    SELECT o.id FROM (SELECT DISTINCT ${order} FROM ${STAGED}) d
    CROSS JOIN ${orders.table} o ON ${orders.is('o', 'd')}
    WHERE iif(${stored(false)} IS ${staged(false)}, FALSE, ${stored(true)} IS NOT ${staged(true)})`,
  )
}
