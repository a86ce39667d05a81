import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenDeed, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { customerWith, type History, nobodyElse, nothingInside, reading } from '../shared/customer.fixture.ts'
import { sequence, type SequenceCondition, sequenceSchema } from './sequence.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for([
  ['signed up then bought within 3 days', 'sequence {did:signed_up} {did:ordered} {n:3 unit:day}'],
  [
    'signed up and then ordered within 3 days of that',
    'sequence {did:signed_up} {did:ordered} {n:3 unit:day}',
  ],
  ['bought within 7 days of signing up', 'sequence {did:signed_up} {did:ordered} {n:7 unit:day}'],
  [
    'clicked an email and ordered within 2 days',
    'sequence {did:event event:clicked_email} {did:ordered} {n:2 unit:day}',
  ],
  [
    'clicked an email and bought within 3 days',
    'sequence {did:event event:clicked_email} {did:ordered} {n:3 unit:day}',
  ],
  [
    "opened but didn't click within a day",
    'sequence {did:event event:opened_email} {did:event event:clicked_email} true {n:1 unit:day}',
  ],
  [
    'opened an email but did not click it within 24 hours',
    'sequence {did:event event:opened_email} {did:event event:clicked_email} true {n:24 unit:hour}',
  ],
  [
    'viewed Tea and bought it later',
    'sequence {did:event event:viewed_product where:{product:{category:Tea}}} {did:ordered product:{category:Tea}}',
  ],
  [
    'viewed Tea, then bought it within a week',
    'sequence {did:event event:viewed_product where:{product:{category:Tea}}} {did:ordered product:{category:Tea}} {n:1 unit:week}',
  ],
  [
    'no second order within 60 days of the first',
    'sequence {did:ordered} true {did:ordered} true {n:60 unit:day}',
  ],
  [
    'no second order within 60 days of the first one',
    'sequence {did:ordered} true {did:ordered} true {n:60 unit:day}',
  ],
  ['second order within 30 days of the first', 'sequence {did:ordered} true {did:ordered} {n:30 unit:day}'],
  [
    'used SUMMER20 and came back within 60 days',
    'sequence {did:ordered where:{code:SUMMER20}} {did:ordered} {n:60 unit:day}',
  ],
  ['first order within a week of signing up', 'sequence {did:signed_up} {did:ordered} true {n:1 unit:week}'],
  [
    'made their first purchase within 3 days of joining',
    'sequence {did:signed_up} {did:ordered} true {n:3 unit:day}',
  ],
  [
    'clicked an SMS and then visited the site within 24 hours',
    'sequence {did:event event:clicked_sms} {did:event event:visited_site} {n:24 unit:hour}',
  ],
  [
    'signed up this month and bought within 3 days',
    'sequence {did:signed_up} {did:ordered} {n:3 unit:day} [calendar month 0]',
  ],
  [
    "signed up this year but didn't order within 30 days",
    'sequence {did:signed_up} {did:ordered} true {n:30 unit:day} [calendar year 0]',
  ],
  [
    'never ordered within 14 days of signing up',
    'sequence {did:signed_up} {did:ordered} true {n:14 unit:day}',
  ],
  [
    'bought Coffee and then Tea within 30 days',
    'sequence {did:ordered product:{category:Coffee}} {did:ordered product:{category:Tea}} {n:30 unit:day}',
  ],
  [
    'bought Coffee and then bought Tea within 30 days',
    'sequence {did:ordered product:{category:Coffee}} {did:ordered product:{category:Tea}} {n:30 unit:day}',
  ],
  ['bought Coffee and bought Tea within 30 days', 'question'],
  [
    'customers who bought again within 30 days of their first order',
    'sequence {did:ordered} true {did:ordered} {n:30 unit:day}',
  ],
  [
    "didn't come back within 90 days of their first purchase",
    'sequence {did:ordered} true {did:ordered} true {n:90 unit:day}',
  ],
  [
    'visited the site and came back within 7 days',
    'sequence {did:event event:visited_site} {did:event event:visited_site} {n:7 unit:day}',
  ],
  [
    'added to cart and ordered within an hour',
    'sequence {did:event event:added_to_cart} {did:ordered} {n:1 unit:hour}',
  ],
  [
    "started checkout and then didn't order within 2 hours",
    'sequence {did:event event:started_checkout} {did:ordered} true {n:2 unit:hour}',
  ],
  [
    'clicked an ad and ordered over $100 within 2 days',
    'sequence {did:event event:clicked_ad} {did:ordered where:{total:{op:> value:100}}} {n:2 unit:day}',
  ],
  [
    'clicked an SMS in the last 2 weeks and bought within the same 2 weeks',
    '(events clicked_sms [last 2 week] & orders count >= 1 [last 2 week])',
  ],
  [
    'clicked an email in the last 30 days and ordered within 2 days',
    'sequence {did:event event:clicked_email} {did:ordered} {n:2 unit:day} [last 30 day]',
  ],
  ['opened an email and ordered afterwards', 'sequence {did:event event:opened_email} {did:ordered}'],
  ['opened an email then ordered', 'sequence {did:event event:opened_email} {did:ordered}'],
  ['opened an email and then ordered in the last 7 days', 'question'],
  [
    'opened an email, clicked it and ordered within 3 days',
    '(events opened_email & sequence {did:event event:clicked_email} {did:ordered} {n:3 unit:day})',
  ],
  ['ordered twice within 30 days of signing up', 'sequence {did:signed_up} {did:ordered} 2 {n:30 unit:day}'],
  [
    'made a third purchase within 90 days of the first',
    'sequence {did:ordered} true {did:ordered} 2 {n:90 unit:day}',
  ],
  [
    'ordered within 2 days of clicking an email in the last month',
    'sequence {did:event event:clicked_email} {did:ordered} {n:2 unit:day} [last 1 month]',
  ],
  [
    'first opened an email within 3 days of signing up',
    'sequence {did:signed_up} {did:event event:opened_email} true {n:3 unit:day}',
  ],
  ['bought within 3 months of joining', 'sequence {did:signed_up} {did:ordered} {n:90 unit:day}'],
  [
    'at least once clicked an e-mail and then never ordered within 2 days of that, which are over',
    'sequence {did:event event:clicked_email} {did:ordered} true {n:2 unit:day}',
  ],
  ['ordered and opened an email within 30 days', 'question'],
  [
    'visited the site within 7 days and ordered within 30 days',
    '(events visited_site [last 7 day] & orders count >= 1 [last 30 day])',
  ],
  [
    'signed up in March and placed an order over 50 within 10 days',
    'sequence {did:signed_up} {did:ordered where:{total:{op:> value:50}}} {n:10 unit:day} [from 2025-03-01 to 2025-03-31]',
  ],
  [
    'viewed a product but no order within 3 days',
    'sequence {did:event event:viewed_product} {did:ordered} true {n:3 unit:day}',
  ],
  [
    'clicked an email without buying within 2 days',
    'sequence {did:event event:clicked_email} {did:ordered} true {n:2 unit:day}',
  ],
  [
    'repurchased Tea within 60 days',
    'sequence {did:ordered product:{category:Tea}} {did:ordered product:{category:Tea}} {n:60 unit:day}',
  ],
  [
    'bought Tea again within 60 days',
    'sequence {did:ordered product:{category:Tea}} {did:ordered product:{category:Tea}} {n:60 unit:day}',
  ],
  ['repurchased Tea in the last 60 days', 'purchases any {category:Tea} orders >= 2 [last 60 day]'],
  ["haven't repurchased Tea within 60 days", 'question'],
  [
    'visited the site in the last 7 days without buying',
    'sequence {did:event event:visited_site} {did:ordered} true [last 7 day]',
  ],
  ['repeat purchase within 30 days', 'question'],
  ['bought again within 30 days', 'question'],
  [
    'returned within 30 days of their first order',
    'sequence {did:ordered} true {did:ordered} {n:30 unit:day}',
  ],
  ['opened and clicked an email within 2 days', 'question'],
  ['viewed a product and bought it later', 'question'],
  ['viewed a product and bought it within 7 days', 'question'],
  [
    'bought Coffee and then bought something within 30 days',
    'sequence {did:ordered product:{category:Coffee}} {did:ordered} {n:30 unit:day}',
  ],
  ['clicked an email in the last 30 days and ordered within 30 days', 'question'],
  ['signed up and never ordered', '(created_at known & orders count = 0)'],
  [
    'signed up but never came back to buy within 30 days',
    'sequence {did:signed_up} {did:ordered} true {n:30 unit:day}',
  ],
])('%s', ([text = '', wanted]) => {
  expect(read(text)).toBe(wanted)
})

