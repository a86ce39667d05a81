import { deleted } from '../deleted.ts'
import type { ShopifyTopic } from './define.ts'

export const customersDelete: ShopifyTopic = {
  topic: 'customers/delete',
  read: (body) => deleted('customer', body),
}
