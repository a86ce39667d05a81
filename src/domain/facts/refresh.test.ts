import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv, importBench } from '../imports/imports.fixture.ts'
import { refreshFactsOf } from './refresh.ts'
import { isUsableEmail, isUsablePhone } from './usable-address.ts'

interface Customer {
  readonly email: string
  readonly phone: string
  readonly country: string
  readonly acceptsEmail: string
  readonly acceptsSms: string
}
interface Line {
  readonly product: number
  readonly quantity: number
  readonly price: number
}
interface Order {
  readonly customer: number
  readonly day: number
  readonly status: string
  readonly total: number
  readonly refunded: number
  readonly discount: number
  readonly lines: readonly Line[]
}
interface Company {
  readonly customers: readonly Customer[]
  readonly categories: readonly string[]
  readonly orders: readonly Order[]
  readonly bounces: readonly number[]
}

const CUSTOMERS = 4
const PRODUCTS = 3
const cents = fc.integer({ min: 0, max: 100_000 })
const company: fc.Arbitrary<Company> = fc.record({
  customers: fc.array(
    fc.record({
      email: fc.constantFrom('', 'a@example.com', 'nobody', 'ü@exämple.org'),
      phone: fc.constantFrom('', '+1 555 010 0001', '12-34', 'call me'),
      country: fc.constantFrom('', 'de', 'Canada', 'NA', 'Atlantis'),
      acceptsEmail: fc.constantFrom('', '1', '0'),
      acceptsSms: fc.constantFrom('', '1', '0'),
    }),
    { minLength: CUSTOMERS, maxLength: CUSTOMERS },
  ),
  categories: fc.array(fc.constantFrom('', 'Tea', 'Mugs'), { minLength: PRODUCTS, maxLength: PRODUCTS }),
  orders: fc.array(
    fc.record({
      customer: fc.nat(CUSTOMERS - 1),
      day: fc.nat(700),
      status: fc.constantFrom('paid', 'pending', 'refunded', 'partially_refunded', 'cancelled'),
      total: cents,
      refunded: cents,
      discount: cents,
      lines: fc.array(
        fc.record({ product: fc.nat(PRODUCTS - 1), quantity: fc.integer({ min: 0, max: 9 }), price: cents }),
        { maxLength: 3 },
      ),
    }),
    { maxLength: 8 },
  ),
  bounces: fc.array(fc.nat(CUSTOMERS - 1), { maxLength: 2 }),
})

const START = Date.UTC(2024, 0, 1) / 1000
const dayText = (day: number) => new Date((START + day * 86_400) * 1000).toISOString()
const decimal = (minor: number) => (minor / 100).toFixed(2)

function filesOf({ customers, categories, orders, bounces }: Company) {
  return {
    'customers.csv': csv(
      'id,email,phone,country,accepts_email,accepts_sms,created_at',
      ...customers.map(
        (c, i) => `${i},${c.email},${c.phone},${c.country},${c.acceptsEmail},${c.acceptsSms},${dayText(i)}`,
      ),
    ),
    'products.csv': csv(
      'id,title,category',
      ...categories.map((category, i) => `${i},Product ${i},${category}`),
    ),
    'orders.csv': csv(
      'id,customer_id,ordered_at,status,total,refunded_total,discount_total',
      ...orders.map((o, i) =>
        [
          i,
          o.customer,
          dayText(o.day),
          o.status,
          decimal(o.total),
          decimal(o.refunded),
          decimal(o.discount),
        ].join(','),
      ),
    ),
    'items.csv': csv(
      'order_id,product_id,quantity,price',
      ...orders.flatMap((o, i) => o.lines.map((l) => `${i},${l.product},${l.quantity},${decimal(l.price)}`)),
    ),
    'events.csv': csv(
      'id,customer_id,type,occurred_at',
      ...bounces.map((customer, i) => `${i}-${customer},${customer},bounced_email,${dayText(0)}`),
    ),
  }
}

