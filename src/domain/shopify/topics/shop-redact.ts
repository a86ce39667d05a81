import type { ShopifyTopic } from './define.ts'

/** Sent 48 hours after a store took the app off: everything that came from it goes. */
export const shopRedact: ShopifyTopic = {
  topic: 'shop/redact',
  read: () => ({ told: [{ kind: 'redact_shop' }] }),
}
