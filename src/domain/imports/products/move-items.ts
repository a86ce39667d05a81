import type { ApplyRun } from '../apply/run.ts'
import { change } from '../apply/change.ts'

/** Carries a product's new category over to its order lines, and so to the facts of those who bought it. */
export function moveItems({ driver, touched, changed }: ApplyRun): void {
  const moved = `SELECT n.id FROM items n JOIN products p ON p.id = n.product_id
    WHERE n.category_id IS NOT p.category_id`
  touched.add(`SELECT DISTINCT customer_id FROM items WHERE id IN (${moved})`)
  const lines = change(
    driver,
    `UPDATE items SET category_id = p.category_id FROM products p
     WHERE p.id = items.product_id AND items.id IN (${moved})`,
  )
  if (lines > 0) changed('orders')
}
