import { Analytics } from '@segment/analytics-node'
import { afterAll, expect, test } from 'vitest'
import { openArrivals } from './arrivals.fixture.ts'

/* C1 to C40 are customers; C1 ordered O1 for 10.00 on 19 November 2025. Now is noon of the 20th. */
const { w, app, keys, post: postAs, rows, arrivals, close } = await openArrivals()
afterAll(close)

const post = (path: string, body: unknown) => postAs(path, body, { takes: 'customers' })
const track = (event: string, message: Readonly<Record<string, unknown>>) =>
  post('track', { event, timestamp: '2025-11-20T10:00:00Z', ...message })

const rowOf = (row: unknown): readonly unknown[] | undefined => (Array.isArray(row) ? row : undefined)
const orderOf = (id: string) =>
  rowOf(
    rows(
      `SELECT i.external_id, o.status, o.total, o.discount_total, o.refunded_total, o.discount_code, o.counted,
       datetime(o.ordered_at, 'unixepoch') FROM orders o JOIN identities i USING (customer_id) WHERE o.external_id = ?`,
      id,
    )[0],
  )
const linesOf = (id: string) =>
  rows(
    `SELECT p.external_id, p.title, g.name, n.quantity, n.price FROM items n JOIN products p ON p.id = n.product_id
     LEFT JOIN categories g ON g.id = n.category_id JOIN orders o ON o.id = n.order_id WHERE o.external_id = ? ORDER BY 1`,
    id,
  )
const factsOf = (customer: string) =>
  rows(
    `SELECT orders, spent, refunded, email_consent FROM facts JOIN identities ON customer_id = id WHERE external_id = ?`,
    customer,
  )[0]
const countOf = (table: string) => rows(`SELECT count(*) FROM ${table}`)[0]

const MONOPOLY = {
  product_id: 'p1',
  sku: '45790-32',
  name: 'Monopoly',
  price: 19,
  quantity: 1,
  category: 'Games',
}
const UNO = { product_id: 'p2', name: 'Uno', price: 3.3000000000000003, quantity: 2, category: 'Games' }

test('Order Completed is an order with its lines, of a customer whom it makes where nobody knows them', async () => {
  const { receipt } = await track('Order Completed', {
    userId: 'C500',
    properties: {
      order_id: 'S1',
      total: 27.5,
      discount: 2.5,
      coupon: 'hasbros',
      currency: 'usd',
      affiliation: 'Google Store',
      products: [MONOPOLY, UNO],
    },
  })
  expect(receipt).toMatchObject({ stored: 1, waiting: [], unused: ['properties.affiliation'] })
  expect(orderOf('S1')).toEqual(['C500', 'paid', 2750, 250, 0, 'hasbros', 1, '2025-11-20 10:00:00'])
  expect(linesOf('S1')).toEqual([
    ['p1', 'Monopoly', 'Games', 1, 1900],
    ['p2', 'Uno', 'Games', 2, 330],
  ])
  expect(factsOf('C500')).toEqual([1, 2750, 0, null])
})

test('Order Updated changes an order and not its date; its lines are those of the later message', async () => {
  await track('Order Updated', {
    userId: 'C500',
    timestamp: '2025-11-20T11:30:00Z',
    properties: { order_id: 'S1', total: 19, products: [MONOPOLY] },
  })
  expect(orderOf('S1')).toEqual(['C500', 'paid', 1900, 250, 0, 'hasbros', 1, '2025-11-20 10:00:00'])
  expect(linesOf('S1')).toEqual([['p1', 'Monopoly', 'Games', 1, 1900]])
})

test('refunds add up, one without an amount gives all back, and a cancelled order never counts', async () => {
  await track('Order Refunded', { userId: 'C500', messageId: 'r1', properties: { order_id: 'S1', total: 4 } })
  await track('Order Refunded', { userId: 'C500', messageId: 'r1', properties: { order_id: 'S1', total: 4 } })
  expect(orderOf('S1')?.slice(1, 5)).toEqual(['partially_refunded', 1900, 250, 400])
  await track('Order Refunded', { userId: 'C500', properties: { order_id: 'S1' } })
  expect(orderOf('S1')?.slice(1, 5)).toEqual(['refunded', 1900, 250, 1900])
  expect(factsOf('C500')).toEqual([1, 1900, 1900, null])
  await track('Order Cancelled', { userId: 'C500', properties: { order_id: 'S1' } })
  expect(factsOf('C500')).toEqual([0, 0, 0, null])
})

