import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { exclusively } from '#domain/imports/exclusively.ts'
import { openRequests } from '#domain/shopify/data-requests.ts'
import { refusedWebhooks } from '#domain/shopify/refused.ts'
import { answerError } from '../errors.ts'
import { openArrivals } from './arrivals.fixture.ts'
import { shopifyRoutes } from './shopify.ts'

const { w, arrivals, post, rows, close } = await openArrivals()
afterAll(close)

const SECRET = 'shpss_of_the_tests'
const SHOP = 'tests.myshopify.com'
const noted: unknown[] = []
const app = new Hono()
  .onError(
    answerError((error) => {
      throw error
    }),
  )
  .route(
    '/webhooks/shopify',
    shopifyRoutes({
      arrivals,
      shopify: { shop: SHOP, secrets: ['the_new_secret', SECRET] },
      note: (what) => void noted.push(what),
    }),
  )

let hooks = 0
/** Sends a body as Shopify does; answers the status, and what became of it. */
async function send(
  topic: string,
  body: unknown,
  {
    id = `hook-${++hooks}`,
    secret = SECRET,
    shop = SHOP,
  }: { id?: string; secret?: string; shop?: string } = {},
): Promise<string> {
  const raw = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await app.request('/webhooks/shopify', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': shop,
      'x-shopify-webhook-id': id,
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(raw).digest('base64'),
    },
    body: raw,
  })
  await arrivals.settled()
  const json = JSON.parse(await answer.text())
  const said = json.why ?? json.message
  return `${answer.status} ${json.kind ?? json.code}${said === undefined ? '' : `: ${said}`}`
}

const CUSTOMER = {
  email: 'Bob@Biller.example',
  first_name: 'Bob',
  last_name: 'Biller',
  phone: null,
  tags: 'loyal, Ice Cream',
  created_at: '2024-01-02T03:04:05-04:00',
  updated_at: '2025-11-01T10:00:00-04:00',
  email_marketing_consent: { state: 'subscribed' },
  sms_marketing_consent: { state: 'not_subscribed' },
  default_address: { country_code: 'CA', province_code: 'ON', city: 'Ottawa', zip: 'K2P0V6' },
}
const ORDER = {
  test: false,
  created_at: '2025-11-10T09:00:00Z',
  updated_at: '2025-11-10T09:00:00Z',
  currency: 'USD',
  financial_status: 'paid',
  cancelled_at: null,
  total_price: '409.94',
  total_discounts: '10.00',
  source_name: 'web',
  discount_codes: [{ code: 'TENOFF', amount: '10.00' }],
  line_items: [
    {
      id: 1,
      product_id: 632910392,
      title: 'IPod Nano',
      sku: 'NANO',
      vendor: 'Apple',
      price: '199.00',
      quantity: 2,
    },
    { id: 2, product_id: null, title: 'Gift wrap', sku: '', price: '1.94', quantity: 1 },
  ],
  refunds: [],
}
/** Ids are written out: they are longer than numbers hold. */
const withIds = (body: unknown, ids: Readonly<Record<string, string>>): string =>
  Object.entries(ids).reduce(
    (text, [name, id]) => text.replace(`"${name}":0`, `"${name}":${id}`),
    JSON.stringify(body),
  )
const BOB = '706405506930370084'
const order = (id: string, changes: Readonly<Record<string, unknown>> = {}): string =>
  withIds({ ...ORDER, ...changes, id: 0, customer: { ...CUSTOMER, bob: 0 } }, { id }).replace(
    '"bob":0',
    `"id":${BOB}`,
  )
const customer = (changes: Readonly<Record<string, unknown>> = {}) =>
  withIds({ ...CUSTOMER, ...changes, id: 0 }, { id: BOB })

const orderOf = (id: string) =>
  rows(
    `SELECT i.external_id, o.status, o.total, o.discount_total, o.refunded_total, o.discount_code, o.channel
     FROM orders o JOIN identities i USING (customer_id) WHERE o.external_id = ? AND o.source = 'shopify'`,
    id,
  )[0]
