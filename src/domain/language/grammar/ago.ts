import type { Temporal } from 'temporal-polyfill'
import { calendarSpan } from '../../time/calendar-span.ts'
import { dateWords, spanWords } from '../../time/words.ts'
import { question } from './meaning.ts'
import { period } from './period.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, said } from './reading.ts'
import { type Span, span } from './span.ts'
import { spanRange } from './span-range.ts'
import { rollingTiming, type Timing, timing } from './timing.ts'

const ago = phrase('ago|earlier|back', 'ago or more|earlier|longer', 'before now')
const farther = phrase(
  'or more|longer|earlier|before ago?',
  'plus ago?',
  'ago or more|longer|earlier',
  'and longer ago',
)
const moreThan = phrase(
  'more|longer than',
  '>',
  'over',
  'at least',
  'upwards of',
  'greater than',
  'older than',
  'earlier than',
  'before',
)
const lessThan = phrase('less|fewer than', '<', 'under', 'within', 'not more than', 'no more than', 'up to')

/** `30 to 60 days ago`, `between 1 and 3 months ago`, `over 1 but less than 2 years ago`. */
export function between(reading: Reading, at: number): Found<Timing> | undefined {
  const range = spanRange(reading, at)
  const end = range === undefined ? -1 : ago(reading, range.end)
  return range === undefined || end < 0 ? undefined : { value: timing({ kind: 'ago', ...range.value }), end }
}

/** `more than 90 days ago`, `6 months ago or earlier`, `over a year ago`. */
export function older(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = moreThan(reading, at)
  const length = span(reading, opened >= 0 ? opened : at)
  if (length === undefined || length.value.bare) return undefined
  const { n, unit, plus } = length.value
  const end = opened >= 0 || plus ? ago(reading, length.end) : farther(reading, length.end)
  if (end < 0) return undefined
  return { value: timing({ kind: 'older', n, unit }), end: skip(reading, end, farther) }
}

const before = phrase('in the time before the last|past')

/** `in the time before the last 90 days`: whatever may have happened since. */
export function beforeTheLast(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = before(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  if (length === undefined || length.value.bare || length.value.plus) return undefined
  const { n, unit } = length.value
  return { value: { ...timing({ kind: 'older', n, unit }), whateverSince: true }, end: length.end }
}

export function nearer(reading: Reading, at: number): Found<Timing> | undefined {
  const opened = lessThan(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  const end = length === undefined || length.value.bare ? -1 : ago(reading, length.end)
  return length === undefined || end < 0 ? undefined : { value: rollingTiming(length.value), end }
}

const giveOrTake = phrase(
  ',? give or take',
  ',|(? plus or minus',
  ',|(? + -|/ -?',
  ',|(? plus / minus|-',
  ',|(? ±',
)
const near = phrase('on|around|about|near', 'on or around')
const closed = phrase(')')

/** `a year ago give or take a week`, `around 20 November ± 3 days`: as much on both sides of that day. */
export function around(reading: Reading, at: number): Found<Timing> | undefined {
  const start = skip(reading, at, near)
  const middle = agoAt(reading, start) ?? dayAt(reading, start)
  const opened = middle === undefined ? -1 : giveOrTake(reading, middle.end)
  const off = opened < 0 ? undefined : span(reading, opened)
  const aside = off === undefined || off.value.bare ? undefined : lengthOf(off.value)
  if (middle === undefined || off === undefined || aside === undefined) return undefined
  const [from, to] = [middle.value.subtract(aside).toString(), middle.value.add(aside).toString()]
  const stated = `“${said(reading, at, off.end)}” is read as ${dateWords(from)} to ${dateWords(to)}.`
  return {
    value: { ...timing({ kind: 'dates', from, to }), assumptions: [stated] },
    end: skip(reading, off.end, closed),
  }
}

function agoAt(reading: Reading, at: number): Found<Temporal.PlainDate> | undefined {
  const length = span(reading, at)
  const then =
    length === undefined || length.value.bare
      ? -1
      : Math.max(ago(reading, length.end), agoToday(reading, length.end))
  const day = length === undefined || then < 0 ? undefined : lengthOf(length.value)
  return day === undefined ? undefined : { value: reading.today.subtract(day), end: then }
}

const agoToday = phrase('ago ,? today|now', 'ago ,? to the day')

function dayAt(reading: Reading, at: number): Found<Temporal.PlainDate> | undefined {
  const found = period(reading, at)
  if (found === undefined || found.value.doubts.length > 0) return undefined
  return found.value.from.equals(found.value.to) ? { value: found.value.from, end: found.end } : undefined
}

/** None for hours: a day is not moved by them. */
const lengthOf = ({ n, unit }: Span) => (unit === 'hour' ? undefined : calendarSpan(n, unit))

/** "90 days ago" by itself is a moment, and hardly anybody means that moment. */
export function plainAgo(reading: Reading, at: number): Found<Timing> | undefined {
  const length = span(reading, at)
  const end = length === undefined || length.value.bare ? -1 : ago(reading, length.end)
  if (length === undefined || end < 0) return undefined
  const words = spanWords(length.value.n, length.value.unit)
  const doubt = question(at, end, `Does “${words} ago” mean since then, or before then?`, [
    [`in the last ${words}`, `in the last ${words}`],
    [`${words} ago or earlier`, `more than ${words} ago`],
  ])
  // A birthday “2 days ago” is of that day.
  return { value: { windows: [], assumptions: [], doubts: [{ ...doubt, ofWindow: true }] }, end }
}
