import type { ImportFormat } from './define.ts'
import { generic } from './generic.ts'
import { hubspotCompanies } from './hubspot-companies.ts'
import { hubspotContacts } from './hubspot-contacts.ts'
import { klaviyoProfiles } from './klaviyo-profiles.ts'
import { orderLines } from './order-lines.ts'
import { shopifyCustomers } from './shopify-customers.ts'
import { shopifyOrders } from './shopify-orders.ts'
import { shopifyProducts } from './shopify-products.ts'

/** The formats of files. Files of one import are applied in this order: what others refer to comes first. */
export const importFormats: readonly ImportFormat[] = [
  generic,
  shopifyCustomers,
  shopifyProducts,
  shopifyOrders,
  orderLines,
  klaviyoProfiles,
  hubspotCompanies,
  hubspotContacts,
]
