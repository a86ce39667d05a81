import { fillTable } from '../apply/bulk.ts'
import { change, countRows, isEmpty } from '../apply/change.ts'
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
    rejectUnknown(run, 'items', {
      column: 'order_id',
      what: 'order',
      exists: `SELECT 1 FROM orders o WHERE o.external_id = s.order_id AND o.source = '${source}'`,
      order: 's.order_id',
    })
    rejectUnknown(run, 'items', { ...productReference, order: 's.order_id' })
    const lines = `${STAGED} s
      JOIN orders o ON o.external_id = s.order_id AND o.source = '${source}'
      JOIN products p ON p.external_id = s.product_id`
    const all = countRows(driver, STAGED)
    const insert = `INSERT INTO items(order_id, customer_id, ordered_at, counted, product_id, category_id, quantity, price)
      SELECT o.id, o.customer_id, o.ordered_at, o.counted, p.id, p.category_id, s.quantity, s.price FROM ${lines}`
    if (isEmpty(driver, 'items')) {
      if (all > 0) run.changed('orders')
      touched.add(`SELECT DISTINCT o.customer_id FROM ${lines}`)
      return { added: fillTable(driver, 'items', `${insert} ORDER BY s.place`), updated: 0, unchanged: 0 }
    }

    driver.exec(`CREATE TABLE ${REPLACED} AS ${selectReplaced(lines)};
      CREATE INDEX temp.import_replaced_orders_id ON import_replaced_orders(order_id)`)
    touched.add(`SELECT o.customer_id FROM orders o WHERE o.id IN (SELECT order_id FROM ${REPLACED})`)
    const before = change(driver, `DELETE FROM items WHERE order_id IN (SELECT order_id FROM ${REPLACED})`)
    const written = change(
      driver,
      `${insert} WHERE o.id IN (SELECT order_id FROM ${REPLACED}) ORDER BY s.place`,
    )
    if (before + written > 0) run.changed('orders')
    const updated = Math.min(before, written)
    return { added: written - updated, updated, unchanged: all - written, removed: before - updated }
  },
}

/** The orders of the files whose lines are not, each as often, the lines that the database holds. */
const selectReplaced = (lines: string): string => `
  WITH ours AS MATERIALIZED (
    SELECT o.id AS order_id, p.id AS product_id, s.quantity, s.price, count(*) AS times
    FROM ${lines} GROUP BY 1, 2, 3, 4),
  theirs AS MATERIALIZED (
    SELECT n.order_id, n.product_id, n.quantity, n.price, count(*) AS times
    FROM items n WHERE n.order_id IN (SELECT order_id FROM ours) GROUP BY 1, 2, 3, 4)
  SELECT DISTINCT order_id FROM (
    SELECT * FROM (SELECT * FROM ours EXCEPT SELECT * FROM theirs)
    UNION ALL
    SELECT * FROM (SELECT * FROM theirs EXCEPT SELECT * FROM ours))`
