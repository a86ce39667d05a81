import { query, type Reader } from '#db/run.ts'
import type { EventRecord, OrderRecord, ProductRecord } from './record.ts'

/** A customer's counted orders with their lines, oldest first. */
export function loadOrders(reader: Reader, customerId: number): readonly OrderRecord[] {
  const recordOf = productRecords(reader)
  const lines = new Map<number, OrderRecord['lines'][number][]>()
  for (const { order_id, quantity, price, ...product } of reader.all(linesOf(customerId))) {
    const ofOrder = lines.get(order_id) ?? []
    ofOrder.push({ quantity, price, product: recordOf(product) })
    lines.set(order_id, ofOrder)
  }
  return reader
    .all(
      query
        .selectFrom('orders')
        .selectAll()
        .where('counted', '=', 1)
        .where('customer_id', '=', customerId)
        .orderBy('ordered_at')
        .orderBy('id'),
    )
    .map((row) => ({
      id: row.id,
      at: row.ordered_at,
      status: row.status,
      total: row.total,
      discount: row.discount_total,
      refunded: row.refunded_total,
      code: row.discount_code,
      channel: row.channel,
      device: row.device,
      lines: lines.get(row.id) ?? [],
    }))
}

/** Everything that a customer did, oldest first. */
export function loadEvents(reader: Reader, customerId: number): readonly EventRecord[] {
  const recordOf = productRecords(reader)
  return reader
    .all(eventsOf(customerId))
    .map(({ type, at, campaign, channel, device, product_id, ...product }) => ({
      type,
      at,
      campaign,
      channel,
      device,
      product: product_id === null ? null : recordOf({ ...product, product_id }),
    }))
}

const linesOf = (customerId: number) =>
  query
    .selectFrom('items')
    .innerJoin('products', 'products.id', 'items.product_id')
    .leftJoin('categories', 'categories.id', 'products.category_id')
    .leftJoin('brands', 'brands.id', 'products.brand_id')
    .select([
      'items.order_id',
      'items.quantity',
      'items.price',
      'items.product_id',
      'products.title',
      'categories.name as category',
      'brands.name as brand',
      'products.sku',
      'products.price as list_price',
    ])
    .where('items.counted', '=', 1)
    .where('items.customer_id', '=', customerId)
    .orderBy('items.id')

const eventsOf = (customerId: number) =>
  query
    .selectFrom('events')
    .innerJoin('event_types', 'event_types.id', 'events.type_id')
    .leftJoin('campaigns', 'campaigns.id', 'events.campaign_id')
    .leftJoin('products', 'products.id', 'events.product_id')
    .leftJoin('categories', 'categories.id', 'products.category_id')
    .leftJoin('brands', 'brands.id', 'products.brand_id')
    .select([
      'event_types.name as type',
      'events.occurred_at as at',
      'campaigns.name as campaign',
      'events.channel',
      'events.device',
      'products.id as product_id',
      'products.title',
      'categories.name as category',
      'brands.name as brand',
      'products.sku',
      'products.price as list_price',
    ])
    .where('events.customer_id', '=', customerId)
    .orderBy('events.occurred_at')
    .orderBy('events.id')

interface ProductRow {
  readonly product_id: number
  readonly title: string | null
  readonly category: string | null
  readonly brand: string | null
  readonly sku: string | null
  readonly list_price: number | null
}

/** Makes records of products, each of them once. */
function productRecords(reader: Reader): (row: ProductRow) => ProductRecord {
  const known = new Map<number, ProductRecord>()
  return (row) => {
    const record = known.get(row.product_id) ?? recordOf(reader, row)
    known.set(row.product_id, record)
    return record
  }
}

const recordOf = (reader: Reader, row: ProductRow): ProductRecord => ({
  id: row.product_id,
  title: row.title ?? '',
  category: row.category,
  brand: row.brand,
  sku: row.sku,
  price: row.list_price,
  tags: reader
    .all(
      query
        .selectFrom('product_tags')
        .select('label')
        .where('product_id', '=', row.product_id)
        .orderBy('key'),
    )
    .map(({ label }) => label),
})
