import type { Body } from './body.ts'
import { readCustomer } from './customer.ts'
import type { ReadTold } from './told.ts'

/** What a body says that is a customer. */
export function toldCustomer(body: Body): ReadTold {
  const customer = readCustomer(body)
  return customer === undefined ? { problem: 'the customer has no id' } : { told: [customer] }
}
