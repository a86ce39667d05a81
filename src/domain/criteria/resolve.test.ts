import { expect, test } from 'vitest'
import { InputError } from '#kernel/errors.ts'
import { contextOf } from './readings.fixture.ts'
import { resolveCriteria } from './resolve.ts'

const company = contextOf({
  now: Date.parse('2025-11-20T12:00:00Z') / 1000,
  zone: 'UTC',
  currency: { code: 'USD', exponent: 2 },
  products: [],
  customers: [],
  lists: [{ id: 'list_vip', name: 'VIP' }],
  segments: [],
})

const resolve = (input: unknown, known = true) =>
  resolveCriteria(input, {
    ctx: { ...company, dictionary: { ...company.dictionary, known: () => ({ known, nearest: ['Paris'] }) } },
    segmentId: (name) => (name === 'VIP' ? 'list_vip' : undefined),
    indicatorId: () => undefined,
    filled: (field) => (field === 'postcode' ? 0 : 1),
  })

test('names become ids and codes, and one way of writing is left', () => {
  expect(
    resolve({
      all: [
        { all: [{ type: 'segment', segment: 'VIP' }] },
        { type: 'attribute', field: 'country', op: 'in', value: ['Canada', 'ca'] },
        { type: 'orders', measure: 'count', op: '<', value: 1 },
        { type: 'events', event: ['opened_email'], op: '>', value: 0 },
        { none: [{ none: [{ type: 'consent', channel: 'email', is: 'subscribed' }] }] },
      ],
    }),
  ).toEqual({
    all: [
      { type: 'segment', segment: 'list_vip' },
      { type: 'attribute', field: 'country', op: 'equals', value: 'CA' },
      { type: 'orders', measure: 'count', op: '=', value: 0 },
      { type: 'events', event: ['opened_email'] },
      { type: 'consent', channel: 'email', is: 'subscribed' },
    ],
  })
})

test('all problems are told, with the path of the first and what to choose from', () => {
  const criteria = {
    any: [
      { type: 'consent', channel: 'sms', is: 'reachable' },
      { none: [{ type: 'attribute', field: 'city', op: 'equals', value: 'Pariss' }] },
      { type: 'attribute', field: 'postcode', op: 'starts_with', value: 'SW1' },
    ],
  }
  const refused = () => resolve(criteria, false)
  expect(refused).toThrow(InputError)
  expect(refused).toThrow(
    expect.objectContaining({
      message: 'No city Pariss is in the data. The data holds no postcode of any customer',
      path: ['any', 1, 'none', 0, 'value'],
      choices: ['Paris'],
    }),
  )
})