test('a refund waits for its order, wherever that comes from', async () => {
  const { receipt } = await track('Order Refunded', {
    userId: 'C2',
    messageId: 'early',
    properties: { order_id: 'O900', total: '1.50' },
  })
  expect(receipt).toMatchObject({ stored: 1, waiting: ['early'] })
  await w.importRows({ 'orders.csv': ['id,customer_id,ordered_at,total', 'O900,C2,2025-11-19,5'] })
  expect(orderOf('O900')?.slice(1, 5)).toEqual(['partially_refunded', 500, 0, 150])
  expect(countOf('waiting_order_changes')).toEqual([0])
})

test('what an anonymous visitor did and ordered is the customer’s once they are identified', async () => {
  const anonymousId = 'visitor-1'
  await track('Product Viewed', {
    anonymousId,
    messageId: 'v1',
    properties: { product_id: 'p9', name: 'Go' },
  })
  const { receipt } = await track('Order Completed', {
    anonymousId,
    messageId: 'v2',
    properties: { order_id: 'S2', revenue: 10, shipping: 2.5, tax: 1, products: [MONOPOLY] },
  })
  expect(receipt).toMatchObject({ waiting: ['v2'] })
  expect(orderOf('S2')).toBeUndefined()
  await post('identify', { userId: 'C501', anonymousId, traits: { createdAt: 1_600_000_000 } })
  expect(orderOf('S2')?.slice(0, 3)).toEqual(['C501', 'paid', 1350])
  expect(
    rows(`SELECT t.name, p.title FROM events e JOIN event_types t ON t.id = e.type_id
      JOIN products p ON p.id = e.product_id WHERE e.external_id = 'v1'`),
  ).toEqual([['viewed_product', 'Go']])
  expect(countOf('waiting_messages')).toEqual([0])
})

test('an alias makes two ids one customer’s, also of what comes under the old one later', async () => {
  await post('identify', { userId: 'C502', traits: { email: 'old@example.com', firstName: 'Mia' } })
  await post('identify', { userId: 'C503', traits: { email: 'new@example.com', acceptsEmail: 'no' } })
  await track('Order Completed', { userId: 'C502', properties: { order_id: 'S3', total: 8 } })
  await post('alias', { previousId: 'C502', userId: 'C503', messageId: 'alias1' })
  await track('Order Completed', { userId: 'C502', properties: { order_id: 'S4', total: 9 } })
  const joined = rows(`SELECT external_id, email, first_name, f.orders, f.spent FROM identities
    JOIN customers c ON c.id = customer_id JOIN facts f ON f.id = c.id WHERE external_id IN ('C502', 'C503')`)
  expect(joined).toEqual([
    ['C502', 'new@example.com', 'Mia', 2, 1700],
    ['C503', 'new@example.com', 'Mia', 2, 1700],
  ])
  // Said again it changes nothing.
  expect((await post('alias', { previousId: 'C502', userId: 'C503' })).receipt.stored).toBe(1)
  expect(rows(`SELECT count(*) FROM customers WHERE email = 'old@example.com'`)).toEqual([[0]])
})

test('aliases that lead in a circle, or to two people, are refused', async () => {
  const problem = async (previousId: string, userId: string) =>
    (await post('alias', { previousId, userId })).error.message.replace('This message can’t be taken: ', '')
  expect(await problem('C503', 'C502')).toBe(
    'previousId C503 can’t become C502: C502 was joined to C503 before',
  )
  expect(await problem('C1', 'C1')).toBe('previousId C1 can’t become C1: both ids are the same')
  expect(await problem('C502', 'C1')).toBe('previousId C502 was joined to C503 before: say so of C503')
})

test('an anonymous id can be aliased too, and an alias may name whom nobody knows', async () => {
  await track('Product Added', {
    anonymousId: 'visitor-2',
    messageId: 'v3',
    properties: { product_id: 'p1' },
  })
  await post('alias', { previousId: 'visitor-2', userId: 'C504' })
  await post('identify', { userId: 'C504', traits: {} })
  expect(
    rows(
      `SELECT i.external_id FROM identities i JOIN events e USING (customer_id) WHERE e.external_id = 'v3'`,
    ),
  ).toEqual([['C504']])
})

