import type { Insertable } from 'kysely'
import type { Writer } from '#db/run.ts'
import type { Schema } from '#db/schema.ts'
import { foldText } from '#kernel/text.ts'
import { keyOf } from '../customers/keys.ts'
import type { CustomerRecord, OrderRecord } from '../customers/record.ts'
import type { Company } from './company.fixture.ts'
import { insertAccounts } from './insert-accounts.fixture.ts'
import { insertExport, insertIndicators, insertSegments } from './insert-definitions.fixture.ts'
import { insertScores } from './insert-scores.fixture.ts'
import { insertRow } from './insert-row.fixture.ts'

/** Puts a company into an empty database, facts rows and all, by none of the code that imports run. */
export function insertCompany(writer: Writer, company: Company): void {
  const insert = <T extends keyof Schema>(table: T, rows: readonly Insertable<Schema[T]>[]) => {
    for (const row of rows) insertRow(writer, table, row)
  }
  const { customers, products } = company
  insert('workspace', [
    {
      id: 1,
      name: 'Test',
      timezone: company.zone,
      currency: company.currency.code,
      demo: 0,
      created_at: company.now,
    },
  ])
  const categories = namesOf(products.map((product) => product.category))
  const brands = namesOf(products.map((product) => product.brand))
  insert('categories', categories.rows)
  insert('brands', brands.rows)
  products.forEach((product, i) => {
    const { title, sku, price } = product
    insert('products', [
      {
        id: i + 1,
        external_id: `P${i}`,
        title,
        title_key: foldText(title),
        category_id: categories.idOf(product.category),
        brand_id: brands.idOf(product.brand),
        price,
        sku,
        sku_key: sku === null ? null : foldText(sku),
      },
    ])
    insert(
      'product_tags',
      product.tags.map((label) => ({ key: foldText(label), product_id: i + 1, label })),
    )
  })
  insertSegments(writer, company)
  insertIndicators(writer, company)
  insertScores(writer, company)
  insertAccounts(writer, { companies: company.companies ?? [], people: company.people ?? [] })
  const types = namesOf(customers.flatMap((customer) => customer.events.map((event) => event.type)))
  insert('event_types', types.rows)
  // Campaigns of one name in two spellings are two campaigns.
  const campaigns = [
    ...new Set(customers.flatMap(({ events }) => events.flatMap((event) => event.campaign ?? []))),
  ]
  insert(
    'campaigns',
    campaigns.map((name, i) => ({ id: i + 1, name, key: foldText(name) })),
  )
  for (const customer of customers) {
    const id = customer.id
    insertProfile(writer, customer)
    insert('facts', [factsOf(customer)])
    for (const order of customer.orders) {
      const counted = order.status === 'cancelled' ? 0 : 1
      insert('orders', [
        {
          id: order.id,
          source: 'default',
          external_id: `O${order.id}`,
          customer_id: id,
          ordered_at: order.at,
          status: order.status,
          counted,
          total: order.total,
          discount_total: order.discount,
          refunded_total: order.refunded,
          discount_code: order.code,
          discount_key: order.code === null ? null : foldText(order.code),
          channel: order.channel,
          device: order.device,
        },
      ])
      insert(
        'items',
        order.lines.map(({ product, quantity, price }) => ({
          order_id: order.id,
          customer_id: id,
          ordered_at: order.at,
          counted,
          product_id: products.indexOf(product) + 1,
          category_id: categories.idOf(product.category),
          quantity,
          price,
        })),
      )
    }
    insert('customer_category', categoriesOf(customer, categories.idOf))
    insert(
      'events',
      customer.events.map((event, i) => ({
        source: 'default',
        external_id: `E${id}-${i}`,
        customer_id: id,
        type_id: types.idOf(event.type) ?? 0,
        occurred_at: event.at,
        product_id: event.product === null ? null : products.indexOf(event.product) + 1,
        campaign_id: event.campaign === null ? null : campaigns.indexOf(event.campaign) + 1,
        channel: event.channel,
        device: event.device,
      })),
    )
  }
}

