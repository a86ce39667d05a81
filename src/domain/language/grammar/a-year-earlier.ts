import { boundsOf, dateAt } from '../../time/bounds.ts'
import type { Window } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import { Temporal } from 'temporal-polyfill'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, said } from './reading.ts'
import { type Timing, timing } from './timing.ts'

const lead = phrase('in|within|during|over|for|from')
const PERIOD = 'period|time|window|stretch|timeframe|dates|days|weeks|months|quarter|month|week'
const EARLIER = 'last|previous|prior year'
const earlier = phrase(
  `the? same ${PERIOD} ,|of|in|but? ${EARLIER}`,
  `the? same ${PERIOD} ,|of|in|but? the year before|earlier`,
  `the? same ${PERIOD} ,|of|in|but? a|one year ago|earlier|before`,
  `the? same time ${EARLIER}`,
)

/** "the same period last year": the days of the time that was said before, a year earlier, and not that whole year. */
export function aYearEarlier(
  reading: Reading,
  at: number,
  before: () => Window | undefined,
): Found<Timing> | undefined {
  const end = earlier(reading, skip(reading, at, lead))
  const window = end < 0 ? undefined : before()
  if (window === undefined) return undefined
  const { now, zone } = reading.situation
  const bounds = boundsOf(window, now, zone)
  if (bounds.from === undefined) return undefined
  const [from, to] = [bounds.from, bounds.to].map((instant) => yearBefore(dateAt(instant, zone)))
  if (from === undefined || to === undefined) return undefined
  const stated = `“${said(reading, at, end)}” is read as ${dateWords(from)} to ${dateWords(to)}.`
  return { value: timing({ kind: 'dates', from, to }, stated), end }
}

const yearBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString()
