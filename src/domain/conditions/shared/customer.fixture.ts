import { currencyOf } from '#kernel/money.ts'
import type { CustomerRecord, OrderRecord, Population, ProductRecord } from '../../customers/record.ts'
import type { Company } from '../../criteria/company.fixture.ts'
import { contextOf, populationOf } from '../../criteria/readings.fixture.ts'
import type { InnerReadings, ReadingContext } from '../define.ts'

const instant = (iso: string): number => Date.parse(iso.includes('T') ? `${iso}Z` : `${iso}T00:00:00Z`) / 1000

const tea: ProductRecord = {
  id: 1,
  title: 'Sencha',
  category: 'Tea',
  brand: null,
  sku: null,
  tags: [],
  price: 900,
}

/** One customer's history, as dates: `2025-11-01` or `2025-11-01T10:00:00`, in UTC. */
export interface History {
  readonly joined?: string
  /** Orders with a line of Tea end in ` Tea`. */
  readonly orders?: readonly string[]
  readonly cancelled?: readonly string[]
  /** Event types with their dates. */
  readonly events?: readonly (readonly [type: string, at: string])[]
}

export function customerWith({ joined, orders = [], cancelled = [], events = [] }: History): CustomerRecord {
  const order = (said: string, id: number, status: OrderRecord['status']): OrderRecord => ({
    id,
    at: instant(said.replace(' Tea', '')),
    status,
    total: 1000,
    discount: 0,
    refunded: 0,
    code: null,
    channel: null,
    device: null,
    lines: said.endsWith(' Tea') ? [{ product: tea, quantity: 1, price: 900 }] : [],
  })
  return {
    id: 1,
    externalId: 'C1',
    externalIds: ['C1'],
    text: {
      email: null,
      phone: null,
      first_name: null,
      last_name: null,
      gender: null,
      country: null,
      region: null,
      city: null,
      postcode: null,
      language: null,
    },
    latitude: null,
    longitude: null,
    createdAt: joined === undefined ? null : instant(joined),
    birthday: null,
    tags: [],
    interests: [],
    consent: { email: null, sms: null },
    reachable: { email: false, sms: false },
    orders: [
      ...orders.map((said, i) => order(said, i + 1, 'paid')),
      ...cancelled.map((said, i) => order(said, 100 + i, 'cancelled')),
    ],
    events: events.map(([type, at]) => ({
      type,
      at: instant(at),
      product: null,
      campaign: null,
      channel: null,
      device: null,
    })),
    lists: new Set(),
    memberships: [],
    exports: [],
    indicators: new Map(),
    score: null,
    answers: new Map(),
  }
}

/** The invented shop's now is 20 November 2025, 12:00 in UTC. */
const company: Company = {
  now: instant('2025-11-20T12:00:00'),
  zone: 'UTC',
  currency: currencyOf('USD'),
  products: [tea],
  customers: [],
  lists: [],
  segments: [],
}
export const reading: ReadingContext = contextOf(company)
export const nobodyElse: Population = populationOf(company)

/** No condition of these holds criteria over another entity. */
export const nothingInside: InnerReadings = {
  words: () => '',
  predicate: () => '',
  holds: () => false,
  part: (name) => name,
}