const bob = () =>
  rows(
    `SELECT email, first_name, c.country, region, orders, spent, refunded, email_consent, sms_consent
     FROM customers c JOIN identities i ON i.customer_id = c.id JOIN facts f ON f.id = c.id
     WHERE source = 'shopify' AND external_id = ?`,
    BOB,
  )[0]

test('a customer and their order come with ids beyond 2^53 and amounts as text', async () => {
  expect(await send('customers/create', customer())).toBe('200 stored')
  expect(await send('orders/create', order('820982911946154508'))).toBe('200 stored')
  expect(orderOf('820982911946154508')).toEqual([BOB, 'paid', 40994, 1000, 0, 'TENOFF', 'online'])
  expect(bob()).toEqual(['Bob@Biller.example', 'Bob', 'CA', 'Ontario', 1, 40994, 0, 1, 0])
  expect(
    rows(`SELECT p.external_id, p.title, n.quantity, n.price FROM items n JOIN products p ON p.id = n.product_id
      JOIN orders o ON o.id = n.order_id WHERE o.source = 'shopify' ORDER BY n.id`),
  ).toEqual([
    ['shopify:sku:NANO', 'IPod Nano', 2, 19900],
    ['shopify:name:gift wrap', 'Gift wrap', 1, 194],
  ])
  expect(rows(`SELECT label FROM customer_labels ORDER BY key`)).toEqual([['Ice Cream'], ['loyal']])
})

test('the same webhook again changes nothing, and one that is overtaken neither', async () => {
  const later = customer({ email: 'new@biller.example', updated_at: '2025-11-02T10:00:00-04:00' })
  expect(await send('customers/update', later, { id: 'again' })).toBe('200 stored')
  expect(await send('customers/update', later, { id: 'again' })).toBe('200 repeated')
  expect(await send('customers/update', customer())).toBe(
    '200 skipped: something newer was told of it before',
  )
  // The order is newer than what is known of it, and its buyer is not.
  const cancelled = { updated_at: '2025-11-11T09:00:00Z', cancelled_at: '2025-11-11T09:00:00Z' }
  expect(await send('orders/updated', order('820982911946154508', cancelled))).toBe('200 stored')
  expect(await send('orders/updated', order('820982911946154508'))).toContain('200 skipped')
  expect(bob()).toEqual(['new@biller.example', 'Bob', 'CA', 'Ontario', 0, 0, 0, 1, 0])
})

const refund = (id: number, amount: string) => ({
  id,
  transactions: [
    { kind: 'refund', status: 'success', amount },
    { kind: 'refund', status: 'failure', amount: '99.00' },
  ],
})
test('a refund counts once, whether it comes alone, in its order, or before it', async () => {
  expect(await send('refunds/create', { ...refund(11, '9.94'), order_id: 500 })).toBe('200 stored')
  const updated = { financial_status: 'partially_refunded', refunds: [refund(11, '9.94')] }
  await send('orders/create', order('500', updated))
  expect(orderOf('500')).toEqual([BOB, 'partially_refunded', 40994, 1000, 994, 'TENOFF', 'online'])
  await send('refunds/create', { ...refund(12, '400.00'), order_id: 500 })
  await send('refunds/create', { ...refund(12, '400.00'), order_id: 500 })
  expect(orderOf('500')).toEqual([BOB, 'refunded', 40994, 1000, 40994, 'TENOFF', 'online'])
  expect(bob()?.toString()).toContain('1,40994,40994')
})

test('orders of tests and what is of no customer are left out', async () => {
  expect(await send('orders/create', order('501', { test: true }))).toBe('200 skipped: it is a test order')
  expect(await send('orders/create', { ...ORDER, id: 502, customer: null })).toBe(
    '200 skipped: the order is of nobody: neither a customer nor an address',
  )
  expect([orderOf('501'), orderOf('502')]).toEqual([undefined, undefined])
})

