import { textIn } from '../body.ts'
import { readRefund } from '../refund.ts'
import type { ShopifyTopic } from './define.ts'

/** The order tells of the same refund in its next update; by its id it counts once. */
export const refundsCreate: ShopifyTopic = {
  topic: 'refunds/create',
  read(body) {
    const orderId = textIn(body, 'order_id')
    const refund = readRefund(body)
    return orderId === null || refund === undefined
      ? { problem: 'the refund has no id or is of no order' }
      : { told: [{ kind: 'refunds', orderId, refunds: [refund] }] }
  },
}