test('pages and screens are visits, and whoever unsubscribes is not written to', async () => {
  await post('identify', { userId: 'C505', traits: { email: 'x@example.com', acceptsEmail: true } })
  await post('batch', {
    batch: [
      {
        type: 'page',
        messageId: 'g1',
        userId: 'C505',
        name: 'Home',
        properties: { url: 'http://x.example' },
      },
      { type: 'screen', messageId: 'g2', userId: 'C505', name: 'Cart' },
      {
        type: 'track',
        messageId: 'g3',
        userId: 'C505',
        event: 'Unsubscribed',
        properties: { campaign_name: 'May' },
      },
    ],
  })
  expect(
    rows(`SELECT t.name, e.channel, m.name FROM events e JOIN event_types t ON t.id = e.type_id
      LEFT JOIN campaigns m ON m.id = e.campaign_id WHERE e.external_id LIKE 'g_' ORDER BY e.external_id`),
  ).toEqual([
    ['visited_site', null, null],
    ['visited_site', 'app', null],
    ['unsubscribed', null, 'May'],
  ])
  expect(factsOf('C505')).toEqual([0, 0, 0, 0])
})

test('what can’t be an order is refused with why, and nothing of it is kept', async () => {
  const problem = async (properties: Readonly<Record<string, unknown>>) =>
    (await track('Order Completed', { userId: 'C1', properties })).error.message.replace(
      'This message can’t be taken: ',
      '',
    )
  expect(await problem({ total: 1 })).toBe('properties.order_id is required: which order it is')
  expect(await problem({ order_id: 'X' })).toContain('properties.total is required')
  expect(await problem({ order_id: 'X', total: 'free' })).toContain('total is not an amount of money')
  expect(await problem({ order_id: 'X', total: -1 })).toContain('total is negative')
  expect(await problem({ order_id: 'X', total: 1, currency: 'EUR' })).toContain('currency is not USD')
  expect(await problem({ order_id: 'X', total: 1, products: [{ name: 'Go' }] })).toBe(
    'properties.products[0] has neither product_id nor sku',
  )
  expect(await problem({ order_id: 'X', total: 1, products: [{ sku: 's' }] })).toContain('price is missing')
  expect(orderOf('X')).toBeUndefined()
})

test('a clock that goes wrong is set right by sentAt; dates after now are named', async () => {
  const batch = [
    { type: 'track', userId: 'C1', event: 'Quiz', messageId: 'slow', timestamp: '2025-11-20T08:00:00Z' },
  ]
  const { receipt } = await post('batch', { batch, sentAt: '2025-11-20T09:00:00Z' })
  expect(receipt.future).toEqual([])
  const ahead = { userId: 'C1', messageId: 'ahead', timestamp: '2025-12-01T08:00:00Z' }
  expect((await track('Quiz', ahead)).receipt.future).toEqual(['ahead'])
  expect(
    rows(
      `SELECT datetime(occurred_at, 'unixepoch') FROM events WHERE external_id IN ('slow', 'ahead') ORDER BY 1`,
    ),
  ).toEqual([['2025-11-20 11:00:00'], ['2025-12-01 08:00:00']])
})

test('Segment’s own client sends a shop’s life', async () => {
  const client = new Analytics({
    writeKey: keys.customers,
    host: 'http://muster.example',
    flushAt: 6,
    maxRetries: 0,
    httpClient: async (url, init) => app.request(url, { ...init, signal: null }),
  })
  const failed: unknown[] = []
  client.on('error', (error) => void failed.push(error))
  client.track({ anonymousId: 'web-1', event: 'Product Viewed', properties: { product_id: 'p1' } })
  client.page({ anonymousId: 'web-1', name: 'Games' })
  client.screen({ userId: 'C600', name: 'Cart' })
  client.identify({
    userId: 'C600',
    anonymousId: 'web-1',
    traits: { address: { country: 'Canada', state: 'ON' } },
  })
  client.alias({ previousId: 'C601', userId: 'C600' })
  client.track({
    userId: 'C601',
    event: 'Order Completed',
    properties: { order_id: 'S9', total: 19, products: [MONOPOLY] },
  })
  await client.closeAndFlush()
  await arrivals.settled()
  expect(failed).toEqual([])
  expect(orderOf('S9')?.slice(0, 3)).toEqual(['C600', 'paid', 1900])
  expect(
    rows(`SELECT c.country, c.region, (SELECT count(*) FROM events e WHERE e.customer_id = c.id)
      FROM customers c JOIN identities ON customer_id = c.id WHERE external_id = 'C600'`),
  ).toEqual([['CA', 'Ontario', 3]])
})
