import { checkoutsCreate } from './checkouts-create.ts'
import { customersCreate } from './customers-create.ts'
import { customersDataRequest } from './customers-data-request.ts'
import { customersDelete } from './customers-delete.ts'
import { customersRedact } from './customers-redact.ts'
import { customersUpdate } from './customers-update.ts'
import type { ShopifyTopic } from './define.ts'
import { ordersCreate } from './orders-create.ts'
import { ordersDelete } from './orders-delete.ts'
import { ordersUpdated } from './orders-updated.ts'
import { productsUpdate } from './products-update.ts'
import { refundsCreate } from './refunds-create.ts'
import { shopRedact } from './shop-redact.ts'

/** Every topic that is understood: those that a store is subscribed to, and the three that privacy laws ask for. */
export const shopifyTopics: readonly ShopifyTopic[] = [
  ordersCreate,
  ordersUpdated,
  ordersDelete,
  refundsCreate,
  customersCreate,
  customersUpdate,
  customersDelete,
  checkoutsCreate,
  productsUpdate,
  customersDataRequest,
  customersRedact,
  shopRedact,
]

export const topicOf = (name: string): ShopifyTopic | undefined =>
  shopifyTopics.find(({ topic }) => topic === name)
