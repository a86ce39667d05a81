import { bodyIn, textIn } from '../body.ts'
import type { ShopifyTopic } from './define.ts'

/** A person asked the store to be forgotten (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance). */
export const customersRedact: ShopifyTopic = {
  topic: 'customers/redact',
  read(body) {
    const customer = bodyIn(body, 'customer')
    const [customerId, email] = [textIn(customer, 'id'), textIn(customer, 'email')]
    return customerId === null && email === null
      ? { problem: 'it names nobody, by neither id nor e-mail address' }
      : { told: [{ kind: 'redact', customerId, email }] }
  },
}
