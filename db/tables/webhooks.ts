/** What the webhooks of a store leave besides its customers, orders and products. */
import type { Generated } from 'kysely'

export interface LatestWordsTable {
  source: string
  kind: 'customer' | 'order' | 'product'
  external_id: string
  /** When the latest word about it was said, by the store's clock. */
  at: number
  /** 1: it was deleted, and never comes back. */
  deleted: number
}

export interface OrderRefundsTable {
  source: string
  order_id: string
  refund_id: string
  /** In minor units. */
  amount: number
}

export interface DataRequestsTable {
  source: string
  id: string
  /** As the store calls them. */
  customer_id: string | null
  requested_at: number
  given_at: number | null
}

export interface RefusedWebhooksTable {
  number: Generated<number>
  webhook_id: string
  topic: string
  why: string
  at: number
}
