import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import { DAY, dayOf, instantAt, wallTimeAt } from './wall-clock.ts'
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
  const wall = wallTimeAt(now, zone)
  const { year, month, day } = civilOf(dayOf(wall))
  const first = dayNumber(year, month - n * MONTHS[unit], 1)
  const next = dayNumber(year, month - n * MONTHS[unit] + 1, 1)
  const clamped = Math.min(first + day, next) - 1
  return instantAt(clamped * DAY + (wall - dayOf(wall) * DAY), zone)
}

/** The first instant of a calendar unit: 0 is the one that `now` lies in, -1 the one before. */
export function startOfUnit(unit: CalendarUnit, offset: number, now: Instant, zone: string): Instant {
  const today = dayOf(wallTimeAt(now, zone))
  return instantAt(firstDay(unit, offset, today) * DAY, zone)
}

function firstDay(unit: CalendarUnit, offset: number, today: number): number {
  switch (unit) {
    case 'day':
      return today + offset
    case 'week':
      // 1 January 1970 was a Thursday.
      return today - ((((today + 3) % 7) + 7) % 7) + 7 * offset
    case 'month':
    case 'quarter':
    case 'year': {
      const { year, month } = civilOf(today)
      const months = MONTHS[unit]
      return dayNumber(year, month - (month % months) + months * offset, 1)
    }
  }
}

/** Today in the workspace's zone, `YYYY-MM-DD`. */
export const dateAt = (at: Instant, zone: string): string => {
  const { year, month, day } = civilOf(dayOf(wallTimeAt(at, zone)))
  if (year < 0 || year > 9999) return Temporal.PlainDate.from({ year, month: month + 1, day }).toString()
  return [String(year).padStart(4, '0'), ...[month + 1, day].map((n) => String(n).padStart(2, '0'))].join('-')
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const

/** Months count from 0. */
function civilOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * DAY * 1000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate() }
}

/** Days since 1 January 1970; months may lie outside of 0 to 11. */
function dayNumber(year: number, month: number, day: number): number {
  // The years 0 to 99 would be read as 1900 to 1999.
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime() / (DAY * 1000)
}

/** The first instant of a date in the zone, or of the date some days later. */
export function startOfDate(date: string, zone: string, { later = 0 } = {}): Instant {
  const { year, month, day } = Temporal.PlainDate.from(date)
  return instantAt((dayNumber(year, month - 1, day) + later) * DAY, zone)
}

const dayAfter = (date: string | undefined, zone: string): Instant | undefined =>
  date === undefined ? undefined : startOfDate(date, zone, { later: 1 })
