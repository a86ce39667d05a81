import { expect, test } from 'vitest'
import type { CustomerRecord, ProductRecord } from '../customers/record.ts'
import type { Company } from './company.fixture.ts'
import { type Explanation, explain } from './evaluate.ts'
import { parseCriteria } from './parse.ts'
import { contextOf, populationOf } from './readings.fixture.ts'

const at = (iso: string) => Date.parse(iso) / 1000
const sencha: ProductRecord = {
  id: 1,
  title: 'Sencha',
  category: 'Tea',
  brand: 'Kopi',
  sku: null,
  tags: [],
  price: 900,
}
const mug: ProductRecord = { ...sencha, id: 2, title: 'Mug', category: 'Kitchen' }

const ana: CustomerRecord = {
  id: 1,
  externalId: 'C1',
  externalIds: ['C1'],
  text: {
    email: 'ana@example.com',
    phone: null,
    first_name: 'Ana',
    last_name: null,
    gender: null,
    country: 'CA',
    region: null,
    city: 'Zürich',
    postcode: null,
    language: null,
  },
  latitude: 51.5,
  longitude: null,
  createdAt: at('2024-05-01T00:00:00Z'),
  birthday: '1992-02-29',
  tags: ['VIP', 'early bird'],
  interests: [],
  consent: { email: 'subscribed', sms: null },
  reachable: { email: false, sms: false },
  orders: [
    {
      id: 1,
      at: at('2025-11-01T10:00:00Z'),
      status: 'paid',
      total: 31_250,
      discount: 500,
      refunded: 250,
      code: 'X',
      channel: 'online',
      device: null,
      lines: [
        { product: sencha, quantity: 2, price: 900 },
        { product: mug, quantity: 1, price: 1500 },
      ],
    },
  ],
  events: [
    {
      type: 'opened_email',
      at: at('2025-11-02T10:00:00Z'),
      product: null,
      campaign: null,
      channel: null,
      device: null,
    },
  ],
  lists: new Set(),
  memberships: [],
  exports: [],
  indicators: new Map(),
  score: null,
  answers: new Map(),
}

const company: Company = {
  now: at('2025-11-20T12:00:00Z'),
  zone: 'UTC',
  currency: { code: 'USD', exponent: 2 },
  products: [sencha, mug],
  customers: [ana],
  lists: [{ id: 'list_vip', name: 'VIP' }],
  segments: [
    {
      id: 'seg_tea',
      name: 'Tea people',
      criteria: { type: 'purchases', match: 'only', of: { category: ['Tea'] } },
    },
  ],
}

const told = (criteria: unknown): Explanation =>
  explain(parseCriteria(criteria), ana, populationOf(company), contextOf(company))

test.for([
  [{ type: 'attribute', field: 'country', op: 'equals', value: 'FR' }, 'is in Canada'],
  [{ type: 'attribute', field: 'city', op: 'known' }, 'is in the city Zürich'],
  [{ type: 'attribute', field: 'email', op: 'known' }, 'has the e-mail address “a…@example.com”'],
  [{ type: 'attribute', field: 'first_name', op: 'known' }, 'has the first name A.'],
  [{ type: 'attribute', field: 'phone', op: 'known' }, 'has no known phone number'],
  [{ type: 'attribute', field: 'tags', op: 'has', value: 'x' }, 'is tagged VIP or “early bird”'],
  [{ type: 'attribute', field: 'latitude', op: '>', value: 60 }, 'has a latitude of 51.5'],
  [{ type: 'attribute', field: 'created_at', op: 'known' }, 'joined on 1 May 2024'],
  [{ type: 'attribute', field: 'birthday', op: 'known' }, 'was born on 29 February 1992'],
  [{ type: 'consent', channel: 'email', is: 'reachable' }, 'consented to e-mail, but has no working address'],
  [{ type: 'consent', channel: 'sms', is: 'subscribed' }, 'has no known consent for SMS'],
  [{ type: 'orders', measure: 'count', op: '>', value: 3 }, 'has 1 order'],
  [
    { type: 'orders', measure: 'spend', op: '>', value: 500, within: { kind: 'last', n: 90, unit: 'day' } },
    'spent $312.50 in the last 90 days',
  ],
  [
    { type: 'orders', measure: 'average', op: '>', value: 500, where: { channel: ['pos'] } },
    'has no orders through the channel pos',
  ],
  [
    { type: 'orders', measure: 'last_date', during: { kind: 'older', n: 90, unit: 'day' } },
    'last ordered on 1 November 2025, 19 days ago',
  ],
  [
    { type: 'purchases', match: 'any', of: { category: ['Tea'] }, measure: 'quantity', op: '>', value: 2 },
    'bought 2 units of any product in the category Tea',
  ],
  [
    { type: 'purchases', match: 'none', of: { category: ['Juice'] } },
    'has not bought any product in the category Juice',
  ],
  [{ type: 'events', event: ['opened_email'], op: '>=', value: 5 }, 'opened an e-mail 1 time'],
  [{ type: 'events', event: ['clicked_email'] }, 'has not clicked an e-mail'],
  [{ type: 'rfm', segment: ['Champions'] }, 'has the RFM pattern 555 and is in the RFM segment Lost'],
  [{ type: 'segment', segment: 'list_vip' }, 'is not on the list VIP'],
  [{ type: 'rank', by: 'spend', direction: 'top', percent: 10 }, 'spent $312.50'],
] as const)('%j: %s', ([criteria, actual]) => expect(told(criteria).actual).toBe(actual))

test('a segment is explained by its own criteria, a group by its branches', () => {
  expect(
    told({
      all: [
        { type: 'segment', segment: 'seg_tea' },
        { none: [{ type: 'consent', channel: 'email', is: 'subscribed' }] },
      ],
    }),
  ).toMatchInlineSnapshot(`
    {
      "group": "all",
      "holds": false,
      "parts": [
        {
          "group": "all",
          "holds": false,
          "parts": [
            {
              "actual": "bought any product in the category Tea 1 time and bought Mug too",
              "holds": false,
              "words": "bought only products in the category Tea",
            },
          ],
          "words": "are in the segment “Tea people”",
        },
        {
          "group": "none",
          "holds": false,
          "parts": [
            {
              "actual": "consented to e-mail",
              "holds": true,
              "miss": "an unsubscription from e-mail",
              "words": "consented to e-mail",
            },
          ],
          "words": "are not those who consented to e-mail",
        },
      ],
      "words": "are in the segment “Tea people” but not those who consented to e-mail",
    }
  `)
})
