import type { Instant } from '#kernel/clock.ts'
import { countOf } from '#kernel/text.ts'

/** How often a source brings something, learnt from when it did. */
export interface Cadence {
  /** The middle one of its gaps, in seconds. */
  readonly usual: number
  /** `every 7 days` */
  readonly words: string
  /** From here on it is overdue. */
  readonly dueBy: Instant
}

/** Three arrivals have two gaps: too few to tell a habit from chance. */
const FEWEST_GAPS = 3
/** From so many on, the longest may have been an outage that is not to be waited for again. */
const MANY_GAPS = 10

/**
 * The habit in a record of arrivals, oldest first; null while there are too few. A source is overdue once nothing came
 * for half as long again as usual, and for longer than it was ever silent before (of ten gaps and more, the longest
 * one left out): so nights and weekends of a stream are no alarm.
 */
export function cadenceOf(arrivals: readonly Instant[], lastAt: Instant): Cadence | null {
  const gaps = arrivals.slice(1).map((at, n) => at - (arrivals[n] ?? at))
  if (gaps.length < FEWEST_GAPS) return null
  const sorted = gaps.toSorted((a, b) => a - b)
  const usual = sorted[sorted.length >> 1] ?? 0
  const longest = sorted.at(sorted.length >= MANY_GAPS ? -2 : -1) ?? 0
  return { usual, words: every(usual), dueBy: lastAt + Math.max(Math.round(1.5 * usual), longest) }
}

const HOUR = 3600
const DAY = 24 * HOUR

function every(seconds: number): string {
  if (seconds < 2 * HOUR) return 'hourly or more often'
  if (seconds < 0.9 * DAY) return `every ${countOf(Math.round(seconds / HOUR), 'hour')}`
  const days = Math.round(seconds / DAY)
  return days === 1 ? 'every day' : `every ${countOf(days, 'day')}`
}

/** `16 days`, `5 hours`: how long something lasted, in the unit that matters. */
export const lasted = (seconds: number): string =>
  seconds >= 2 * DAY
    ? countOf(Math.floor(seconds / DAY), 'day')
    : seconds >= HOUR
      ? countOf(Math.floor(seconds / HOUR), 'hour')
      : countOf(Math.max(1, Math.floor(seconds / 60)), 'minute')
