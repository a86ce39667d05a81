import { expect, test } from 'vitest'
import { describe as words } from './describe.ts'
import { parseCriteria } from './parse.ts'
import { contextOf } from './readings.fixture.ts'

const ctx = contextOf({
  now: Date.parse('2025-11-20T12:00:00Z') / 1000,
  zone: 'UTC',
  currency: { code: 'USD', exponent: 2 },
  products: [],
  customers: [],
  lists: [],
  segments: [],
})

const canada = { type: 'attribute', field: 'country', op: 'equals', value: 'CA' } as const
const often = { type: 'orders', measure: 'count', op: '>', value: 3 } as const
const opened = { type: 'events', event: ['opened_email'] } as const
const email = { type: 'consent', channel: 'email', is: 'subscribed' } as const

test.for([
  [canada, 'are in Canada'],
  [{ all: [canada, often] }, 'are in Canada and ordered more than 3 times'],
  [{ any: [canada, often] }, 'either are in Canada or ordered more than 3 times'],
  [{ none: [canada] }, 'are not in Canada'],
  [{ none: [canada, often] }, 'are not those who either are in Canada or ordered more than 3 times'],
  [{ all: [often, { none: [canada] }] }, 'ordered more than 3 times but are not in Canada'],
  [{ all: [{ none: [canada] }, often] }, 'ordered more than 3 times but are not in Canada'],
  [
    { all: [often, { none: [canada, email] }] },
    'ordered more than 3 times but not those who (either are in Canada or consented to e-mail)',
  ],
  [
    { all: [often, { none: [{ all: [canada, email] }] }] },
    'ordered more than 3 times but not those who (are in Canada and consented to e-mail)',
  ],
  [
    { all: [{ none: [canada] }, { none: [email] }] },
    'are not in Canada and not those who consented to e-mail',
  ],
  [
    { any: [{ all: [canada, email] }, often] },
    'either (are in Canada and consented to e-mail) or ordered more than 3 times',
  ],
  [
    { all: [{ any: [canada, often] }, email] },
    '(either are in Canada or ordered more than 3 times) and consented to e-mail',
  ],
  [
    { any: [opened, { ...often, within: { kind: 'last', n: 30, unit: 'day' } }] },
    'either opened an e-mail or (ordered more than 3 times in the last 30 days)',
  ],
  [
    { all: [opened, { ...often, within: { kind: 'last', n: 30, unit: 'day' } }] },
    'opened an e-mail at any time and ordered more than 3 times in the last 30 days',
  ],
  [{ all: [{ any: [{ all: [canada] }] }, email] }, 'are in Canada and consented to e-mail'],
] as const)('%j: %s', ([criteria, expected]) => expect(words(parseCriteria(criteria), ctx)).toBe(expected))
