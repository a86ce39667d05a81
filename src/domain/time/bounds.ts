import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import type { CalendarUnit, Unit, Window } from './window.ts'

/** Whole seconds, both ends included; no `from` is the beginning of time. `to` is never after now. */
export interface Bounds {
  readonly from?: Instant
  readonly to: Instant
}

const ROLLING_SECONDS = { hour: 3600, day: 86_400, week: 604_800 } as const

/**
 * What a window means at `now` in the workspace's zone:
 * last N is rolling, (now − N, now], a day being 24 h, months stepping back in the zone and clamped to the
 * month's end; N to M ago is (now − M, now − N]; older than N is everything up to now − N; calendar units
 * begin on Mondays, firsts of months, quarters and years; dates include their days, before and after do not.
 */
export function boundsOf(window: Window, now: Instant, zone: string): Bounds {
  switch (window.kind) {
    case 'last':
      return { from: stepBack(now, window.n, window.unit, zone) + 1, to: now }
    case 'ago':
      return {
        from: stepBack(now, window.to, window.unit, zone) + 1,
        to: stepBack(now, window.from, window.unit, zone),
      }
    case 'older':
      return { to: stepBack(now, window.n, window.unit, zone) }
    case 'calendar': {
      const { unit, offset, count = 1 } = window
      const end = startOfUnit(unit, offset + count, now, zone)
      return { from: startOfUnit(unit, offset, now, zone), to: Math.min(end - 1, now) }
    }
    case 'dates': {
      const from = window.from === undefined ? dayAfter(window.after, zone) : startOfDate(window.from, zone)
      const end = window.before === undefined ? dayAfter(window.to, zone) : startOfDate(window.before, zone)
      return {
        ...(from === undefined ? {} : { from }),
        to: end === undefined ? now : Math.min(end - 1, now),
      }
    }
  }
}

export const within = (bounds: Bounds, at: Instant): boolean =>
  at <= bounds.to && (bounds.from === undefined || at >= bounds.from)

/** `n` units before `now`. */
export function stepBack(now: Instant, n: number, unit: Unit, zone: string): Instant {
  if (unit === 'hour' || unit === 'day' || unit === 'week') return now - n * ROLLING_SECONDS[unit]
  return seconds(zonedAt(now, zone).subtract(spanOf(unit, n)))
}

/** The first instant of a calendar unit: 0 is the one that `now` lies in, -1 the one before. */
export const startOfUnit = (unit: CalendarUnit, offset: number, now: Instant, zone: string): Instant =>
  seconds(startOf(unit, zonedAt(now, zone)).add(spanOf(unit, offset)))

/** Today in the workspace's zone, `YYYY-MM-DD`. */
export const dateAt = (at: Instant, zone: string): string => zonedAt(at, zone).toPlainDate().toString()

function spanOf(unit: CalendarUnit, n: number): Temporal.DurationLike {
  switch (unit) {
    case 'day':
      return { days: n }
    case 'week':
      return { weeks: n }
    case 'month':
      return { months: n }
    case 'quarter':
      return { months: 3 * n }
    case 'year':
      return { years: n }
  }
}

function startOf(unit: CalendarUnit, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const day = at.startOfDay()
  switch (unit) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 }).startOfDay()
    case 'month':
      return day.with({ day: 1 }).startOfDay()
    case 'quarter':
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) }).startOfDay()
    case 'year':
      return day.with({ day: 1, month: 1 }).startOfDay()
  }
}

const zonedAt = (at: Instant, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone)
const seconds = (at: Temporal.ZonedDateTime): Instant => Math.floor(at.epochMilliseconds / 1000)
/** The first instant of a date in the zone, or of the date some days later. */
export const startOfDate = (date: string, zone: string, { later = 0 } = {}): Instant =>
  seconds(Temporal.PlainDate.from(date).add({ days: later }).toZonedDateTime(zone))

const dayAfter = (date: string | undefined, zone: string): Instant | undefined =>
  date === undefined ? undefined : startOfDate(date, zone, { later: 1 })
