import type { Applying } from '../arrivals/store.ts'
import { customerKnownAs } from '../customers/find.ts'
import { erase } from '../privacy/erase.ts'
import { withOutsideIds } from '../privacy/find-subject.ts'
import type { WriteContext } from '../writer/operation.ts'
import { STORE } from './erase-told.ts'

/** Takes an order away with its lines; one that nobody knows is gone already. */
export function forgetOrder({ driver, source, touched, changed }: Applying, id: string): void {
  const order = driver
    .prepare<[string, string], { id: number; customer: number }>(
      'SELECT id, customer_id AS customer FROM orders WHERE source = ? AND external_id = ?',
    )
    .get(source, id)
  driver
    .prepare<[string, string]>('DELETE FROM order_refunds WHERE source = ? AND order_id = ?')
    .run(source, id)
  if (order === undefined) return
  touched.add('VALUES (?)', order.customer)
  driver.prepare<[number]>('DELETE FROM items WHERE order_id = ?').run(order.id)
  driver.prepare<[number]>('DELETE FROM orders WHERE id = ?').run(order.id)
  changed('orders')
}

/**
 * Takes a customer away whom the store deleted, with all that is kept of them; one whom another source knows too only
 * loses the store’s id. One that nobody knows is gone already.
 */
export function forgetCustomer(
  { driver, writer, source, changed }: Applying,
  id: string,
  { ctx, databasePath }: { readonly ctx: WriteContext; readonly databasePath: string },
): void {
  const customer = writer.get(customerKnownAs(source, id))?.customer_id
  if (customer === undefined) return
  const names = driver
    .prepare<[number], number>('SELECT count(*) FROM identities WHERE customer_id = ?')
    .pluck()
    .get(customer)
  if (names !== 1) {
    driver
      .prepare<[string, string]>('DELETE FROM identities WHERE source = ? AND external_id = ?')
      .run(source, id)
    changed('customers')
    return
  }
  const leaving = withOutsideIds(writer, { customers: [customer], people: [] })
  erase(ctx, leaving, { why: 'customers/delete', actor: STORE, databasePath, action: 'delete_customer' })
}
