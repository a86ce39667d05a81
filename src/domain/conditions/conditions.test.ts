import { describe, expect, test } from 'vitest'
import { foldText } from '#kernel/text.ts'
import type { Company } from '../criteria/company.fixture.ts'
import { contextOf } from '../criteria/readings.fixture.ts'
import type { PlanContext } from './define.ts'
import { describe as describeCriteria } from '../criteria/describe.ts'
import { conditionSchema, definitionOf } from './index.ts'

const company: Company = {
  now: Date.parse('2025-11-20T12:00:00Z') / 1000,
  zone: 'America/New_York',
  currency: { code: 'USD', exponent: 2 },
  products: [{ id: 1, title: 'Sencha', category: 'Tea', brand: 'Kopi', sku: 'T-1', price: 900, tags: [] }],
  customers: [],
  lists: [{ id: 'list_vip', name: 'VIP' }],
  segments: [{ id: 'seg_a', name: 'Big in Japan', criteria: { type: 'rfm', segment: ['Champions'] } }],
}

/** A dictionary that holds Tea, Paris and VIP, and finds what is near them. */
const ctx: PlanContext = {
  ...contextOf(company),
  dictionary: {
    ...contextOf(company).dictionary,
    known: (_field, value) => {
      const held = ['Tea', 'Paris', 'VIP']
      return {
        known: held.some((text) => foldText(text) === value),
        nearest: held.filter((text) => foldText(text).startsWith(value.slice(0, 2))),
      }
    },
  },
}

const last90 = { kind: 'last', n: 90, unit: 'day' } as const

describe('words complete "customers who …"', () => {
  test.for([
    [
      { type: 'attribute', field: 'country', op: 'in', value: ['CA', 'usa'] },
      'are in Canada or the United States',
    ],
    [{ type: 'attribute', field: 'country', op: 'unknown' }, 'have no known country'],
    [{ type: 'attribute', field: 'region', op: 'equals', value: 'New York' }, 'are in the region New York'],
    [
      { type: 'attribute', field: 'email', op: 'ends_with', value: '@gmail.com' },
      'have an e-mail address ending with “@gmail.com”',
    ],
    [{ type: 'attribute', field: 'gender', op: 'equals', value: 'female' }, 'have the gender female'],
    [
      { type: 'attribute', field: 'tags', op: 'in', value: ['VIP', 'not a tag'] },
      'are tagged VIP or “not a tag”',
    ],
    [
      { type: 'attribute', field: 'latitude', op: 'between', value: [50, 51.5] },
      'have a latitude of between 50 and 51.5',
    ],
    [
      {
        type: 'attribute',
        field: 'created_at',
        op: 'during',
        window: { kind: 'dates', before: '2023-01-01' },
      },
      'joined before 1 January 2023',
    ],
    [
      { type: 'attribute', field: 'birthday', op: 'during', window: { kind: 'older', n: 25, unit: 'year' } },
      'were born more than 25 years ago',
    ],
    [{ type: 'attribute', field: 'id', op: 'in', value: ['7', '8'] }, 'have the customer id 7 or 8'],
    [{ type: 'consent', channel: 'email', is: 'subscribed' }, 'consented to e-mail'],
    [{ type: 'consent', channel: 'sms', is: 'reachable' }, 'can be reached by SMS'],
    [{ type: 'orders', measure: 'count', op: '>', value: 3 }, 'ordered more than 3 times'],
    [{ type: 'orders', measure: 'count', op: '=', value: 0 }, 'have never ordered'],
    [
      { type: 'orders', measure: 'count', op: '=', value: 0, within: last90 },
      'have not ordered in the last 90 days',
    ],
    [
      {
        type: 'orders',
        measure: 'count',
        op: '>=',
        value: 1,
        within: { kind: 'calendar', unit: 'day', offset: -1 },
      },
      'ordered yesterday',
    ],
    [
      {
        type: 'orders',
        measure: 'count',
        op: '>=',
        value: 2,
        where: { discounted: true, channel: ['online'] },
      },
      'placed at least 2 orders through the channel online with a discount',
    ],
    [
      { type: 'orders', measure: 'spend', op: '>', value: 500, within: last90 },
      'spent more than $500 in the last 90 days',
    ],
    [{ type: 'orders', measure: 'net_spend', op: '<', value: 12.5 }, 'spent less than $12.50 net of refunds'],
    [
      { type: 'orders', measure: 'average', op: 'between', value: [30, 60] },
      'have an average order of between $30 and $60',
    ],
    [
      { type: 'orders', measure: 'largest', op: '<', value: 40, where: { status: ['paid'] } },
      'have a largest order of less than $40 over orders with the status paid',
    ],
    [
      {
        type: 'orders',
        measure: 'discount',
        op: '>',
        value: 20,
        within: { kind: 'last', n: 1, unit: 'year' },
      },
      'saved more than $20 through discounts in the last 1 year',
    ],
    [
      { type: 'orders', measure: 'last_date', during: { kind: 'older', n: 180, unit: 'day' } },
      'last ordered more than 180 days ago',
    ],
    [
      {
        type: 'purchases',
        match: 'any',
        of: { category: ['Tea'] },
        measure: 'orders',
        op: '>=',
        value: 2,
        within: { kind: 'last', n: 6, unit: 'month' },
      },
      'bought any product in the category Tea at least 2 times in the last 6 months',
    ],
    [
      { type: 'purchases', match: 'any', of: { brand: ['Nike'] }, except: { product: ['socks'] } },
      'bought any product of the brand Nike other than any product whose name contains socks',
    ],
    [
      {
        type: 'purchases',
        match: 'any',
        of: { category: ['Outerwear'] },
        measure: 'spend',
        op: '>',
        value: 200,
      },
      'spent more than $200 on any product in the category Outerwear',
    ],
    [
      { type: 'purchases', match: 'all', of: { product: ['Cleanser', 'Toner'] } },
      'bought something from each of the product names Cleanser and Toner',
    ],
    [
      { type: 'purchases', match: 'only', of: { category: ['Accessories'] } },
      'bought only products in the category Accessories',
    ],
    [
      { type: 'purchases', match: 'none', of: { category: ['Juice'] } },
      'have never bought any product in the category Juice',
    ],
    [
      {
        type: 'purchases',
        match: 'any',
        of: { sku: ['T-1'] },
        where: { code: ['SUMMER20'], total: { op: '<', value: 50 } },
      },
      'bought any product with the SKU T-1 in orders with the discount code SUMMER20 with a total of less than $50',
    ],
    [{ type: 'events', event: ['opened_email'], within: last90 }, 'opened an e-mail in the last 90 days'],
    [
      { type: 'events', event: ['opened_email', 'clicked_email'], op: '>=', value: 5 },
      'opened an e-mail or clicked an e-mail at least 5 times in total',
    ],
    [{ type: 'events', event: ['clicked_email'], op: '=', value: 0 }, 'have never clicked an e-mail'],
    [
      { type: 'events', event: ['Wheel Spin'], where: { campaign: ['Summer Sale'] } },
      'had the event Wheel Spin in the campaign Summer Sale',
    ],
    [
      {
        type: 'events',
        event: ['viewed_product'],
        where: { product: { category: ['Tea'] } },
        op: '>=',
        value: 3,
      },
      'viewed a product at least 3 times for any product in the category Tea',
    ],
    [{ type: 'rfm', segment: ['Champions', 'At Risk'] }, 'are in the RFM segment Champions or At Risk'],
    [
      { type: 'rfm', recency: [4, 5], monetary: [1] },
      'have a recency score of 4 or 5 and a monetary score of 1',
    ],
    [
      { type: 'rfm', segment: ['Lost'], pattern: ['55*'] },
      'are in the RFM segment Lost with the RFM pattern 55*',
    ],
    [{ type: 'segment', segment: 'seg_a' }, 'are in the segment “Big in Japan”'],
    [{ type: 'segment', segment: 'list_vip' }, 'are on the list VIP'],
    [{ type: 'rank', by: 'spend', direction: 'top', percent: 10 }, 'are among the top 10% by money spent'],
    [
      { type: 'rank', by: 'orders', direction: 'bottom', customers: 1, within: last90 },
      'are among the bottom 1 customer by number of orders in the last 90 days',
    ],
  ] as const)('%j: %s', ([input, words]) => {
    const condition = conditionSchema.parse(input)
    expect(describeCriteria(condition, ctx)).toBe(words)
  })
})

