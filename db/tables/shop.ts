/** What a shop knows: customers, what they bought and did, and the facts kept of them. */
import type { Generated } from 'kysely'

/** How the outside world calls a customer. The generic format is the source `default`. */
export interface IdentitiesTable {
  source: string
  external_id: string
  customer_id: number
}

export interface CustomersTable {
  /** Dense, never reused. */
  id: Generated<number>
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  gender: string | null
  /** `YYYY-MM-DD` */
  birthday: string | null
  /** ISO 3166-1 alpha-2 in capitals, or the text as it came where it could not be mapped. */
  country: string | null
  region: string | null
  city: string | null
  postcode: string | null
  latitude: number | null
  longitude: number | null
  language: string | null
  created_at: number | null
}

/** The folded texts that conditions search; one row a customer. */
export interface CustomerKeysTable {
  id: number
  email: string | null
  phone: string | null
  first_name: string | null
  last_name: string | null
  gender: string | null
  country: string | null
  region: string | null
  city: string | null
  postcode: string | null
  language: string | null
}

export interface CustomerLabelsTable {
  kind: 'tag' | 'interest'
  key: string
  customer_id: number
  label: string
}

export const CHANNELS = ['email', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

export interface ConsentsTable {
  customer_id: number
  channel: Channel
  state: 'subscribed' | 'unsubscribed'
  changed_at: number | null
  source: string
}

export interface NamedTable {
  id: Generated<number>
  name: string
  key: string
}

export interface ProductsTable {
  id: Generated<number>
  external_id: string
  title: string
  title_key: string
  category_id: number | null
  brand_id: number | null
  price: number | null
  sku: string | null
  sku_key: string | null
}

export interface ProductTagsTable {
  key: string
  product_id: number
  label: string
}

export const ORDER_STATUSES = ['paid', 'pending', 'refunded', 'partially_refunded', 'cancelled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export interface OrdersTable {
  id: Generated<number>
  source: string
  external_id: string
  customer_id: number
  ordered_at: number
  status: OrderStatus
  /** 0 when cancelled: such an order never counts. */
  counted: number
  total: number
  discount_total: number
  refunded_total: number
  discount_code: string | null
  discount_key: string | null
  channel: string | null
  device: string | null
}

/** Order lines carry what conditions filter by, so that none of them needs a join. */
export interface ItemsTable {
  id: Generated<number>
  order_id: number
  customer_id: number
  ordered_at: number
  counted: number
  product_id: number
  category_id: number | null
  quantity: number
  price: number
}

export interface CampaignsTable {
  id: Generated<number>
  external_id: string | null
  name: string
  key: string
  channel: string | null
  creative_tags: string | null
  offer_tags: string | null
  goal: string | null
  sent_at: number | null
  recipients: number | null
  cost: number | null
}

export interface EventsTable {
  id: Generated<number>
  source: string
  external_id: string
  customer_id: number
  type_id: number
  occurred_at: number
  product_id: number | null
  campaign_id: number | null
  channel: string | null
  device: string | null
  value: number | null
}

/** One row a customer, kept right by every import: what most conditions ask, without touching history. */
export interface FactsTable {
  id: number
  /** Folded, as in customer_keys. */
  country: string | null
  created_at: number | null
  /** 1 subscribed, 0 unsubscribed, null unknown. */
  email_consent: number | null
  sms_consent: number | null
  /** 1 when consented, with a usable address, not bounced. */
  email_reachable: number
  sms_reachable: number
  /** Of counted orders, whatever their date: right as of now where last_at <= now. */
  orders: number
  spent: number
  refunded: number
  discount: number
  largest: number | null
  first_at: number | null
  last_at: number | null
  /** One above the version of the orders when this row was computed; by default, higher than any. */
  revision: Generated<number>
}

export interface CustomerCategoryTable {
  category_id: number
  customer_id: number
  orders: number
  last_at: number
}
