import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entityOf } from '#domain/criteria/entity.ts'
import { externalIds } from '#domain/entities/external-ids.ts'
import type { Criteria } from '#domain/criteria/schema.ts'
import type { Window } from '#domain/time/window.ts'
import type { Expected } from './case.ts'
import type { OpenCompany } from './company/open.ts'
import { sharedCompany } from './company/shared.fixture.ts'
import { caseFiles, loadCases } from './load-cases.ts'
import { openReference } from './reference/database.ts'

/**
 * The engine against the reference, with no interpreter between them: what cases mean, written as criteria by
 * hand. When a case goes wrong, this tells whether it was misread or miscounted.
 */

type Test = { op: '>' | '>=' | '<' | '<=' | '=' | 'between'; value: number | [number, number] }
type Orders = Extract<Criteria, { type: 'orders' }>
type Purchases = Extract<Criteria, { type: 'purchases' }>
type Events = Extract<Criteria, { type: 'events' }>

const all = (...of: Criteria[]): Criteria => ({ all: of })
const any = (...of: Criteria[]): Criteria => ({ any: of })
const none = (...of: Criteria[]): Criteria => ({ none: of })

const last = (n: number, unit: 'day' | 'week' | 'month' | 'year'): Window => ({ kind: 'last', n, unit })
const dates = (from: string, to: string): Window => ({ kind: 'dates', from, to })
const calendar = (unit: 'day' | 'week' | 'month' | 'year', offset = 0): Window => ({
  kind: 'calendar',
  unit,
  offset,
})

const is = (field: 'country' | 'region' | 'city' | 'tags' | 'gender', ...value: string[]): Criteria => ({
  type: 'attribute',
  field,
  op: 'in',
  value,
})
const subscribed = (channel: 'email' | 'sms'): Criteria => ({ type: 'consent', channel, is: 'subscribed' })
const list = (segment: string): Criteria => ({ type: 'segment', segment })

const orders = (
  measure: Orders['measure'],
  op: Test['op'],
  value: Test['value'],
  more: Partial<Orders> = {},
) => ({ ...more, type: 'orders', measure, op, value }) satisfies Criteria
const ordered = (within: Window): Criteria => orders('count', '>=', 1, { within })
const never = orders('count', '=', 0)
const happened = (measure: 'first_date' | 'last_date', during: Window): Criteria => ({
  type: 'orders',
  measure,
  during,
})

const bought = (of: Purchases['of'], more: Partial<Purchases> = {}): Criteria => ({
  match: 'any',
  ...more,
  type: 'purchases',
  of,
})
const event = (name: string, more: Partial<Events> = {}): Criteria => ({
  ...more,
  type: 'events',
  event: [name],
})
const noEvent = (name: string, within?: Window): Criteria =>
  event(name, { op: '=', value: 0, ...(within && { within }) })

const spentLately = orders('spend', '>', 500, { within: last(90, 'day') })
const SHOES = bought({ category: ['Shoes'] }, { match: 'none' })

