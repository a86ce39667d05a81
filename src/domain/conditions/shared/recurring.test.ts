import Database from 'better-sqlite3'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { toSqlText } from '#kernel/clock.ts'
import { contextOf } from '../../criteria/readings.fixture.ts'
import { offsetsOf } from '../../time/offsets.ts'
import type { PlanContext } from '../define.ts'
import { recurs, recurringShape, WEEKDAYS } from './recurring.ts'
import { recurringRaw, recurringText } from './recurring-sql.ts'
import { recurringWords } from './recurring-words.ts'
import { allOf } from './set-query.ts'
import { z } from 'zod'

const at = (iso: string) => Date.parse(iso) / 1000
const NOW = at('2025-11-20T12:00:00Z')
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
]

const contextIn = (zone: string, earliest: number): PlanContext => ({
  ...contextOf({
    now: NOW,
    zone,
    currency: { code: 'USD', exponent: 2 },
    products: [],
    customers: [],
    lists: [],
    segments: [],
  }),
  earliest: () => earliest,
})

const driver = new Database(':memory:')
const schema = z.strictObject(recurringShape)

/** Whether an instant passes, by each of the three readings. */
function readings(recurring: z.infer<typeof schema>, instant: number, ctx: PlanContext) {
  const { sql: engine, parameters } = ctx.dialect.compile(
    sql`SELECT ${allOf(recurringRaw(recurring, sql`e.at`, ctx))} FROM (SELECT ${instant} AS at) AS e`,
  )
  const printed = `SELECT ${recurringText(recurring, 'at', ctx).join(' AND ')} FROM (SELECT '${toSqlText(instant)}' AS at)`
  return {
    memory: recurs(recurring, instant, ctx.zone),
    engine:
      driver
        .prepare<unknown[], number>(engine)
        .pluck()
        .get(...parameters) === 1,
    printed: driver.prepare<[], number>(printed).pluck().get() === 1,
  }
}

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
const recurrings = fc
  .oneof(
    fc.tuple(time, fc.oneof(time, fc.constant('24:00'))).map(([from, to]) => ({ hours: { from, to } })),
    fc
      .uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 3 })
      .map((weekdays) => ({ weekdays })),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })
      .map((months) => ({ months })),
    fc
      .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 9 })
      .map((days) => ({ month_days: days })),
  )
  .filter((drawn) => schema.safeParse(drawn).success)

test('SQL and memory agree across every change of the clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.constantFrom(at('1880-01-01T00:00:00Z'), at('2009-12-31T00:00:00Z'), at('2024-06-01T00:00:00Z')),
      fc.nat(),
      fc.integer({ min: -90_000, max: 90_000 }),
      recurrings,
      (zone, earliest, pick, off, recurring) => {
        const changes = offsetsOf(zone, earliest, NOW).flatMap(({ until }) => until ?? [])
        const change = changes[pick % Math.max(1, changes.length)] ?? earliest + (pick % (NOW - earliest))
        const instant = Math.min(NOW, Math.max(earliest, change + off))
        const { memory, ...others } = readings(recurring, instant, contextIn(zone, earliest))
        expect(others).toEqual({ engine: memory, printed: memory })
      },
    ),
    { numRuns: 500 },
  )
})

test('the hour that a clock shows twice is both times that hour', () => {
  const ctx = contextIn('Europe/Berlin', at('2025-01-01T00:00:00Z'))
  const hours = { from: '02:00', to: '03:00' }
  const passed = [
    '2025-10-26T00:30:00Z',
    '2025-10-26T01:30:00Z',
    '2025-10-26T02:30:00Z',
    '2025-03-30T01:30:00Z',
  ].map((iso) => readings({ hours }, at(iso), ctx))
  const yes = { memory: true, engine: true, printed: true }
  const no = { memory: false, engine: false, printed: false }
  expect(passed).toEqual([yes, yes, no, no])
})

test('the printed SQL names the times at which the clocks changed', () => {
  const ctx = contextIn('Europe/Berlin', at('2025-01-01T00:00:00Z'))
  expect(recurringText({ weekdays: ['saturday', 'sunday'] }, 'ordered_at', ctx)).toEqual([
    "strftime('%w', ordered_at, CASE WHEN ordered_at < '2025-03-30 01:00:00' THEN '+01:00' " +
      "WHEN ordered_at < '2025-10-26 01:00:00' THEN '+02:00' ELSE '+01:00' END) IN ('6', '0')",
  ])
  expect(recurringText({ hours: { from: '21:00', to: '24:00' } }, 'ordered_at', contextIn('UTC', 0))).toEqual(
    ["strftime('%H:%M', ordered_at) >= '21:00'"],
  )
  expect(
    recurringText({ hours: { from: '22:00', to: '04:00' } }, 'ordered_at', contextIn('Asia/Kolkata', NOW)),
  ).toEqual([
    "(strftime('%H:%M', ordered_at, '+05:30') >= '22:00' OR strftime('%H:%M', ordered_at, '+05:30') < '04:00')",
  ])
})

test('words', () => {
  expect(
    recurringWords({
      hours: { from: '21:00', to: '24:00' },
      weekdays: ['saturday', 'sunday'],
      months: [11, 12],
      month_days: [1, 2, 13, 23],
    }),
  ).toEqual([
    'from 21:00 to 24:00',
    'on a Saturday or Sunday',
    'in November or December of any year',
    'on the 1st, 2nd, 13th or 23rd of the month',
  ])
})

test.for([
  { hours: { from: '9:00', to: '17:00' } },
  { hours: { from: '24:00', to: '02:00' } },
  { hours: { from: '09:00', to: '09:00' } },
  { hours: { from: '00:00', to: '24:00' } },
  { hours: { from: '09:00', to: '24:01' } },
  { weekdays: [] },
  { weekdays: ['Sunday'] },
  { months: [0] },
  { months: [13] },
  { month_days: [32] },
])('%j means nothing', (input) => expect(schema.safeParse(input).success).toBe(false))
