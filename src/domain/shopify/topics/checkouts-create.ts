import { readInstant } from '../../imports/cells/instant.ts'
import { bodiesIn, textIn } from '../body.ts'
import { readBuyer } from '../customer.ts'
import { channelIn } from '../order.ts'
import { lineProduct } from '../product.ts'
import type { ShopifyTopic } from './define.ts'

/** A checkout that a customer began: whether it became an order, orders tell. */
export const checkoutsCreate: ShopifyTopic = {
  topic: 'checkouts/create',
  read(body) {
    const id = textIn(body, 'token') ?? textIn(body, 'id')
    if (id === null) return { problem: 'the checkout has neither token nor id' }
    const customer = readBuyer(body)
    if (customer === undefined)
      return { skipped: 'the checkout is of nobody: neither a customer nor an address' }
    const at = readInstant(textIn(body, 'created_at') ?? '')
    if (typeof at !== 'number') return { problem: 'created_at is no time' }
    const [line, ...more] = bodiesIn(body, 'line_items')
    const value = Number(textIn(body, 'total_price') ?? Number.NaN)
    return {
      told: [
        customer,
        {
          kind: 'event',
          event: {
            id: `checkout:${id}`,
            type: 'started_checkout',
            customerId: customer.id,
            at,
            productId: line === undefined || more.length > 0 ? null : (lineProduct(line)?.id ?? null),
            campaign: null,
            channel: channelIn(body),
            device: null,
            value: Number.isFinite(value) ? value : null,
          },
        },
      ],
    }
  },
}
