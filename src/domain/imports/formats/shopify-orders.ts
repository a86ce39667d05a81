import { exactText, translated } from '../cells/mended.ts'
import { shareOfHeaders } from '../mapping/header-key.ts'
import { checkShopifyLine } from '../shopify/check-line.ts'
import { deriveShopifyOrders } from '../shopify/derive-orders.ts'
import { SHOPIFY_STATUSES } from '../shopify/words.ts'
import type { FormatField, FileShape, ImportFormat } from './define.ts'

/**
 * Orders as Shopify exports them (https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders): one
 * row a line item, what is of the whole order on the first of its rows only. In today’s 79 columns and in older forms.
 */
export const shopifyOrders: ImportFormat = {
  name: 'shopify-orders',
  title: 'orders from Shopify',
  source: 'shopify',
  roundsMoney: true,
  addressIds: true,
  likeness: (file) => shareOfHeaders(file, MARKS),
  shape: () => SHAPE,
  derive: deriveShopifyOrders,
}

const MARKS = [
  'Name',
  'Financial Status',
  'Fulfillment Status',
  'Lineitem quantity',
  'Lineitem name',
  'Lineitem price',
  'Billing Name',
  'Shipping Name',
]

const field = (
  kind: FormatField['column']['kind'],
  names: readonly string[],
  words: string,
  prepare?: FormatField['prepare'],
): FormatField => ({ column: { kind }, names, words, ...(prepare === undefined ? {} : { prepare }) })

/** The address of an order, which stands in for the customer’s where nothing else tells one. */
const address = (prefix: 'Billing' | 'Shipping'): Readonly<Record<string, FormatField>> => {
  const key = prefix.toLowerCase()
  const of = `of the ${key} address`
  return {
    [`${key}_name`]: field('text', [`${prefix} Name`], `name ${of}`),
    [`${key}_city`]: field('text', [`${prefix} City`], `city ${of}`),
    [`${key}_postcode`]: field('text', [`${prefix} Zip`], `postcode ${of}`, exactText),
    [`${key}_region`]: field('text', [`${prefix} Province`, `${prefix} Province Name`], `region ${of}`),
    [`${key}_country`]: field('country', [`${prefix} Country`], `country ${of}`),
    [`${key}_phone`]: field('id', [`${prefix} Phone`], `phone number ${of}`, exactText),
  }
}

const SHAPE: FileShape = {
  fields: {
    order: {
      column: { kind: 'id', required: true },
      names: ['Name'],
      words: 'order name, which groups the rows',
      missing: 'no order name',
    },
    order_id: field('id', ['Id'], 'order id', exactText),
    email: field('id', ['Email'], 'e-mail address of the customer'),
    phone: field('id', ['Phone'], 'phone number of the customer', exactText),
    ordered_at: field('instant', ['Created at'], 'when it was ordered'),
    financial_status: field(
      'order_status',
      ['Financial Status'],
      'status of the order',
      translated(SHOPIFY_STATUSES),
    ),
    cancelled_at: field('instant', ['Cancelled at'], 'when it was cancelled'),
    currency: field('currency', ['Currency'], 'currency of the amounts'),
    total: field('charge', ['Total'], 'total of the order'),
    discount_total: field('charge', ['Discount Amount'], 'discount of the order'),
    refunded_total: field('charge', ['Refunded Amount'], 'refunded amount'),
    discount_code: field('id', ['Discount Code'], 'discount code'),
    channel: field('text', ['Source'], 'order channel'),
    accepts_email: field('flag', ['Accepts Marketing'], 'e-mail consent when it was ordered'),
    payment_method: field('text', ['Payment Method'], 'payment method, which tells test orders'),
    quantity: field('count', ['Lineitem quantity'], 'quantity'),
    title: field('text', ['Lineitem name'], 'product name'),
    price: field('charge', ['Lineitem price'], 'price of one'),
    sku: field('id', ['Lineitem sku'], 'SKU', exactText),
    brand: field('text', ['Vendor'], 'brand'),
    ...address('Shipping'),
    ...address('Billing'),
  },
  computed: {
    // Where the rows stand that tell the customer of an order, what it says of them, the order and the product of a line first.
    customer_place: { kind: 'whole' },
    told_place: { kind: 'whole' },
    order_place: { kind: 'whole' },
    product_place: { kind: 'whole' },
    // 1 where an order tells of its customer what no earlier one has told.
    tells: { kind: 'flag' },
    ...Object.fromEntries(
      [
        'id',
        // On the first order of each customer, the first line of each product.
        'customer_id',
        'product_id',
        'status',
        'title',
        // The name of its order, on a line that does not stand below the first row of it.
        'astray',
        'first_name',
        'last_name',
        'city',
        'postcode',
        'region',
        'country',
      ].map((name) => [name, { kind: 'text' }]),
    ),
  },
  anyOf: [
    { fields: ['ordered_at'], words: 'ordered_at' },
    { fields: ['total'], words: 'total' },
    { fields: ['financial_status'], words: 'financial_status' },
    { fields: ['quantity'], words: 'quantity' },
    { fields: ['price'], words: 'price' },
    { fields: ['sku', 'title'], words: 'sku or title' },
    { fields: ['email', 'phone', 'shipping_phone', 'billing_phone'], words: 'email or phone' },
  ],
  check: checkShopifyLine,
  parts: [
    {
      table: 'orders',
      columns: {
        id: 'id',
        customer_id: 'customer_id',
        customer_place: 'customer_place',
        told_place: 'told_place',
        ordered_at: 'ordered_at',
        status: 'status',
        total: 'total',
        discount_total: 'discount_total',
        refunded_total: 'refunded_total',
        discount_code: 'discount_code',
        channel: 'channel',
        // How the order was called before its id was told.
        order_name: 'order',
      },
      when: 'customer_place',
    },
    {
      // What the customers are made of.
      table: 'told',
      columns: {
        email: 'email',
        phone: 'phone',
        accepts_email: 'accepts_email',
        first_name: 'first_name',
        last_name: 'last_name',
        city: 'city',
        postcode: 'postcode',
        region: 'region',
        country: 'country',
      },
      when: 'tells',
    },
    {
      table: 'items',
      columns: {
        order_id: 'astray',
        order_place: 'order_place',
        product_place: 'product_place',
        quantity: 'quantity',
        price: 'price',
      },
      when: 'product_place',
    },
    {
      table: 'products',
      columns: { id: 'product_id', title: 'title', sku: 'sku', brand: 'brand' },
      when: 'product_id',
    },
  ],
  order: 'order',
}
