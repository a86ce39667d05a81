import { readOrder } from '../order.ts'
import type { ShopifyTopic } from './define.ts'

/** Sent for every change of an order: payment, cancellation, refunds, edited lines. */
export const ordersUpdated: ShopifyTopic = { topic: 'orders/updated', read: readOrder }
