import type { Column } from '../tables/define.ts'

export interface OrderLineField {
  readonly column: Column
  /** How shops call it; compared without case, blanks and punctuation. The first that a file has is taken. */
  readonly names: readonly string[]
  /** The reason for rejecting a row without a value. */
  readonly missing?: string
}

/** What a row of an order-line file can tell. The first fields are checked first. */
export const ORDER_LINE_FIELDS = {
  customer_id: {
    column: { kind: 'id', required: true },
    names: [
      'customer_id',
      'customer no',
      'customer number',
      'client id',
      'user id',
      'buyer id',
      'customer',
      'customer email',
      'email',
    ],
    missing: 'no customer',
  },
  order_id: {
    column: { kind: 'id', required: true },
    names: [
      'order_id',
      'order no',
      'order number',
      'invoice no',
      'invoice',
      'invoice number',
      'invoice id',
      'transaction id',
      'order',
      'order name',
      'name',
    ],
    missing: 'no order id',
  },
  product_id: {
    column: { kind: 'id', required: true },
    names: [
      'product_id',
      'stock code',
      'sku',
      'lineitem sku',
      'item sku',
      'product sku',
      'product code',
      'item id',
      'item no',
      'article',
      'product',
      'asin',
    ],
    missing: 'no product',
  },
  ordered_at: {
    column: { kind: 'instant', required: true },
    names: [
      'ordered_at',
      'invoice date',
      'order date',
      'purchase date',
      'created at',
      'date',
      'order time',
      'timestamp',
      'transaction date',
    ],
  },
  quantity: {
    column: { kind: 'whole', required: true },
    names: ['quantity', 'qty', 'lineitem quantity', 'item quantity', 'units', 'quantity ordered'],
  },
  price: {
    column: { kind: 'money', required: true },
    names: ['price', 'unit price', 'lineitem price', 'item price', 'price each', 'price per unit'],
  },
  title: {
    column: { kind: 'text' },
    names: ['title', 'description', 'product name', 'item name', 'product title', 'lineitem name'],
  },
  country: {
    column: { kind: 'country' },
    names: [
      'country',
      'country code',
      'customer country',
      'ship country',
      'shipping country',
      'billing country',
    ],
  },
  region: {
    column: { kind: 'text' },
    names: ['region', 'state', 'province', 'ship state', 'shipping province', 'billing province'],
  },
  city: { column: { kind: 'text' }, names: ['city', 'ship city', 'shipping city', 'billing city'] },
  category: {
    column: { kind: 'text' },
    names: ['category', 'product category', 'department', 'product type'],
  },
  brand: { column: { kind: 'text' }, names: ['brand', 'vendor', 'manufacturer'] },
  status: { column: { kind: 'shop_status' }, names: ['status', 'order status', 'financial status'] },
  channel: { column: { kind: 'text' }, names: ['channel', 'sales channel', 'source'] },
  device: { column: { kind: 'text' }, names: ['device'] },
  discount_code: { column: { kind: 'id' }, names: ['discount_code', 'coupon', 'coupon code', 'promo code'] },
  currency: { column: { kind: 'currency' }, names: ['currency', 'currency code'] },
} as const satisfies Readonly<Record<string, OrderLineField>>
