import { deleted } from '../deleted.ts'
import type { ShopifyTopic } from './define.ts'

/** The body holds the id alone. */
export const ordersDelete: ShopifyTopic = { topic: 'orders/delete', read: (body) => deleted('order', body) }
