import { commaList, exactText } from '../cells/mended.ts'
import { giveAddressIds } from '../customers/address-ids.ts'
import { shareOfHeaders } from '../mapping/header-key.ts'
import { nameRegions } from '../tables/region-names.ts'
import { fieldsOf, type FileShape, type ImportFormat, sameColumns, TAG_OF_COLUMN } from './define.ts'

/**
 * Customers as Shopify exports them, today’s 20 columns and the older form without ids
 * (https://help.shopify.com/en/manual/customers/import-export-customers). What they spent is computed from orders.
 */
export const shopifyCustomers: ImportFormat = {
  name: 'shopify-customers',
  title: 'customers from Shopify',
  source: 'shopify',
  roundsMoney: false,
  addressIds: true,
  likeness: (file) => Math.max(shareOfHeaders(file, MARKS), shareOfHeaders(file, OLDER_MARKS)),
  shape: () => SHAPE,
}

const MARKS = [
  'Customer ID',
  'Accepts Email Marketing',
  'Default Address City',
  'Default Address Country Code',
  'Total Spent',
  'Total Orders',
  'Tax Exempt',
]
const OLDER_MARKS = [
  'Accepts Marketing',
  'Province Code',
  'Country Code',
  'Total Spent',
  'Total Orders',
  'Tax Exempt',
]

const field = fieldsOf('customers')

const FIELDS: FileShape['fields'] = {
  id: field('id', 'id', ['Customer ID'], exactText),
  email: field('email', 'id', ['Email']),
  phone: field('phone', 'id', ['Phone', 'Default Address Phone'], exactText),
  address_phone: {
    column: { kind: 'id' },
    names: ['Default Address Phone'],
    words: 'phone number, where there is no other',
    prepare: exactText,
  },
  first_name: field('first_name', 'text', ['First Name']),
  last_name: field('last_name', 'text', ['Last Name']),
  city: field('city', 'text', ['Default Address City', 'City']),
  region: field('region', 'text', ['Default Address Province Code', 'Province Code', 'Province']),
  country: field('country', 'country', ['Default Address Country Code', 'Country Code', 'Country']),
  postcode: field('postcode', 'text', ['Default Address Zip', 'Zip'], exactText),
  accepts_email: field('accepts_email', 'flag', ['Accepts Email Marketing', 'Accepts Marketing']),
  accepts_sms: field('accepts_sms', 'flag', ['Accepts SMS Marketing']),
  tags: field('tags', 'list', ['Tags'], commaList),
  property: TAG_OF_COLUMN,
}

const SHAPE: FileShape = {
  fields: FIELDS,
  computed: { id: { kind: 'id' } },
  anyOf: [{ fields: ['id', 'email', 'phone'], words: 'id, email or phone' }],
  parts: [{ table: 'customers', columns: sameColumns(FIELDS, ['address_phone', 'property']) }],
  check(columns) {
    const name = nameRegions(columns)
    const give = giveAddressIds(columns)
    const [phone = -1, other = -1] = ['phone', 'address_phone'].map((field) => columns.indexOf(field))
    return (values) => {
      if (phone >= 0) values[phone] ??= values[other] ?? null
      return give(values) ?? name(values)
    }
  },
}
