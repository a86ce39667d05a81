import { type Message, textOf } from './message.ts'
import { firstOf, productRow, unusedOf } from './properties.ts'
import type { EntityRow, ReadRows } from './rows.ts'
import type { Cells } from './traits.ts'

type ReadOrder = (message: Message, subject: string | null) => ReadRows

const ORDER_ID = ['order_id', 'orderId'] as const
const COUPON = ['coupon', 'discount_code'] as const

/**
 * What of Segment’s e-commerce spec is about orders (https://segment.com/docs/connections/spec/ecommerce/v2/), by the
 * event’s name, folded. Everything else that people do in a shop is an event.
 */
export const orderEvents: ReadonlyMap<string, ReadOrder> = new Map<string, ReadOrder>([
  ['order completed', (message, subject) => orderRows(message, subject)],
  ['completed order', (message, subject) => orderRows(message, subject)],
  ['order updated', (message, subject) => orderRows(message, subject, true)],
  ['order refunded', (message) => changeRows(message, 'refund')],
  ['order cancelled', (message) => changeRows(message, 'cancel')],
  ['order canceled', (message) => changeRows(message, 'cancel')],
])

/** An order with its lines. An update is no new order: where the order is known, so is its date. */
function orderRows(message: Message, subject: string | null, isUpdate = false): ReadRows {
  const { fields, at, context } = message
  const id = firstOf(fields, ORDER_ID)
  if (id === null) return { problem: 'properties.order_id is required: which order it is' }
  const total = totalOf(fields)
  if (total === undefined) {
    return { problem: 'properties.total is required: what the order came to, with tax and shipping' }
  }
  const listed = fields['products']
  if (listed !== undefined && listed !== null && !Array.isArray(listed)) {
    return { problem: 'properties.products is not a list' }
  }
  const products: EntityRow[] = []
  const lines: Cells[] = []
  for (const [nth, product] of (listed ?? []).entries()) {
    const row = productRow(product)
    if (row === undefined) return { problem: `properties.products[${nth}] has neither product_id nor sku` }
    products.push(row.product)
    lines.push({ product_id: row.id, quantity: row.quantity ?? '1', price: row.price ?? '' })
  }
  const optional = {
    currency: textOf(fields['currency'])?.toUpperCase(),
    discount_total: textOf(fields['discount']),
    discount_code: firstOf(fields, COUPON) ?? undefined,
    channel: textOf(fields['channel']),
    device: firstOf(context, ['device']) ?? undefined,
  }
  return {
    entities: [
      // Whoever bought is a customer, though nobody has said more of them.
      { table: 'customers', id: subject, cells: {}, onlyNew: true },
      ...products,
      {
        table: 'orders',
        id,
        cells: {
          customer_id: subject ?? 'anonymous',
          ordered_at: new Date(at * 1000).toISOString(),
          total,
          ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
        },
        ...(isUpdate ? { onlyNew: ['ordered_at'] } : {}),
      },
    ],
    ...(lines.length === 0 ? {} : { lines: { orderId: id, lines } }),
    unused: unusedOf(fields, [
      ...TOTALS,
      ...ORDER_ID,
      ...COUPON,
      'products',
      'currency',
      'discount',
      'channel',
    ]),
  }
}

const TOTALS = ['total', 'revenue', 'shipping', 'tax'] as const

/** What was paid; of an order that tells none, its goods with shipping and tax. */
function totalOf(fields: Message['fields']): string | undefined {
  const total = textOf(fields['total'])
  if (total !== undefined) return total
  if (textOf(fields['revenue']) === undefined) return undefined
  const [revenue, ...more] = ['revenue', 'shipping', 'tax'].map((name) => textOf(fields[name]) ?? '0')
  const sum = [revenue, ...more].reduce((all, one) => all + Number(one), 0)
  // What is no number is said so by whoever reads the cell.
  return Number.isFinite(sum) ? String(Math.round(sum * 1e4) / 1e4) : revenue
}

function changeRows({ fields }: Message, kind: 'refund' | 'cancel'): ReadRows {
  const orderId = firstOf(fields, ORDER_ID)
  if (orderId === null) return { problem: 'properties.order_id is required: which order it is' }
  return {
    entities: [],
    orderChange: { orderId, kind, amount: kind === 'refund' ? (totalOf(fields) ?? null) : null },
    unused: [],
  }
}
