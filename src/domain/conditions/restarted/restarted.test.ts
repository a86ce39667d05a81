import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenDeed, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { customerWith, type History, nobodyElse, nothingInside, reading } from '../shared/customer.fixture.ts'
import { restarted, restartedSchema } from './restarted.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for([
  [
    'came back this month after at least 6 months without an order',
    'restarted {did:ordered} [calendar month 0] {n:6 unit:month}',
  ],
  ['came back after a break', 'question'],
  ['back after 30 days away', 'question'],
  ['reactivated in the last 30 days', 'question'],
  [
    'reactivated in the last 30 days after 90 days of inactivity',
    'restarted {did:ordered} [last 30 day] {n:90 unit:day}',
  ],
  [
    'returned this year after not ordering at all in 2024',
    '(orders count >= 1 [calendar year 0] & orders count = 0 [from 2024-01-01 to 2024-12-31] & orders count >= 1 [before 2024-01-01])',
  ],
  [
    'ordered this month for the first time in over a year',
    'restarted {did:ordered} [calendar month 0] {n:1 unit:year}',
  ],
  [
    'ordered last week after 90 days without an order',
    'restarted {did:ordered} [calendar week -1] {n:90 unit:day}',
  ],
  [
    'bought again in the last 30 days after a break of 6 months',
    'restarted {did:ordered} [last 30 day] {n:6 unit:month}',
  ],
  [
    'visited the site again this week after 30 days away',
    'restarted {did:event event:visited_site} [calendar week 0] {n:30 unit:day}',
  ],
  [
    'came back to the site in the last 7 days after 60 days away',
    'restarted {did:event event:visited_site} [last 7 day] {n:60 unit:day}',
  ],
  [
    'opened an email this month after not opening for 90 days',
    'restarted {did:event event:opened_email} [calendar month 0] {n:90 unit:day}',
  ],
  [
    'started opening emails again this month after a break of 90 days',
    'restarted {did:event event:opened_email} [calendar month 0] {n:90 unit:day}',
  ],
  [
    'ordered again in the last 30 days after a break of 90 days before that time',
    'restarted {did:ordered} [last 30 day] {n:90 unit:day}',
  ],
  ['came back', 'question'],
  ['customers who came back this month', 'question'],
  [
    'returned in the last 7 days after being inactive for 6 months',
    'restarted {did:ordered} [last 7 day] {n:6 unit:month}',
  ],
  [
    'bought Coffee this month after 6 months without it',
    'restarted {did:ordered product:{category:Coffee}} [calendar month 0] {n:6 unit:month}',
  ],
  [
    'came back after 6 months without ordering in the last 30 days',
    'restarted {did:ordered} [last 30 day] {n:6 unit:month}',
  ],
  ['never came back', 'question'],
  ['bought once, never came back, 180d+', '(orders count = 1 & orders last_date [older 180 day])'],
  ['ordered this month after signing up', 'question'],
])('%s', ([text = '', wanted]) => {
  expect(read(text)).toBe(wanted)
})

describe('whom it holds for', () => {
  const back = (history: History, away: object = { n: 6, unit: 'month' }): boolean =>
    restarted.holds(
      restartedSchema.parse({
        type: 'restarted',
        deed: { did: 'ordered' },
        within: { kind: 'calendar', unit: 'month', offset: 0 },
        away,
      }),
      customerWith(history),
      nobodyElse,
      reading,
      nothingInside,
    )

  test('an order this month, none in the six months before it, and one earlier', () => {
    expect(back({ orders: ['2025-04-30T23:59:59', '2025-11-01'] })).toBe(true)
    expect(back({ orders: ['2025-05-01', '2025-11-01'] })).toBe(false)
    expect(back({ orders: ['2025-04-01', '2025-10-31T23:59:59', '2025-11-01'] })).toBe(false)
    expect(back({ orders: ['2025-11-01'] })).toBe(false)
    expect(back({ orders: ['2025-04-01'] })).toBe(false)
  })

  test('the break is counted back from the beginning of the window', () => {
    expect(back({ orders: ['2025-10-24', '2025-11-10'] }, { n: 7, unit: 'day' })).toBe(true)
    expect(back({ orders: ['2025-10-30', '2025-11-19'] }, { n: 7, unit: 'day' })).toBe(false)
  })
})

test('a break needs a beginning to be counted back from', () => {
  const asked = { type: 'restarted', deed: { did: 'ordered' }, away: { n: 1, unit: 'day' } }
  expect(restartedSchema.safeParse({ ...asked, within: { kind: 'older', n: 9, unit: 'day' } }).success).toBe(
    false,
  )
  expect(
    restartedSchema.safeParse({ ...asked, within: { kind: 'dates', before: '2025-01-01' } }).success,
  ).toBe(false)
})

test('the words of a condition are read back', () => {
  const spoken = fc
    .record({
      deed: spokenDeed,
      within: spokenWindow,
      away: fc.record({
        n: fc.integer({ min: 1, max: 400 }),
        unit: fc.constantFrom('hour', 'day', 'week', 'month', 'quarter', 'year'),
      }),
    })
    .map((drawn) => restartedSchema.safeParse({ type: 'restarted', ...drawn }))
    .filter(({ success }) => success)
  fc.assert(
    fc.property(spoken, ({ data }) => {
      const normal = data && (restarted.normal?.(data) ?? data)
      expect(normal && readBack(normal)).toEqual(conditionSchema.parse(normal))
    }),
    { numRuns: 400 },
  )
})
