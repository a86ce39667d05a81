import type { Writer } from '#db/run.ts'
import { change, emptyTable } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { selectDiffering, type Upsert } from '../apply/upsert.ts'

const MOVED = 'temp.import_moved_products'

/** Notes which products are about to get another category; answers how many. */
export function findMoved(driver: Writer['driver'], rows: Upsert): number {
  emptyTable(driver, MOVED, 'id INTEGER PRIMARY KEY')
  return change(
    driver,
    `INSERT INTO ${MOVED} ${selectDiffering({ ...rows, updates: ['category_id'] }, 't.id')}`,
  )
}

/** Carries the new categories over to the order lines, and so to the facts of those who bought them. */
export function moveItems({ driver, touched, changed }: ApplyRun): void {
  const among = `product_id IN (SELECT id FROM ${MOVED})`
  touched.add(`SELECT DISTINCT customer_id FROM items WHERE ${among}`)
  const lines = change(
    driver,
    `UPDATE items SET category_id = p.category_id FROM products p WHERE p.id = items.product_id AND ${among}`,
  )
  if (lines > 0) changed('orders')
}
