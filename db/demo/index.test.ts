import { expect, test } from 'vitest'
import { demoCompany } from './index.ts'
import { COLUMNS, dateTime } from './rows.ts'

const NOW = Date.parse('2025-11-20T12:34:56Z') / 1000
const company = demoCompany({ now: NOW })
const { customers, products, orders, items, events, campaigns, companies, people, signals, lists } = company
const tables = { customers, products, orders, items, events, campaigns, companies, people, signals, lists }

const cents = (decimal: string): number => Math.round(Number(decimal) * 100)
const ids = (rows: readonly { readonly id: string }[]): Set<string> => new Set(rows.map(({ id }) => id))

test('the same hour and seed give the same bytes; another seed gives others', () => {
  const bytes = JSON.stringify(company)
  expect(JSON.stringify(demoCompany({ now: NOW + 60 })) === bytes).toBe(true)
  expect(JSON.stringify(demoCompany({ now: NOW, seed: 2 })) === bytes).toBe(false)
})

test('there is as much of everything as a demonstration needs', () => {
  expect([customers, companies, people].map((rows) => rows.length)).toEqual([5000, 800, 3000])
  expect(within(products.length, 35, 45)).toBe(true)
  expect(within(orders.length, 18_000, 25_000)).toBe(true)
  expect(within(events.length, 60_000, 100_000)).toBe(true)
  expect(within(signals.length, 3000, 8000)).toBe(true)
  expect(new Set(lists.map(({ list }) => list)).size).toBe(3)
})

test('rows have exactly the columns of the import format', () => {
  const sorted = (columns: readonly string[]) => columns.toSorted().join()
  const shapes = Object.entries(tables).map(([table, rows]) => {
    return [table, [...new Set(rows.map((row) => sorted(Object.keys(row))))]]
  })
  const columns = Object.entries(COLUMNS).map(([table, names]) => [table, [sorted(names)]])
  expect(Object.fromEntries(shapes)).toEqual(Object.fromEntries(columns))
})

test('nothing is dated after now, or before the history begins', () => {
  const dates = [
    ...customers.map((row) => row.created_at),
    ...orders.map((row) => row.ordered_at),
    ...events.map((row) => row.occurred_at),
    ...campaigns.map((row) => row.sent_at),
    ...signals.map((row) => row.occurred_at),
  ].filter((date) => date !== '')
  const [first, last] = [dates.reduce((a, b) => (a < b ? a : b)), dates.reduce((a, b) => (a > b ? a : b))]
  expect(first > '2022-11-20').toBe(true)
  expect(last <= dateTime(NOW)).toBe(true)
  expect(dates.every((date) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(date))).toBe(true)
})

test('ids are unique, and every reference leads somewhere', () => {
  for (const rows of [customers, products, orders, events, campaigns, companies, people, signals]) {
    expect(ids(rows).size).toBe(rows.length)
  }
  const strangers = (references: readonly string[], known: ReadonlySet<string>) =>
    references.filter((id) => id !== '' && !known.has(id))
  const names = new Set(campaigns.map(({ name }) => name))
  expect(names.size).toBe(campaigns.length)
  for (const rows of [orders, events, lists]) {
    expect(
      strangers(
        rows.map((row) => row.customer_id),
        ids(customers),
      ),
    ).toEqual([])
  }
  for (const rows of [items, events]) {
    expect(
      strangers(
        rows.map((row) => row.product_id),
        ids(products),
      ),
    ).toEqual([])
  }
  for (const rows of [people, signals]) {
    expect(
      strangers(
        rows.map((row) => row.company_id),
        ids(companies),
      ),
    ).toEqual([])
  }
  expect(
    strangers(
      items.map((row) => row.order_id),
      ids(orders),
    ),
  ).toEqual([])
  expect(
    strangers(
      events.map((row) => row.campaign),
      names,
    ),
  ).toEqual([])
  expect(
    strangers(
      signals.map((row) => row.person_id),
      ids(people),
    ),
  ).toEqual([])
})

test('the lines of every order add up to its total and discount', () => {
  const goods = new Map<string, number>()
  for (const { order_id, quantity, price } of items) {
    goods.set(order_id, (goods.get(order_id) ?? 0) + Number(quantity) * cents(price))
  }
  const wrong = orders.filter((row) => goods.get(row.id) !== cents(row.total) + cents(row.discount_total))
  expect(wrong).toEqual([])
})

test('refunds fit the status', () => {
  const fits = ({ status, total, refunded_total }: (typeof orders)[number]): boolean => {
    if (status === 'refunded') return refunded_total === total
    if (status === 'partially_refunded') return within(cents(refunded_total), 1, cents(total) - 1)
    return refunded_total === '0.00'
  }
  expect(orders.filter((order) => !fits(order))).toEqual([])
})

test('nobody can be reached: the addresses and numbers are reserved, and each belongs to one', () => {
  const everyone = [...customers, ...people]
  const emails = everyone.map(({ email }) => email).filter((email) => email !== '')
  const phones = everyone.map(({ phone }) => phone).filter((phone) => phone !== '')
  expect(emails.filter((email) => !/^[a-z.]+\d*@([a-z-]+\.)?example\.(com|org)$/.test(email))).toEqual([])
  const fictional =
    /^\+(1\d{3}55501|447700900|3363998|49(3023125|8999998|4066969)|61[237]5550|3532091|4670174)/
  expect(phones.filter((phone) => !fictional.test(phone))).toEqual([])
  expect(new Set(emails).size).toBe(emails.length)
  expect(new Set(phones).size).toBe(phones.length)
})

test('nobody answers messages that they could not have been sent', () => {
  const without = (field: 'email' | 'phone') => ids(customers.filter((customer) => customer[field] === ''))
  const answeredBy = (types: readonly string[], strangers: ReadonlySet<string>) =>
    events.filter(({ type, customer_id }) => types.includes(type) && strangers.has(customer_id))
  expect(answeredBy(['opened_email', 'clicked_email', 'unsubscribed'], without('email'))).toEqual([])
  expect(answeredBy(['clicked_sms'], without('phone'))).toEqual([])
})

test('records have gaps, as real ones do, but not too many', () => {
  const few = <C extends string>(rows: readonly Readonly<Record<C, string>>[], column: C, most: number) => {
    const missing = rows.filter((row) => row[column] === '').length / rows.length
    return missing > 0.005 && missing < most
  }
  const ofCustomers = [
    'email',
    'phone',
    'gender',
    'birthday',
    'country',
    'latitude',
    'accepts_email',
  ] as const
  expect(ofCustomers.filter((column) => !few(customers, column, 0.6))).toEqual([])
  const ofPeople = ['email', 'title', 'seniority', 'function', 'years_in_role'] as const
  expect(ofPeople.filter((column) => !few(people, column, 0.3))).toEqual([])
})

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high
