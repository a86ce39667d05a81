import type { Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { isEmpty } from '../imports/apply/change.ts'
import type { ApplyRun } from '../imports/apply/run.ts'
import type { OrderChange } from './rows.ts'

interface Waiting {
  readonly number: number
  readonly orderId: number
  readonly kind: OrderChange['kind']
  readonly amount: number | null
}

/** Keeps what became of an order until the order is there, which can be at once. `amount` in minor units. */
export function keepOrderChange(
  { driver }: Writer,
  {
    source,
    id,
    orderId,
    kind,
    amount,
    now,
  }: Omit<OrderChange, 'amount'> & {
    readonly source: string
    readonly id: string
    readonly amount: number | null
    readonly now: Instant
  },
): void {
  driver
    .prepare<[string, string, string, string, number | null, number]>(
      'INSERT INTO waiting_order_changes(source, id, order_id, kind, amount, since) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(source, id, orderId, kind, amount, now)
}

/**
 * Applies refunds and cancellations whose orders are there now, in the order in which they came; answers how many. The
 * caller holds the transaction.
 */
export function settleOrderChanges(
  { driver, touched, changed }: Pick<ApplyRun, 'driver' | 'touched' | 'changed'>,
  source: string,
): number {
  if (isEmpty(driver, 'waiting_order_changes')) return 0
  const waiting = driver
    .prepare<[string], Waiting>(
      `SELECT w.number, o.id AS orderId, w.kind, w.amount FROM waiting_order_changes w
       JOIN orders o ON o.source = w.source AND o.external_id = w.order_id WHERE w.source = ? ORDER BY w.number`,
    )
    .all(source)
  const refund = driver.prepare<[Waiting]>(REFUND)
  const cancel = driver.prepare<[number]>(`UPDATE orders SET status = 'cancelled', counted = 0 WHERE id = ?`)
  const lines = driver.prepare<[number]>('UPDATE items SET counted = 0 WHERE order_id = ?')
  const settled = driver.prepare<[number]>('DELETE FROM waiting_order_changes WHERE number = ?')
  for (const change of waiting) {
    if (change.kind === 'refund') refund.run(change)
    else {
      cancel.run(change.orderId)
      lines.run(change.orderId)
    }
    touched.add('SELECT customer_id FROM orders WHERE id = ?', change.orderId)
    settled.run(change.number)
  }
  if (waiting.length > 0) changed('orders')
  return waiting.length
}

/** Several refunds add up; one without an amount gives everything back. A cancelled order stays cancelled. */
const REFUND = `UPDATE orders SET refunded_total = n.refunded, status = CASE WHEN status = 'cancelled' THEN status
    WHEN n.refunded >= total THEN 'refunded' ELSE 'partially_refunded' END
  FROM (SELECT id, CASE WHEN @amount IS NULL THEN total ELSE refunded_total + @amount END AS refunded
    FROM orders WHERE id = @orderId) n WHERE orders.id = n.id`