test('a guest is known by the address, and is the customer whom the store makes of them later', async () => {
  const guest = {
    ...ORDER,
    customer: null,
    email: 'Guest@example.com',
    billing_address: { first_name: 'Gail' },
  }
  expect(await send('orders/create', { ...guest, id: 503 })).toBe('200 stored')
  await send('customers/create', { ...CUSTOMER, id: 7503, email: 'guest@example.com', first_name: null })
  expect(
    rows(`SELECT count(*), min(f.orders), max(c.first_name) FROM identities i JOIN customers c ON c.id = i.customer_id
      JOIN facts f ON f.id = c.id WHERE c.id = (SELECT customer_id FROM identities WHERE external_id = '7503')`),
  ).toEqual([[2, 1, null]])
})

test('checkouts are events, and products keep their names and prices', async () => {
  const line = { product_id: 632910392, title: 'IPod Nano', sku: 'NANO', price: '199.00', quantity: 1 }
  const checkout = {
    token: 'abc',
    created_at: '2025-11-12T09:00:00Z',
    total_price: '199.00',
    line_items: [line],
  }
  expect(await send('checkouts/create', { ...checkout, customer: JSON.parse('{"id":"777"}') })).toBe(
    '200 stored',
  )
  expect(
    rows(`SELECT t.name, e.value, p.title FROM events e JOIN event_types t ON t.id = e.type_id
      JOIN products p ON p.id = e.product_id WHERE e.external_id = 'checkout:abc'`),
  ).toEqual([['started_checkout', 199, 'IPod Nano']])
  const product = {
    id: 632910392,
    title: 'IPod Nano',
    product_type: 'Music',
    vendor: 'Apple',
    tags: 'mp3, red',
  }
  const variants = [{ price: '149.00', sku: 'NANO', option1: '8 GB' }]
  await send('products/update', { ...product, variants, updated_at: '2025-11-12T09:00:00Z' })
  expect(
    rows(`SELECT p.title, g.name, b.name, p.price, p.sku FROM products p JOIN categories g ON g.id = category_id
      JOIN brands b ON b.id = brand_id WHERE p.external_id = 'shopify:sku:NANO'`),
  ).toEqual([['IPod Nano - 8 GB', 'Music', 'Apple', 14900, 'NANO']])
})

test('what is deleted is gone, never comes back, and may be unknown', async () => {
  expect(await send('orders/delete', { id: 500 })).toBe('200 stored')
  expect(await send('orders/updated', order('500', { updated_at: '2025-11-19T09:00:00Z' }))).toContain(
    'skipped',
  )
  expect(await send('orders/delete', { id: 999 })).toBe('200 stored')
  expect(await send('customers/delete', { id: 999 })).toBe('200 stored')
  expect(orderOf('500')).toBeUndefined()
  expect(bob()?.toString()).toContain('Ontario,0,0,0')
  expect(await send('customers/delete', { id: 777 })).toBe('200 stored')
  expect(rows(`SELECT count(*) FROM identities WHERE external_id = '777'`)).toEqual([[0]])
})

test('who asks for their data is kept until it was given', async () => {
  const asked = { data_request: { id: 9999 }, customer: { id: 191167, email: 'john@example.com' } }
  expect(await send('customers/data_request', asked)).toBe('200 stored')
  expect(openRequests(w.services.reader)).toMatchObject([{ id: '9999', customerId: '191167' }])
})

test('who is to be forgotten is erased, by id and by address, and stays out; then the whole store', async () => {
  expect(await send('customers/redact', { customer: { id: 1, email: 'nobody@example.com' } })).toBe(
    '200 stored',
  )
  const redact = withIds({ customer: { id: 0, email: 'new@biller.example' } }, { id: BOB })
  expect(await send('customers/redact', redact)).toBe('200 stored')
  expect(bob()).toBeUndefined()
  expect(await send('customers/update', customer({ updated_at: '2025-11-20T10:00:00Z' }))).toBe(
    '200 skipped: it is about somebody who was erased on request',
  )
  expect(rows(`SELECT count(*) FROM customers WHERE email LIKE '%biller%'`)).toEqual([[0]])
  await send('customers/create', { ...CUSTOMER, id: 888 })
  expect(await send('shop/redact', { shop_id: 954889, shop_domain: SHOP })).toBe('200 stored')
  expect(rows(`SELECT count(*) FROM identities WHERE source = 'shopify'`)).toEqual([[0]])
  expect(rows(`SELECT count(*) FROM identities WHERE source = 'default'`)).toEqual([[40]])
})

