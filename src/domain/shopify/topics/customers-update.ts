import { toldCustomer } from '../told-customer.ts'
import type { ShopifyTopic } from './define.ts'

export const customersUpdate: ShopifyTopic = { topic: 'customers/update', read: toldCustomer }
