import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenWriter, openWriter } from '#db/open.ts'
import { arbitraryCompany, type Company } from '../criteria/company.fixture.ts'
import { insertCompany } from '../criteria/insert-company.fixture.ts'
import { findCustomers } from './find.ts'
import { loadCustomer } from './load.ts'
import type { OrderRecord } from './record.ts'

let folder: string
let writer: OpenWriter

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-load-'))
  writer = openWriter(join(folder, 'muster.db'))
})
afterAll(() => {
  writer.close()
  rmSync(folder, { recursive: true })
})

function stored(company: Company, look: () => void): void {
  writer.driver.exec('BEGIN')
  try {
    insertCompany(writer, company)
    look()
  } finally {
    writer.driver.exec('ROLLBACK')
  }
}

/** Categories and brands are named as they were first spelled: lines are compared by their titles. */
const comparable = (order: OrderRecord) => ({
  ...order,
  lines: order.lines.map(({ product, ...line }) => ({ ...line, title: product.title })),
})
const byTime = (a: OrderRecord, b: OrderRecord) => a.at - b.at || a.id - b.id

test('what was stored is loaded, oldest first and without cancelled orders', () => {
  fc.assert(
    fc.property(arbitraryCompany, (company) =>
      stored(company, () => {
        for (const customer of company.customers) {
          const loaded = loadCustomer(writer, customer.id)
          const orders = customer.orders.filter((order) => order.status !== 'cancelled').toSorted(byTime)
          expect(loaded?.text).toEqual(customer.text)
          expect(loaded?.externalIds).toEqual(customer.externalIds)
          expect(loaded?.lists).toEqual(customer.lists)
          expect(loaded?.orders.map(comparable)).toEqual(orders.map(comparable))
          expect(loaded?.events.map((event) => event.at)).toEqual(
            customer.events.map((event) => event.at).toSorted((a, b) => a - b),
          )
        }
      }),
    ),
    { numRuns: 30 },
  )
})

test('nobody is loaded for an id that is not there', () => {
  expect(loadCustomer(writer, 1)).toBeUndefined()
})

test('customers are found by any id, and by e-mail ignoring case', () => {
  const [company] = fc.sample(
    arbitraryCompany.filter(({ customers }) => customers.some(({ externalIds }) => externalIds.length > 1)),
    { numRuns: 1, seed: 7 },
  )
  if (company === undefined) throw new Error('no company')
  stored(company, () => {
    expect(findCustomers(writer, ' C0 ')).toEqual([1])
    const sharing = company.customers.filter(({ externalIds }) => externalIds.includes('c0'))
    expect(findCustomers(writer, 'c0')).toEqual(sharing.map(({ id }) => id))
    for (const { text } of company.customers) {
      if (text.email === null) continue
      const found = findCustomers(writer, text.email.toUpperCase())
      const same = company.customers.filter(
        (other) => other.text.email?.toLowerCase() === text.email?.toLowerCase(),
      )
      expect(found).toEqual(same.map(({ id }) => id))
    }
    expect(findCustomers(writer, 'nobody@example.com')).toEqual([])
  })
})