const criteria: Readonly<Record<string, Criteria>> = {
  R005: is('country', 'DE', 'AT', 'CH'),
  R011: { type: 'attribute', field: 'postcode', op: 'starts_with', value: 'SW1' },
  R015: all(is('gender', 'female'), is('country', 'ES')),
  R019: is('tags', 'wholesale'),
  R021: { type: 'attribute', field: 'created_at', op: 'during', window: calendar('year') },
  R037: orders('average', '>', 75, { within: last(12, 'month') }),
  R045: orders('count', '=', 2),
  R047: orders('largest', '<', 40),
  R075: all(
    ordered(calendar('month')),
    ordered({ kind: 'dates', before: '2025-11-01' }),
    none(ordered(dates('2025-05-01', '2025-10-31'))),
  ),
  R083: bought({ product: ['Cleanser', 'Toner'] }, { match: 'all' }),
  R085: bought({ category: ['Accessories'] }, { match: 'only' }),
  R089: bought(
    { category: ['Outerwear'] },
    { measure: 'spend', op: '>', value: 200, within: calendar('year') },
  ),
  R097: bought({ brand: ['Nike'] }, { except: { product: ['socks'] } }),
  R105: orders('discount', '>', 20, { within: last(1, 'year') }),
  R109: orders('count', '>=', 1, { where: { code: ['SUMMER20'], total: { op: '<', value: 50 } } }),
  R119: all(subscribed('sms'), none(subscribed('email'))),
  R123: all(event('clicked_sms', { within: last(2, 'week') }), ordered(last(2, 'week'))),
  R125: orders('count', '>=', 1, { where: { device: ['mobile'] } }),
  R127: all(
    orders('count', '>=', 1, { where: { channel: ['online'] } }),
    orders('count', '=', 0, { where: { channel: ['in_store'] } }),
  ),
  R149: all(event('viewed_product', { op: '>=', value: 3, within: last(30, 'day') }), never),
  R171: { type: 'rfm', monetary: [1], recency: [4, 5] },
  R173: all({ type: 'rfm', segment: ['Champions'] }, is('country', 'FR')),
  R175: all({ type: 'rfm', segment: ['At Risk', 'About to Sleep'] }, subscribed('email')),
  R177: all({ type: 'rfm', segment: ['Lost'] }, orders('spend', '>', 300)),
  R195: ordered(dates('2024-11-29', '2024-11-29')),
  R197: ordered(calendar('day', -1)),
  R199: ordered({ kind: 'dates', from: '2025-06-01' }),
  R201: happened('first_date', dates('2025-03-01', '2025-03-31')),
  R207: happened('first_date', last(6, 'month')),
  R209: ordered({ kind: 'ago', from: 14, to: 28, unit: 'day' }),
  R215: any(
    all(orders('spend', '>', 1000), none(orders('count', '>=', 3, { within: calendar('year') }))),
    all(orders('count', '>=', 3, { within: calendar('year') }), none(orders('spend', '>', 1000))),
  ),
  R217: all(
    any(
      all(is('country', 'IT'), orders('spend', '>', 200)),
      all(is('country', 'ES'), orders('spend', '>', 300)),
    ),
    subscribed('email'),
  ),
  R219: all(
    none(is('country', 'DE'), is('tags', 'staff')),
    orders('count', '>=', 1, { where: { total: { op: '>', value: 80 } } }),
    any(noEvent('opened_email', last(60, 'day')), event('clicked_sms')),
  ),
  R221: any(
    { type: 'attribute', field: 'email', op: 'unknown' },
    { type: 'attribute', field: 'phone', op: 'unknown' },
  ),
  R223: all(
    event('opened_email', { within: last(90, 'day') }),
    noEvent('clicked_email', last(90, 'day')),
    orders('count', '>=', 2),
    happened('last_date', { kind: 'ago', from: 30, to: 120, unit: 'day' }),
  ),
  R225: all(
    any(
      bought({ category: ['Tea', 'Coffee'] }, { match: 'all' }),
      bought({ category: ['Tea', 'Cocoa'] }, { match: 'all' }),
    ),
    bought({ category: ['Juice'] }, { match: 'none' }),
  ),
  R243: all(list('VIP'), list('At Risk EU')),
  R331: all(spentLately, none(list('VIP'))),
  R339: never,
  R387: is('country', 'FR'),
  R391: is('tags', 'vip'),
  R417: all(orders('count', '=', 1), happened('last_date', { kind: 'older', n: 180, unit: 'day' })),
  R419: is('region', 'California'),
  OWN03: { type: 'attribute', field: 'email', op: 'ends_with', value: '@example.org' },
  OWN04: { type: 'attribute', field: 'country', op: 'unknown' },
  OWN05: orders('spend', 'between', [100, 250]),
  OWN09: orders('count', '=', 0, { within: last(120, 'day') }),
  OWN10: happened('last_date', { kind: 'older', n: 1, unit: 'year' }),
  OWN11: happened('first_date', last(45, 'day')),
  OWN15: SHOES,
  OWN16: bought({ product: ['Espresso Pods'] }, { measure: 'orders', op: '>=', value: 2 }),
  OWN19: orders('count', '>=', 1, { where: { code: ['WELCOME10'] } }),
  OWN25: event('viewed_product', { op: '>=', value: 5, within: calendar('month') }),
  OWN27: { type: 'rfm', pattern: ['11*'] },
  OWN31: ordered(calendar('week', -1)),
  OWN34: { type: 'rank', by: 'spend', direction: 'top', customers: 25 },
  OWN35: { type: 'rank', by: 'orders', direction: 'top', percent: 10, within: calendar('year') },
  OWN36: all(list('Newsletter'), none(list('VIP'))),
}

describe('the engine finds whom the reference SQL finds', () => {
  const expected = new Map(loadCases(caseFiles()).map(({ id, expected: each }) => [id, each]))
  const reference = openReference()
  let company: OpenCompany
  beforeAll(async () => {
    const prepared = await sharedCompany({ kind: 'plain' })
    company = await prepared.open({ model: 'offline', env: {} })
  }, 60_000)
  afterAll(async () => {
    reference.close()
    await company.close()
  })

  const due = ({ sql = '' }: Expected = { intent: 'count' }) => reference.ids(sql)

  test.for(Object.entries(criteria))('%s', async ([id, tree]) => {
    const { services } = company.app
    const resolved = services.previews.resolve(tree)
    const { bits } = await services.members.of(resolved, { asOf: services.clock.now() })
    const found = [...externalIds(services.reader, entityOf(resolved), bits)].map(Number)
    expect(found.toSorted((a, b) => a - b)).toEqual(due(expected.get(id)))
  })
})
