import { type Body, bodyIn, textIn, toldCells } from './body.ts'
import { addressId } from '../imports/customers/address-ids.ts'
import { commaList } from '../imports/cells/mended.ts'
import type { ToldThing } from './told.ts'

/**
 * A customer of the Admin API (https://shopify.dev/docs/api/admin-rest/latest/resources/customer); undefined for a body
 * without an id. What they spent and how often is not read: orders tell that.
 */
export function readCustomer(body: Body): ToldThing | undefined {
  const id = textIn(body, 'id')
  if (id === null) return undefined
  const address = bodyIn(body, 'default_address')
  // A null takes a value away; what is not there says nothing.
  const given = (name: string) => (name in body ? (textIn(body, name) ?? '') : null)
  const tags = given('tags')
  const [email, sms] = [bodyIn(body, 'email_marketing_consent'), bodyIn(body, 'sms_marketing_consent')]
  const cells = toldCells({
    email: given('email'),
    phone: given('phone'),
    first_name: given('first_name'),
    last_name: given('last_name'),
    created_at: textIn(body, 'created_at'),
    country: textIn(address, 'country_code') ?? textIn(address, 'country'),
    region: textIn(address, 'province_code') ?? textIn(address, 'province'),
    city: textIn(address, 'city'),
    postcode: textIn(address, 'zip'),
    tags: tags === null ? null : commaList(tags),
    accepts_email: consentIn(email) ?? acceptsMarketing(body),
    accepts_email_at: textIn(email, 'consent_updated_at') ?? textIn(body, 'accepts_marketing_updated_at'),
    accepts_sms: consentIn(sms),
    accepts_sms_at: textIn(sms, 'consent_updated_at'),
  })
  return { kind: 'customer', id, updatedAt: textIn(body, 'updated_at'), cells }
}

/** `subscribed` is a consent; `pending`, `not_subscribed`, `unsubscribed` and `redacted` are none. */
function consentIn(consent: Body): string | null {
  const state = textIn(consent, 'state')
  return state === null ? null : state === 'subscribed' ? 'yes' : 'no'
}

/** Of API versions before 2022-04. */
function acceptsMarketing(body: Body): string | null {
  const accepts = body['accepts_marketing']
  return typeof accepts === 'boolean' ? (accepts ? 'yes' : 'no') : null
}

/**
 * Whose an order or a checkout is: the customer, or somebody of whom it tells an address alone, who is known by that as
 * in Shopify’s files. Undefined for nobody.
 */
export function readBuyer(body: Body): ToldThing | undefined {
  const customer = readCustomer(bodyIn(body, 'customer'))
  if (customer !== undefined) return customer
  const [email, phone] = [textIn(body, 'email'), textIn(body, 'phone')]
  const id = addressId(email, phone)
  if (id === null) return undefined
  const address = bodyIn(body, 'billing_address')
  const cells = toldCells({
    email,
    phone,
    first_name: textIn(address, 'first_name'),
    last_name: textIn(address, 'last_name'),
  })
  return { kind: 'customer', id, updatedAt: textIn(body, 'updated_at'), cells }
}
