import { bodyIn, textIn } from '../body.ts'
import type { ShopifyTopic } from './define.ts'

/** A person asked the store for their data: it is kept until somebody has given it. */
export const customersDataRequest: ShopifyTopic = {
  topic: 'customers/data_request',
  read(body) {
    const id = textIn(bodyIn(body, 'data_request'), 'id')
    return id === null
      ? { problem: 'the request has no id' }
      : { told: [{ kind: 'data_request', id, customerId: textIn(bodyIn(body, 'customer'), 'id') }] }
  },
}