/** The problems of a condition: where, what, and what to choose from. */
function problems(input: unknown) {
  const condition = conditionSchema.parse(input)
  return definitionOf(condition)
    .check(condition, ctx)
    .map(({ path, message, choices }) => [path.join('.'), message, choices ?? []])
}

describe('what the data does not hold is named, with what is near', () => {
  test.for([
    [
      { type: 'attribute', field: 'city', op: 'equals', value: 'Pariss' },
      ['value', 'No city Pariss is in the data', ['Paris']],
    ],
    [
      { type: 'attribute', field: 'tags', op: 'has', value: 'gold' },
      ['value', 'No tag gold is in the data', []],
    ],
    [
      { type: 'attribute', field: 'country', op: 'equals', value: 'Atlantis' },
      ['value', 'No country Atlantis is in the data', []],
    ],
    [
      { type: 'purchases', match: 'none', of: { category: ['Tee'] } },
      ['of.category', 'No category Tee is in the data', ['Tea']],
    ],
    [
      { type: 'purchases', match: 'none', of: { product: ['matcha'] } },
      ['of.product', 'No product matcha is in the data', []],
    ],
    [{ type: 'events', event: ['danced'] }, ['event', 'No event type danced is in the data', []]],
    [
      { type: 'orders', measure: 'count', op: '>', value: 1, where: { code: ['X1'] } },
      ['where.code', 'No discount code X1 is in the data', []],
    ],
    [
      { type: 'orders', measure: 'spend', op: '>', value: 1.005 },
      ['value', '1.005 is not an amount in USD', []],
    ],
    [{ type: 'segment', segment: 'VI' }, ['segment', 'No segment or list VI is in the data', ['VIP']]],
  ] as const)('%j', ([input, problem]) => expect(problems(input)).toEqual([problem]))

  test.for([
    { type: 'attribute', field: 'country', op: 'in', value: ['FJ', 'Kenya'] },
    { type: 'attribute', field: 'city', op: 'equals', value: 'PARIS' },
    { type: 'attribute', field: 'city', op: 'contains', value: 'nowhere' },
    { type: 'attribute', field: 'first_name', op: 'equals', value: 'Nobody' },
    { type: 'purchases', match: 'any', of: { product: ['SENCH'] } },
    { type: 'segment', segment: 'seg_a' },
  ])('%j is fine', (input) => expect(problems(input)).toEqual([]))
})