describe('whom it holds for', () => {
  const signedUp = { did: 'signed_up' } as const
  const ordered = { did: 'ordered' } as const
  const opened = { did: 'event', event: ['opened_email'] } as const
  const asked = (parts: object): SequenceCondition => sequenceSchema.parse({ type: 'sequence', ...parts })
  const holds = (condition: SequenceCondition, history: History): boolean =>
    sequence.holds(condition, customerWith(history), nobodyElse, reading, nothingInside)
  const days = (n: number) => ({ apart: { n, unit: 'day' } })

  test('the time is counted to the second, and both ends are in it', () => {
    const soon = asked({ first: signedUp, next: ordered, ...days(3) })
    expect(holds(soon, { joined: '2025-10-01', orders: ['2025-10-01'] })).toBe(true)
    expect(holds(soon, { joined: '2025-10-01', orders: ['2025-10-04'] })).toBe(true)
    expect(holds(soon, { joined: '2025-10-01', orders: ['2025-10-04T00:00:01'] })).toBe(false)
    expect(holds(soon, { joined: '2025-10-01', orders: ['2025-09-30'] })).toBe(false)
    expect(holds(soon, { orders: ['2025-10-01'] })).toBe(false)
  })

  test('an order does not follow itself, but another one at the same instant does', () => {
    const again = asked({ first: ordered, first_ever: true, next: ordered, ...days(30) })
    expect(holds(again, { orders: ['2025-10-01'] })).toBe(false)
    expect(holds(again, { orders: ['2025-10-01', '2025-10-01'] })).toBe(true)
    expect(holds(again, { orders: ['2025-10-01', '2025-11-15', '2025-11-16'] })).toBe(false)
    expect(holds(again, { orders: ['2025-10-01'], cancelled: ['2025-10-02'] })).toBe(false)
  })

  test('without “ever” any of the first deeds will do', () => {
    const again = asked({ first: ordered, next: ordered, ...days(30) })
    expect(holds(again, { orders: ['2025-08-01', '2025-10-15', '2025-10-16'] })).toBe(true)
  })

  test('what did not follow counts once its time is over', () => {
    const never = asked({ first: ordered, first_ever: true, next: ordered, not: true, ...days(60) })
    expect(holds(never, { orders: ['2025-11-10'] })).toBe(false)
    expect(holds(never, { orders: ['2025-09-21T12:00:00'] })).toBe(true)
    expect(holds(never, { orders: ['2025-09-21T12:00:01'] })).toBe(false)
    expect(holds(never, { orders: ['2025-01-01', '2025-02-01'] })).toBe(false)
    expect(holds(never, { orders: ['2025-01-01', '2025-05-01'] })).toBe(true)
    expect(holds(never, {})).toBe(false)
  })

  test('without a time it is up to now', () => {
    const never = asked({ first: opened, next: ordered, not: true })
    expect(holds(never, { events: [['opened_email', '2025-11-20']], orders: ['2025-11-19'] })).toBe(true)
    expect(holds(never, { events: [['opened_email', '2025-11-18']], orders: ['2025-11-19'] })).toBe(false)
  })

  test('a third order within a time is two that follow the first', () => {
    const third = asked({ first: ordered, first_ever: true, next: ordered, times: 2, ...days(30) })
    expect(holds(third, { orders: ['2025-09-01', '2025-09-10', '2025-09-20'] })).toBe(true)
    expect(holds(third, { orders: ['2025-09-01', '2025-09-10', '2025-10-20'] })).toBe(false)
  })

  test('the window is that of the first deed', () => {
    const within = { kind: 'calendar', unit: 'month', offset: -1 }
    const soon = asked({ first: opened, next: ordered, within, ...days(30) })
    const orders = ['2025-11-02']
    expect(holds(soon, { events: [['opened_email', '2025-10-20']], orders })).toBe(true)
    expect(holds(soon, { events: [['opened_email', '2025-11-01']], orders })).toBe(false)
  })

  test('what somebody did is said', () => {
    const soon = asked({ first: signedUp, next: ordered, ...days(3) })
    const said = (history: History) =>
      sequence.actual(soon, customerWith(history), nobodyElse, reading, nothingInside)
    expect(said({ joined: '2025-10-01', orders: ['2025-10-02', '2025-10-03'] })).toBe(
      'signed up on 1 October 2025 and ordered on 2 October 2025, 2 times in all',
    )
    expect(said({ joined: '2025-10-01' })).toBe('signed up on 1 October 2025 and has not ordered since')
    expect(said({})).toBe('has not signed up')
  })
})

