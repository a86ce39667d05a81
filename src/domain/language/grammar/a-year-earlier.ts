import { boundsOf, dateAt } from '../../time/bounds.ts'
import type { Unit, Window } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import { Temporal } from 'temporal-polyfill'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, said } from './reading.ts'
import { unitAt } from './span.ts'
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
  const start = skip(reading, at, lead)
  const end = earlier(reading, start)
  const window = end < 0 ? undefined : before()
  if (window === undefined) return currentUnit(reading, at, start)
  const { now, zone } = reading.situation
  const bounds = boundsOf(window, now, zone)
  if (bounds.from === undefined) return undefined
  const [from, to] = [bounds.from, bounds.to].map((instant) => yearBefore(dateAt(instant, zone)))
  if (from === undefined || to === undefined) return undefined
  const stated = `“${said(reading, at, end)}” is read as ${dateWords(from)} to ${dateWords(to)}.`
  return { value: timing({ kind: 'dates', from, to }, stated), end }
}

const current = phrase('this same?', 'the same', 'that same', 'the corresponding')
const ofLastYear = phrase(
  ',|of|in? last|previous|prior year',
  ',|of|in? the year before',
  ',? a|one year ago|earlier|before',
)

/** "this month last year", "the same week last year": the one that runs now, a year earlier. */
function currentUnit(reading: Reading, at: number, start: number): Found<Timing> | undefined {
  const opened = current(reading, start)
  const unit = opened < 0 ? undefined : unitAt(reading, opened)
  const end = unit === undefined || unit.times > 1 ? -1 : ofLastYear(reading, unit.end)
  const { today } = reading
  const stretch = unit === undefined || end < 0 ? undefined : stretchOf(unit.unit, today)
  if (stretch === undefined) return undefined
  const [from, to] = stretch.map(String)
  const stated = `“${said(reading, at, end)}” is read as ${dateWords(from ?? '')} to ${dateWords(to ?? '')}.`
  return { value: timing({ kind: 'dates', from, to }, stated), end }
}

/** First and last day; a week is the one 52 weeks ago, so that its days are the same. */
function stretchOf(unit: Unit, today: Temporal.PlainDate): readonly Temporal.PlainDate[] | undefined {
  if (unit === 'week') {
    const day = today.subtract({ weeks: 52 })
    const monday = day.subtract({ days: day.dayOfWeek - 1 })
    return [monday, monday.add({ days: 6 })]
  }
  if (unit !== 'month' && unit !== 'quarter') return undefined
  const first = unit === 'month' ? today.month : today.month - ((today.month - 1) % 3)
  const from = today.with({ month: first, day: 1 }).subtract({ years: 1 })
  return [from, from.add({ months: unit === 'month' ? 1 : 3 }).subtract({ days: 1 })]
}

const yearBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString()