test('wrong signatures and stores are refused, and noted without the body', async () => {
  noted.length = 0
  expect(await send('customers/create', CUSTOMER, { secret: 'guessed' })).toContain('401 signed_out')
  expect(await send('customers/create', CUSTOMER, { shop: 'other.myshopify.com' })).toContain(
    '401 signed_out',
  )
  expect(noted).toMatchObject([{ why: 'its signature is wrong' }, { why: 'it is of another store' }])
  expect(JSON.stringify(noted)).not.toContain('Biller')
  expect(await send('customers/create', { ...CUSTOMER, id: 4 }, { secret: 'the_new_secret' })).toBe(
    '200 stored',
  )
})

test('what is not understood is answered once and for all, and noted', async () => {
  expect(await send('themes/publish', { id: 1 })).toBe(
    '200 refused: the topic themes/publish is not understood',
  )
  expect(await send('orders/create', '[1]')).toBe('200 refused: the body is no JSON object')
  const odd = order('600', { financial_status: 'bartered' })
  expect(await send('orders/create', odd, { id: 'odd' })).toBe(
    '200 refused: financial_status is none of paid, pending, authorized, partially_paid, unpaid, refunded, partially_refunded, voided, expired',
  )
  expect(await send('orders/create', odd, { id: 'odd' })).toBe('200 repeated')
  const euros = JSON.stringify({ ...ORDER, id: 601, currency: 'EUR', customer: { ...CUSTOMER, id: 5 } })
  expect(await send('orders/create', euros)).toContain('200 refused: currency is not USD')
  expect(rows(`SELECT count(*) FROM identities WHERE external_id = '5'`)).toEqual([[0]])
  expect(refusedWebhooks(w.services.reader, 10).map(({ topic }) => topic)).toEqual([
    'orders/create',
    'orders/create',
    'orders/create',
    'themes/publish',
  ])
})

test('while an import runs the store is told to send again, and a body of 10 MB is not read', async () => {
  const during = await exclusively(w.driver.driver, () => send('customers/create', { ...CUSTOMER, id: 6 }))
  expect(during).toBe('503 limit: An import is running')
  expect(await send('customers/create', ' '.repeat(10_000_000))).toContain('413 input: The webhook is larger')
})

test('whom another source knows by the same verified address is joined, as by an import or a message', async () => {
  const traits = { email: 'eve@twice.example', acceptsEmail: true }
  await post('identify', { userId: 'mail-eve', traits }, { takes: 'customers' })
  expect(await send('customers/create', { ...CUSTOMER, id: 7, email: 'Eve@Twice.example' })).toBe(
    '200 stored',
  )
  expect(
    rows(`SELECT source, external_id FROM identities WHERE customer_id = (
      SELECT customer_id FROM identities WHERE source = 'shopify' AND external_id = '7') ORDER BY 1`),
  ).toEqual([
    ['default', 'mail-eve'],
    ['shopify', '7'],
  ])
})

test('of many that come at once each is stored once and answered, also around an erasure', async () => {
  const buyer = { ...CUSTOMER, id: 7000, email: 'many@together.example' }
  const together = (n: number) =>
    send('orders/create', { ...ORDER, id: 7000 + n, customer: buyer }, { id: `together-${n}` })
  const outcomes = await Promise.all([
    ...[1, 2, 3].map(together),
    together(2),
    send('orders/create', '{'),
    send('customers/redact', { customer: { id: 404, email: 'nobody@erased.example' } }),
    together(4),
  ])
  expect(outcomes).toEqual([
    '200 stored',
    '200 stored',
    '200 stored',
    '200 repeated',
    '200 refused: the body is no JSON object',
    '200 stored',
    '200 stored',
  ])
  expect(
    rows(`SELECT external_id FROM orders WHERE source = 'shopify' AND external_id LIKE '700%' ORDER BY 1`),
  ).toEqual([['7001'], ['7002'], ['7003'], ['7004']])
})
