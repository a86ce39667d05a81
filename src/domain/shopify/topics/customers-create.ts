import { toldCustomer } from '../told-customer.ts'
import type { ShopifyTopic } from './define.ts'

export const customersCreate: ShopifyTopic = { topic: 'customers/create', read: toldCustomer }
