import type { Cells } from '../arrivals/traits.ts'
import type { EntityRow } from '../arrivals/rows.ts'
import { translated } from '../imports/cells/mended.ts'
import { SHOPIFY_STATUSES, shopifyChannel } from '../imports/shopify/words.ts'
import { type Body, bodiesIn, textIn } from './body.ts'
import { readBuyer } from './customer.ts'
import { lineProduct } from './product.ts'
import { readRefund } from './refund.ts'
import type { ReadTold } from './told.ts'

/**
 * An order of the Admin API (https://shopify.dev/docs/api/admin-rest/latest/resources/order) with its buyer. Amounts are
 * those in the shop’s own currency.
 */
export function readOrder(body: Body): ReadTold {
  const id = textIn(body, 'id')
  if (id === null) return { problem: 'the order has no id' }
  if (body['test'] === true) return { skipped: 'it is a test order' }
  const buyer = readBuyer(body)
  if (buyer === undefined) return { skipped: 'the order is of nobody: neither a customer nor an address' }
  const status =
    textIn(body, 'cancelled_at') === null ? statusOf(textIn(body, 'financial_status')) : 'cancelled'
  if (typeof status !== 'string') return { problem: `financial_status ${status.problem}` }

  const products: EntityRow[] = []
  const lines: Cells[] = []
  for (const line of bodiesIn(body, 'line_items')) {
    // It was taken off the order.
    if (textIn(line, 'quantity') === '0') continue
    const product = lineProduct(line)
    if (product === undefined) return { problem: 'a line of the order is of no product' }
    products.push(product)
    lines.push({
      product_id: product.id,
      quantity: textIn(line, 'quantity') ?? '',
      price: textIn(line, 'price') ?? '',
    })
  }
  const [discount = {}] = bodiesIn(body, 'discount_codes')
  return {
    told: [
      buyer,
      {
        kind: 'order',
        id,
        updatedAt: textIn(body, 'updated_at'),
        cells: {
          customer_id: buyer.id,
          ordered_at: textIn(body, 'created_at') ?? '',
          status,
          total: textIn(body, 'total_price') ?? '',
          discount_total: textIn(body, 'total_discounts') ?? '',
          discount_code: textIn(discount, 'code') ?? '',
          currency: textIn(body, 'currency') ?? '',
          channel: channelIn(body) ?? '',
        },
        products,
        lines,
        refunds: bodiesIn(body, 'refunds').flatMap((refund) => readRefund(refund) ?? []),
      },
    ],
  }
}

const paymentStatus = translated(SHOPIFY_STATUSES)

/** An order that says nothing of its payment was not paid. */
const statusOf = (financial: string | null) => (financial === null ? 'pending' : paymentStatus(financial))

/** Where it was ordered, as people ask for it. */
export function channelIn(body: Body): string | null {
  const source = textIn(body, 'source_name')
  return source === null ? null : shopifyChannel(source)
}
