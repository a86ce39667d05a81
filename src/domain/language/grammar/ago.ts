import { calendarSpan } from '../../time/calendar-span.ts'
import { dateWords, spanWords } from '../../time/words.ts'
import { question } from './meaning.ts'
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

const giveOrTake = phrase('give or take', 'plus or minus', '+ -|/ -?', 'plus / minus|-', '±')

/** `a year ago give or take a week`: as much on both sides of that day. */
export function around(reading: Reading, at: number): Found<Timing> | undefined {
  const length = span(reading, at)
  const then = length === undefined || length.value.bare ? -1 : ago(reading, length.end)
  const opened = then < 0 ? -1 : giveOrTake(reading, then)
  const off = opened < 0 ? undefined : span(reading, opened)
  if (length === undefined || off === undefined || off.value.bare) return undefined
  const [day, aside] = [length.value, off.value].map(lengthOf)
  if (day === undefined || aside === undefined) return undefined
  const middle = reading.today.subtract(day)
  const [from, to] = [middle.subtract(aside).toString(), middle.add(aside).toString()]
  const stated = `“${said(reading, at, off.end)}” is read as ${dateWords(from)} to ${dateWords(to)}.`
  return { value: { ...timing({ kind: 'dates', from, to }), assumptions: [stated] }, end: off.end }
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
  return { value: { windows: [], assumptions: [], doubts: [doubt] }, end }
}
