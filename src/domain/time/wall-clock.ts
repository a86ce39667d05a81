import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'

/**
 * What clocks on the wall of a zone show, as seconds of a clock without a zone: its days all have 86,400 of them.
 * Asking Temporal for each date by itself is many times slower, and criteria ask for thousands.
 */
export type WallTime = number

/** A stretch of time in which the clocks of a zone did not change. */
interface Steady {
  readonly from: number
  /** Not included. */
  readonly until: number
  /** Seconds ahead of UTC. */
  readonly offset: number
}

/** Of each zone, the stretch asked last comes first. */
const known = new Map<string, Steady[]>()

export const wallTimeAt = (at: Instant, zone: string): WallTime => at + offsetAt(at, zone)

/**
 * The instant at which the clocks show a time: of two the earlier; of none, where clocks were put forward over it,
 * as if they had not been.
 */
export function instantAt(wall: WallTime, zone: string): Instant {
  const before = offsetAt(wall - DAY, zone)
  const after = offsetAt(wall + DAY, zone)
  const early = wall - before
  if (before === after || offsetAt(early, zone) === before) return early
  const late = wall - after
  return offsetAt(late, zone) === after ? late : early
}

export const DAY = 86_400

/** Days since 1 January 1970 on the wall's calendar. */
export const dayOf = (wall: WallTime): number => Math.floor(wall / DAY)

function offsetAt(at: Instant, zone: string): number {
  const stretches = known.get(zone) ?? []
  const found = stretches.findIndex(({ from, until }) => at >= from && at < until)
  const steady = stretches[found] ?? steadyAt(at, zone)
  if (found > 0) stretches.splice(found, 1)
  if (found !== 0) stretches.unshift(steady)
  known.set(zone, stretches)
  return steady.offset
}

function steadyAt(at: Instant, zone: string): Steady {
  const time = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone)
  const next = time.getTimeZoneTransition('next')
  // The transition at the very instant is not before it.
  const last = time.add({ seconds: 1 }).getTimeZoneTransition('previous')
  return {
    from: last === null ? Number.NEGATIVE_INFINITY : Math.ceil(last.epochMilliseconds / 1000),
    until: next === null ? Number.POSITIVE_INFINITY : Math.ceil(next.epochMilliseconds / 1000),
    offset: Math.round(time.offsetNanoseconds / 1e9),
  }
}
