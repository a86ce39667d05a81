import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brief, situation } from '../../language/company.fixture.ts'
import { interpret } from '../../language/interpret.ts'
import { readBack, spokenDeed, spokenWindow } from '../../language/spoken.fixture.ts'
import { conditionSchema } from '../index.ts'
import { customerWith, type History, nobodyElse, nothingInside, reading } from '../shared/customer.fixture.ts'
import { regular, regularSchema } from './regular.ts'

function read(text: string): string {
  const found = interpret(text, situation())
  return found.kind === 'criteria' ? brief(found.criteria) : found.kind
}

test.for([
  ['bought every month this quarter', 'regular {did:ordered} month [calendar quarter 0]'],
  ['ordered every month for the last 6 months', 'regular {did:ordered} month [last 6 month]'],
  ['ordered every month in the last year', 'regular {did:ordered} month [last 12 month]'],
  [
    'opened at least one email in each of the last 3 months',
    'regular {did:event event:opened_email} month [last 3 month]',
  ],
  ['ordered in at least 4 of the last 6 weeks', 'regular {did:ordered} week [last 6 week] 4'],
  ['bought in 3 out of the last 4 quarters', 'regular {did:ordered} quarter [last 4 quarter] 3'],
  ['visited every week for the last 4 weeks', 'regular {did:event event:visited_site} week [last 4 week]'],
  ['visited the site daily last week', 'regular {did:event event:visited_site} day [calendar week -1]'],
  [
    'bought Coffee monthly this year',
    'regular {did:ordered product:{category:Coffee}} month [calendar year 0]',
  ],
  ['ordered at least once a month in the last 6 months', 'regular {did:ordered} month [last 6 month]'],
  ['ordered at least once every month this year', 'regular {did:ordered} month [calendar year 0]'],
  [
    'opened an email at least once a week for the last 2 months',
    'regular {did:event event:opened_email} week [last 8 week]',
  ],
  ['ordered every quarter last year', 'regular {did:ordered} quarter [calendar year -1]'],
  ['bought every month since January', 'regular {did:ordered} month [from 2025-01-01]'],
  ['monthly buyers', 'question'],
  ['weekly for 4 of the last 6 weeks', 'question'],
  ['used to be daily, stopped', 'question'],
  ['ordered every week', 'question'],
  [
    'ordered in every month in the last 6 months, counted back from now',
    'regular {did:ordered} month [last 6 month]',
  ],
  [
    'ordered in every calendar month that began this quarter',
    'regular {did:ordered} month [calendar quarter 0]',
  ],
  [
    'ordered in at least 2 calendar months that began this year',
    'regular {did:ordered} month [calendar year 0] 2',
  ],
  ['visited the site in at least 4 weeks in the last 6 weeks, counted back from now', 'question'],
  ["haven't ordered every month this year", 'not(regular {did:ordered} month [calendar year 0])'],
  ['ordered at least twice every month this year', 'question'],
  ['bought every day this week', 'regular {did:ordered} day [calendar week 0]'],
  ['bought in each of the last 3 full months', 'regular {did:ordered} month [calendar month -3 3]'],
  ['ordered 3 months in a row', 'question'],
  [
    'clicked an email every month this year and lives in France',
    '(regular {did:event event:clicked_email} month [calendar year 0] & country equals FR)',
  ],
  ['buys every week', 'question'],
  ['ordered on Black Friday every year', 'question'],
  ['ordered in March every week', 'regular {did:ordered} week [from 2025-03-01 to 2025-03-31]'],
])('%s', ([text = '', wanted]) => {
  expect(read(text)).toBe(wanted)
})

describe('whom it holds for', () => {
  const holds = (condition: object, history: History): boolean =>
    regular.holds(
      regularSchema.parse({ type: 'regular', deed: { did: 'ordered' }, ...condition }),
      customerWith(history),
      nobodyElse,
      reading,
      nothingInside,
    )

  test('calendar months that began this quarter: October and, so far, November', () => {
    const monthly = { every: 'month', within: { kind: 'calendar', unit: 'quarter', offset: 0 } }
    expect(holds(monthly, { orders: ['2025-10-31', '2025-11-01'] })).toBe(true)
    expect(holds(monthly, { orders: ['2025-09-30', '2025-11-01'] })).toBe(false)
    expect(holds(monthly, { orders: ['2025-10-01', '2025-10-31'] })).toBe(false)
  })

  test('rolling months are counted back from now', () => {
    const monthly = { every: 'month', within: { kind: 'last', n: 2, unit: 'month' } }
    expect(holds(monthly, { orders: ['2025-10-20T12:00:00', '2025-10-20T12:00:01'] })).toBe(true)
    expect(holds(monthly, { orders: ['2025-10-20T12:00:01', '2025-11-01'] })).toBe(false)
    expect(holds(monthly, { orders: ['2025-09-20T12:00:00', '2025-11-01'] })).toBe(false)
  })

  test('at least so many of the periods', () => {
    const often = { every: 'week', within: { kind: 'last', n: 4, unit: 'week' }, least: 2 }
    expect(holds(often, { orders: ['2025-11-18', '2025-11-19'] })).toBe(false)
    expect(holds(often, { orders: ['2025-10-30', '2025-11-19'] })).toBe(true)
  })

  test('no period at all holds for nobody', () => {
    const monthly = { every: 'year', within: { kind: 'dates', from: '2025-02-01', to: '2025-03-01' } }
    expect(holds(monthly, { orders: ['2025-02-10'] })).toBe(false)
  })
})

test.for([
  ['a rolling window has its own units', { every: 'week', within: { kind: 'last', n: 3, unit: 'month' } }],
  ['more of them than there are', { every: 'week', within: { kind: 'last', n: 3, unit: 'week' }, least: 4 }],
  ['a window without a beginning', { every: 'week', within: { kind: 'older', n: 3, unit: 'week' } }],
] as const)('%s', ([, condition]) => {
  const asked = { type: 'regular', deed: { did: 'ordered' }, ...condition }
  expect(regularSchema.safeParse(asked).success).toBe(false)
})

test('the words of a condition are read back', () => {
  const units = fc.constantFrom('day', 'week', 'month', 'quarter', 'year')
  const rolling = fc
    .record({ unit: units, from: fc.integer({ min: 0, max: 9 }), n: fc.integer({ min: 2, max: 30 }) })
    .map(({ unit, from, n }) => ({
      every: unit,
      within: from === 0 ? { kind: 'last', n, unit } : { kind: 'ago', from, to: from + n, unit },
    }))
  const calendar = fc.record({
    every: fc.constantFrom('day', 'week', 'month'),
    within: spokenWindow.filter(
      (window) =>
        window.kind === 'dates' || (window.kind === 'calendar' && /^(?:quarter|year)$/.test(window.unit)),
    ),
  })
  const spoken = fc
    .record({
      deed: spokenDeed,
      periods: fc.oneof(rolling, calendar),
      least: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    })
    .map(({ periods, ...rest }) => regularSchema.safeParse({ type: 'regular', ...rest, ...periods }))
    .filter(({ success }) => success)
  fc.assert(
    fc.property(spoken, ({ data }) => {
      const normal = data && (regular.normal?.(data) ?? data)
      expect(normal && readBack(normal)).toEqual(conditionSchema.parse(normal))
    }),
    { numRuns: 400 },
  )
})
