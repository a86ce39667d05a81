import type { Applying } from '../arrivals/store.ts'
import type { CellReaders } from '../imports/reading/cell-readers.ts'
import type { ToldRefund } from './told.ts'

/** Everything that was given back of an order, each refund once; also of orders that come later. */
export interface Refunds {
  /** Of an order that tells of all of them. */
  keepAll(orderId: string, refunds: readonly ToldRefund[]): void
  /** One by itself: it is added to what is known, which may have come without its parts (in a file). */
  add(orderId: string, refund: ToldRefund): void
}

export function createRefunds({ driver, source, touched, changed }: Applying, readers: CellReaders): Refunds {
  const keep = driver.prepare<[string, string, string, number]>(
    'INSERT OR IGNORE INTO order_refunds(source, order_id, refund_id, amount) VALUES (?, ?, ?, ?)',
  )
  const store = (orderId: string, { id, amount }: ToldRefund): boolean =>
    keep.run(source, orderId, id, Number(readers.charge(amount))).changes > 0
  const update = (set: string, orderId: string) => {
    const { changes } = driver
      .prepare<[{ source: string; orderId: string }]>(
        `UPDATE orders SET refunded_total = ${set} WHERE source = @source AND external_id = @orderId`,
      )
      .run({ source, orderId })
    if (changes === 0) return
    touched.add('SELECT customer_id FROM orders WHERE source = ? AND external_id = ?', source, orderId)
    changed('orders')
  }
  return {
    keepAll(orderId, refunds) {
      for (const refund of refunds) store(orderId, refund)
      if (driver.prepare<[string, string], 1>(ANY).get(source, orderId) !== undefined) update(SUM, orderId)
    },
    add(orderId, refund) {
      const first = driver.prepare<[string, string], 1>(ANY).get(source, orderId) === undefined
      if (!store(orderId, refund)) return
      update(first ? `refunded_total + ${Number(readers.charge(refund.amount))}` : SUM, orderId)
      driver
        .prepare<[string, string]>(
          `UPDATE orders SET status = CASE WHEN refunded_total >= total THEN 'refunded' ELSE 'partially_refunded' END
           WHERE source = ? AND external_id = ? AND counted = 1 AND refunded_total > 0`,
        )
        .run(source, orderId)
    },
  }
}

const ANY = 'SELECT 1 FROM order_refunds WHERE source = ? AND order_id = ?'
const SUM = `(SELECT sum(amount) FROM order_refunds r WHERE r.source = @source AND r.order_id = @orderId)`