/** Facts as DESIGN section 5 words them, computed without the database. */
function expectedFacts({ customers, categories, orders, bounces }: Company) {
  const countries: Record<string, string | null> = {
    '': null,
    de: 'de',
    Canada: 'ca',
    NA: 'na',
    Atlantis: 'atlantis',
  }
  const consents: Record<string, number | null> = { '': null, '1': 1, '0': 0 }
  const facts = customers.map((c, i) => {
    const counted = orders.filter((o) => o.customer === i && o.status !== 'cancelled')
    const sum = (of: (o: Order) => number) => counted.reduce((total, o) => total + of(o), 0)
    const times = counted.map((o) => START + o.day * 86_400)
    return [
      String(i),
      countries[c.country],
      START + i * 86_400,
      consents[c.acceptsEmail],
      consents[c.acceptsSms],
      Number(c.acceptsEmail === '1' && c.email.includes('@') && !bounces.includes(i)),
      Number(c.acceptsSms === '1' && c.phone.startsWith('+1')),
      counted.length,
      sum((o) => o.total),
      sum((o) => o.refunded),
      sum((o) => o.discount),
      counted.length === 0 ? null : Math.max(...counted.map((o) => o.total)),
      counted.length === 0 ? null : Math.min(...times),
      counted.length === 0 ? null : Math.max(...times),
    ]
  })
  const bought = new Map<string, { orders: number; last: number }>()
  for (const order of orders) {
    if (order.status === 'cancelled') continue
    const named = new Set(
      order.lines.map((line) => categories[line.product] ?? '').filter((name) => name !== ''),
    )
    for (const name of named) {
      const key = `${name}|${order.customer}`
      const before = bought.get(key) ?? { orders: 0, last: 0 }
      bought.set(key, { orders: before.orders + 1, last: Math.max(before.last, START + order.day * 86_400) })
    }
  }
  const categoriesBought = [...bought].map(([key, { orders: times, last }]) => [
    ...key.split('|'),
    times,
    last,
  ])
  return { facts, categories: inOrder(categoriesBought) }
}

const inOrder = (rows: readonly unknown[]): string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1))

const storedFacts = (bench: ReturnType<typeof importBench>) => ({
  facts:
    bench.rows(`SELECT i.external_id, f.country, f.created_at, email_consent, sms_consent, email_reachable,
    sms_reachable, orders, spent, refunded, discount, largest, first_at, last_at
    FROM facts f JOIN identities i ON i.customer_id = f.id ORDER BY 1`),
  categories: inOrder(
    bench.rows(`SELECT g.name, i.external_id, orders, last_at FROM customer_category
      JOIN categories g ON g.id = category_id JOIN identities i USING (customer_id)`),
  ),
})

test('facts are what the rows say: after a first import, and after any later one', async () => {
  await fc.assert(
    fc.asyncProperty(company, company, async (first, second) => {
      const bench = importBench()
      try {
        await bench.importFolder(filesOf(first))
        expect(storedFacts(bench)).toEqual(expectedFacts(first))
        // Named, as five orders with other dates would be taken for another shop's.
        const same = { source: 'default' }
        // What the second import does not mention stays: orders and bounces beyond its own, and silent consents.
        await bench.importFolder(filesOf(second), same)
        expect(storedFacts(bench)).toEqual(expectedFacts(merged(first, second)))
        expect((await bench.importFolder(filesOf(second), same)).changed).toBe(false)
      } finally {
        bench.close()
      }
    }),
    { numRuns: 25 },
  )
})

function merged(first: Company, second: Company): Company {
  const later = second.orders.map((order, i) => ({
    ...order,
    // No line in the file: the order's lines are not touched.
    lines: order.lines.length > 0 ? order.lines : (first.orders[i]?.lines ?? []),
  }))
  return {
    customers: second.customers.map((customer, i) => ({
      ...customer,
      acceptsEmail: customer.acceptsEmail || (first.customers[i]?.acceptsEmail ?? ''),
      acceptsSms: customer.acceptsSms || (first.customers[i]?.acceptsSms ?? ''),
    })),
    categories: second.categories,
    orders: [...later, ...first.orders.slice(later.length)],
    bounces: [...first.bounces, ...second.bounces],
  }
}

test('facts of a few customers are computed anew without the others', async () => {
  const bench = importBench()
  await bench.importFolder({
    'customers.csv': csv('id,country', '1,DE', '2,DE'),
    'products.csv': csv('id,title,category', 'p,Tea,Tea'),
    'orders.csv': csv('id,customer_id,ordered_at,total', 'a,1,2025-01-01,5', 'b,2,2025-01-01,7'),
    'items.csv': csv('order_id,product_id,quantity,price', 'a,p,1,5', 'b,p,1,7'),
  })
  bench.writer.driver.exec('UPDATE facts SET spent = -1; UPDATE customer_category SET orders = -1')
  bench.writer.transaction(() => refreshFactsOf(bench.writer, [2]))
  expect(bench.rows('SELECT id, spent FROM facts')).toEqual([
    [1, -1],
    [2, 700],
  ])
  expect(bench.rows('SELECT customer_id, orders FROM customer_category')).toEqual([
    [1, -1],
    [2, 1],
  ])
  bench.close()
})

test('addresses that a message could go to', () => {
  expect(
    ['a@b.co', 'first.last+tag@sub.example.com', 'jürgen@exämple.de', "o'hara@example.ie"].map(isUsableEmail),
  ).toEqual([true, true, true, true])
  expect(
    ['', 'a', 'a@b', '@b.co', 'a b@c.de', 'a@b..co', 'a@-b.co', 'a@b.co,c@d.co'].filter(isUsableEmail),
  ).toEqual([])
  expect(['+1 (555) 010-0001', '5550100', '030/1234567'].filter(isUsablePhone)).toHaveLength(3)
  expect(['', '12345', 'call 5550100', '+++'].filter(isUsablePhone)).toEqual([])
})
