import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import { dateAt, startOfUnit, stepBack } from './bounds.ts'
import { instantAt, wallTimeAt } from './wall-clock.ts'
import { CALENDAR_UNITS } from './window.ts'

const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Australia/Lord_Howe',
  // Clocks are put forward at midnight.
  'America/Havana',
  'Asia/Beirut',
  'America/Santiago',
  // A day was left out.
  'Pacific/Apia',
]

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone)
const seconds = (at: Temporal.ZonedDateTime) => Math.floor(at.epochMilliseconds / 1000)

/** From 1971 to 2037, half of them close to a change of the clocks. */
const instants = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    at: fc.integer({ min: 31_536_000, max: 2_114_380_800 }),
    near: fc.option(fc.integer({ min: -90_000, max: 90_000 }), { nil: undefined }),
  })
  .map(({ zone, at, near }) => {
    const change = near === undefined ? null : zoned(at, zone).getTimeZoneTransition('next')
    return { zone, at: change === null || near === undefined ? at : seconds(change) + near }
  })

test('clocks show what Temporal says, and the other way round', () => {
  fc.assert(
    fc.property(instants, ({ at, zone }) => {
      const there = zoned(at, zone)
      const wall = there.toPlainDateTime()
      expect(wallTimeAt(at, zone)).toBe(seconds(wall.toZonedDateTime('UTC')))
      expect(dateAt(at, zone)).toBe(wall.toPlainDate().toString())
      expect(instantAt(wallTimeAt(at, zone), zone)).toBe(seconds(wall.toZonedDateTime(zone)))
      const gap = wall.add({ minutes: 40 })
      expect(instantAt(wallTimeAt(at, zone) + 2400, zone)).toBe(seconds(gap.toZonedDateTime(zone)))
    }),
    { numRuns: 500 },
  )
})

test('months step back as Temporal steps, and units begin at the first instant of their first day', () => {
  fc.assert(
    fc.property(
      instants,
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(...CALENDAR_UNITS),
      ({ at, zone }, n, unit) => {
        const there = zoned(at, zone)
        for (const [name, months] of [
          ['month', n],
          ['quarter', 3 * n],
          ['year', 12 * n],
        ] as const) {
          expect(stepBack(at, n, name, zone)).toBe(seconds(there.subtract({ months })))
        }
        const today = there.toPlainDate()
        const first = {
          day: today,
          week: today.subtract({ days: today.dayOfWeek - 1 }),
          month: today.with({ day: 1 }),
          quarter: today.with({ day: 1, month: today.month - ((today.month - 1) % 3) }),
          year: today.with({ day: 1, month: 1 }),
        }[unit]
        const back = { [unit === 'quarter' ? 'months' : `${unit}s`]: unit === 'quarter' ? 3 * n : n }
        expect(startOfUnit(unit, -n, at, zone)).toBe(seconds(first.subtract(back).toZonedDateTime(zone)))
      },
    ),
    { numRuns: 500 },
  )
})