function insertProfile(writer: Writer, customer: CustomerRecord): void {
  const { id, text, latitude, longitude, birthday, createdAt } = customer
  insertRow(writer, 'customers', { id, ...text, latitude, longitude, birthday, created_at: createdAt })
  insertRow(writer, 'customer_keys', {
    id,
    email: keyOf('email', text.email),
    phone: keyOf('phone', text.phone),
    first_name: keyOf('first_name', text.first_name),
    last_name: keyOf('last_name', text.last_name),
    gender: keyOf('gender', text.gender),
    country: keyOf('country', text.country),
    region: keyOf('region', text.region),
    city: keyOf('city', text.city),
    postcode: keyOf('postcode', text.postcode),
    language: keyOf('language', text.language),
  })
  customer.externalIds.forEach((external_id, i) =>
    insertRow(writer, 'identities', {
      source: i === 0 ? 'default' : `shop${id}`,
      external_id,
      customer_id: id,
    }),
  )
  for (const [kind, labels] of [['tag', customer.tags] as const, ['interest', customer.interests] as const]) {
    for (const label of labels) {
      insertRow(writer, 'customer_labels', { kind, key: foldText(label), customer_id: id, label })
    }
  }
  for (const channel of ['email', 'sms'] as const) {
    const state = customer.consent[channel]
    if (state === null) continue
    insertRow(writer, 'consents', { customer_id: id, channel, state, changed_at: null, source: 'default' })
  }
  for (const segment_id of customer.lists) {
    insertRow(writer, 'list_members', { segment_id, customer_id: id })
  }
  for (const { segment, from, left } of customer.memberships) {
    insertRow(writer, 'memberships', {
      segment_id: segment,
      customer_id: id,
      version: 1,
      entered_at: from,
      left_at: left,
      cause: 'refreshed',
    })
  }
  for (const exported of customer.exports) insertExport(writer, id, exported)
}

const counted = (customer: CustomerRecord): readonly OrderRecord[] =>
  customer.orders.filter((order) => order.status !== 'cancelled')

function factsOf(customer: CustomerRecord): Insertable<Schema['facts']> {
  const orders = counted(customer)
  const sum = (value: (order: OrderRecord) => number) => orders.map(value).reduce((a, b) => a + b, 0)
  const dates = orders.map((order) => order.at).toSorted((a, b) => a - b)
  const state = { subscribed: 1, unsubscribed: 0 } as const
  const { email, sms } = customer.consent
  return {
    id: customer.id,
    country: keyOf('country', customer.text.country),
    created_at: customer.createdAt,
    email_consent: email === null ? null : state[email],
    sms_consent: sms === null ? null : state[sms],
    email_reachable: Number(customer.reachable.email),
    sms_reachable: Number(customer.reachable.sms),
    orders: orders.length,
    spent: sum((order) => order.total),
    refunded: sum((order) => order.refunded),
    discount: sum((order) => order.discount),
    largest: orders.length === 0 ? null : Math.max(...orders.map((order) => order.total)),
    first_at: dates[0] ?? null,
    last_at: dates.at(-1) ?? null,
  }
}

function categoriesOf(
  customer: CustomerRecord,
  idOf: (name: string | null) => number | null,
): Schema['customer_category'][] {
  const rows = new Map<number, { orders: Set<number>; last: number }>()
  for (const order of counted(customer)) {
    for (const { product } of order.lines) {
      const id = idOf(product.category)
      if (id === null) continue
      const row = rows.get(id) ?? { orders: new Set(), last: order.at }
      row.orders.add(order.id)
      rows.set(id, { orders: row.orders, last: Math.max(row.last, order.at) })
    }
  }
  return [...rows].map(([category_id, { orders, last }]) => ({
    category_id,
    customer_id: customer.id,
    orders: orders.size,
    last_at: last,
  }))
}

/** Names that are equal ignoring case are one row, under the first spelling. */
function namesOf(texts: readonly (string | null)[]) {
  const names = new Map<string, string>()
  for (const text of texts) {
    if (text !== null && !names.has(foldText(text))) names.set(foldText(text), text)
  }
  const keys = [...names.keys()]
  return {
    rows: keys.map((key, i) => ({ id: i + 1, name: names.get(key) ?? key, key })),
    idOf: (text: string | null): number | null => (text === null ? null : keys.indexOf(foldText(text)) + 1),
  }
}
