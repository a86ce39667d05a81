import { fillTable } from '../apply/bulk.ts'
import { change, countRows, emptyTable, isEmpty } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { productReference, rejectUnknown } from '../apply/references.ts'
import { stagedName } from '../staging/names.ts'
import type { ImportTable } from './define.ts'

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
    const { driver, source, touched } = run
    const lines = `${STAGED} s
      JOIN orders o ON o.external_id = s.order_id AND o.source = '${source}'
      JOIN products p ON p.external_id = s.product_id`
    const all = countRows(driver, STAGED)
    const insert = `INSERT INTO items(order_id, customer_id, ordered_at, counted, product_id, category_id, quantity, price)
      SELECT o.id, o.customer_id, o.ordered_at, o.counted, p.id, p.category_id, s.quantity, s.price FROM ${lines}`
    if (isEmpty(driver, 'items')) {
      touched.add(`SELECT DISTINCT o.customer_id FROM ${lines}`)
      const added = fillTable(driver, 'items', `${insert} ORDER BY s.place`)
      if (added > 0) run.changed('orders')
      // Looking for each line’s order and product once more is worth it only where some have none.
      if (added < all) rejectLost(run)
      return { added, updated: 0, unchanged: 0 }
    }
    rejectLost(run)
    const known = countRows(driver, STAGED)

    findReplaced(run)
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
function rejectLost(run: ApplyRun): void {
  rejectUnknown(run, 'items', {
    column: 'order_id',
    what: 'order',
    exists: `SELECT 1 FROM orders o WHERE o.external_id = s.order_id AND o.source = '${run.source}'`,
    order: 's.order_id',
  })
  rejectUnknown(run, 'items', { ...productReference, order: 's.order_id' })
}

/**
 * Notes the orders whose lines in the files are not, each as often, the lines that the database holds. Order by order,
 * so that it takes no memory to speak of; most have their lines in the order in which they came, and need no sorting.
 */
function findReplaced({ driver, source }: ApplyRun): void {
  const listed = (product: string, line: string, sorted: boolean) => {
    const sorting = sorted ? `ORDER BY ${product}, ${line}.quantity, ${line}.price` : ''
    return `group_concat(${product} || ' ' || ${line}.quantity || ' ' || ${line}.price ${sorting})`
  }
  const stored = (sorted: boolean) =>
    `(SELECT ${listed('n.product_id', 'n', sorted)} FROM items n WHERE n.order_id = o.id)`
  const staged = (sorted: boolean) =>
    `(SELECT ${listed('p.id', 's', sorted)} FROM ${STAGED} s CROSS JOIN products p ON p.external_id = s.product_id
      WHERE s.order_id = d.order_id)`
  change(driver, 'CREATE INDEX IF NOT EXISTS temp.import_items_order ON import_items(order_id)')
  emptyTable(driver, REPLACED, 'order_id INTEGER PRIMARY KEY')
  change(
    driver,
    `INSERT INTO ${REPLACED}
    SELECT o.id FROM (SELECT DISTINCT order_id FROM ${STAGED}) d
    CROSS JOIN orders o ON o.external_id = d.order_id AND o.source = '${source}'
    WHERE iif(${stored(false)} IS ${staged(false)}, FALSE, ${stored(true)} IS NOT ${staged(true)})`,
  )
}