test('the words of a condition are read back', () => {
  const maybe = fc.option(fc.constant(true as const), { nil: undefined, freq: 1 })
  const spoken = fc
    .record({
      first: fc.oneof(spokenDeed, fc.constant({ did: 'signed_up' as const })),
      first_ever: maybe,
      next: spokenDeed,
      next_first_ever: maybe,
      not: maybe,
      times: fc.option(fc.integer({ min: 2, max: 5 }), { nil: undefined, freq: 1 }),
      apart: fc.option(
        fc.record({ n: fc.integer({ min: 1, max: 90 }), unit: fc.constantFrom('hour', 'day', 'week') }),
        {
          nil: undefined,
        },
      ),
      within: fc.option(spokenWindow, { nil: undefined }),
    })
    .map(({ first_ever, times, ...rest }) =>
      sequenceSchema.parse({
        type: 'sequence',
        ...rest,
        ...(rest.first.did === 'signed_up' ? {} : { first_ever }),
        ...(rest.next_first_ever ? {} : { times }),
      }),
    )
  fc.assert(
    fc.property(spoken, (condition) => {
      const normal = sequence.normal?.(condition) ?? condition
      expect(readBack(normal)).toEqual(conditionSchema.parse(normal))
    }),
    { numRuns: 500 },
  )
})
