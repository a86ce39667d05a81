import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import { boundsOf, dateAt, startOfDate } from './bounds.ts'
import type { Window } from './window.ts'

/** Dates `YYYY-MM-DD`, both included. */
export interface DateBounds {
  readonly from?: string
  readonly to: string
}

/**
 * The calendar dates whose first instant lies in a window: "born more than 25 years ago" begins on the 25th
 * birthday itself, in the workspace's zone.
 */
export function dateBoundsOf(window: Window, now: Instant, zone: string): DateBounds {
  const { from, to } = boundsOf(window, now, zone)
  const last = dateAt(to, zone)
  if (from === undefined) return { to: last }
  const first = dateAt(from, zone)
  const included = startOfDate(first, zone) >= from
  return {
    from: included ? first : Temporal.PlainDate.from(first).add({ days: 1 }).toString(),
    to: last,
  }
}
