import type { DictionaryField } from './dictionary.ts'
import type { FieldInfo } from './vocabulary.ts'

type Kind = Pick<FieldInfo, 'name' | 'label' | 'type'> & {
  /** The list of its values, where it has one. */
  readonly values?: DictionaryField
  /** Only customers with a counted order can have a value. */
  readonly ofOrders: boolean
}

const attribute = (name: string, label: string, type: Kind['type'], values?: DictionaryField): Kind => ({
  name,
  label,
  type,
  ofOrders: false,
  ...(values === undefined ? {} : { values }),
})
const ofOrders = (name: string, label: string, type: Kind['type'], values?: DictionaryField): Kind => ({
  ...attribute(name, label, type, values),
  ofOrders: true,
})
const ofProducts = (values: DictionaryField, label: string): Kind => ofOrders(values, label, 'text', values)

/** What criteria can ask of a customer, except events: those are as many as the data has types of them. */
export const FIELDS: readonly Kind[] = [
  attribute('id', 'customer id', 'text'),
  attribute('email', 'e-mail address', 'text'),
  attribute('phone', 'phone number', 'text'),
  attribute('first_name', 'first name', 'text'),
  attribute('last_name', 'last name', 'text'),
  attribute('gender', 'gender', 'text', 'gender'),
  attribute('birthday', 'birthday', 'date'),
  attribute('country', 'country', 'text', 'country'),
  attribute('region', 'region', 'text', 'region'),
  attribute('city', 'city', 'text', 'city'),
  attribute('postcode', 'postcode', 'text'),
  attribute('latitude', 'latitude', 'number'),
  attribute('longitude', 'longitude', 'number'),
  attribute('language', 'language', 'text', 'language'),
  attribute('created_at', 'customer since', 'date'),
  attribute('tags', 'tags', 'list', 'tags'),
  attribute('interests', 'interests', 'list', 'interests'),
  attribute('consent.email', 'e-mail consent', 'text'),
  attribute('consent.sms', 'SMS consent', 'text'),
  ofOrders('orders.count', 'number of orders', 'number'),
  ofOrders('orders.spend', 'spend', 'money'),
  ofOrders('orders.net_spend', 'spend after refunds', 'money'),
  ofOrders('orders.average', 'average order value', 'money'),
  ofOrders('orders.largest', 'largest order', 'money'),
  ofOrders('orders.discount', 'discounts', 'money'),
  ofOrders('orders.first_date', 'first order', 'date'),
  ofOrders('orders.last_date', 'last order', 'date'),
  ofOrders('orders.channel', 'order channel', 'text', 'channel'),
  ofOrders('orders.device', 'order device', 'text', 'device'),
  ofOrders('orders.code', 'discount code', 'text', 'discount_code'),
  ofProducts('product', 'product bought'),
  ofProducts('category', 'category bought'),
  ofProducts('brand', 'brand bought'),
  ofProducts('sku', 'SKU bought'),
  ofProducts('product_tag', 'tag of a product bought'),
  attribute('segment', 'segment or list', 'list', 'segment'),
  attribute('indicator', 'indicator', 'list', 'indicator'),
]
