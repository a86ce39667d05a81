import { readOrder } from '../order.ts'
import type { ShopifyTopic } from './define.ts'

export const ordersCreate: ShopifyTopic = { topic: 'orders/create', read: readOrder }
