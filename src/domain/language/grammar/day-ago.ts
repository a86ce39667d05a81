import type { Temporal } from 'temporal-polyfill'
import { calendarSpan } from '../../time/calendar-span.ts'
import { dateWords } from '../../time/words.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, said } from './reading.ts'
import { span } from './span.ts'
import { type Timing, timing } from './timing.ts'

const on = phrase('on')
const exactly = phrase('exactly|precisely')
const ago = phrase('ago', 'ago today|now')
const toTheDay = phrase(
  'ago ,? today',
  'ago ,? to the day',
  'to the day ago',
  'ago ,? on this|the same? day|date',
)
const thisDay = phrase(
  'this|the same? day|date ,? last year',
  'this|the same? day|date ,? a|one year ago',
  'today ,? last year',
  'this|the same? day|date of|in? last year',
  'this time|day|date a|one year ago today',
)

/** "exactly one year ago", "a year ago today", "on this day last year": that day. */
export function dayAgo(reading: Reading, at: number): Found<Timing> | undefined {
  const start = skip(reading, at, on)
  const day = thisDay(reading, start)
  if (day >= 0) return theDay(reading, at, day, reading.today.subtract({ years: 1 }))
  const opened = exactly(reading, start)
  const length = span(reading, opened >= 0 ? opened : start)
  if (length === undefined || length.value.bare || length.value.plus || length.value.unit === 'hour')
    return undefined
  const end =
    opened >= 0
      ? Math.max(ago(reading, length.end), toTheDay(reading, length.end))
      : toTheDay(reading, length.end)
  const { n, unit } = length.value
  return end < 0 ? undefined : theDay(reading, at, end, reading.today.subtract(calendarSpan(n, unit)))
}

function theDay(reading: Reading, from: number, end: number, day: Temporal.PlainDate): Found<Timing> {
  const date = day.toString()
  const stated = `“${said(reading, from, end)}” is read as ${dateWords(date)}.`
  return { value: timing({ kind: 'dates', from: date, to: date }, stated), end }
}
