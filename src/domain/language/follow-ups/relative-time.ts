import { Temporal } from 'temporal-polyfill'
import { boundsOf, dateAt } from '../../time/bounds.ts'
import { calendarSpan } from '../../time/calendar-span.ts'
import { CALENDAR_UNITS, type CalendarUnit, type Window } from '../../time/window.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'

const the = phrase('the|that|this')
const IT = 'that|it|then|this|those|these'
const before = phrase(`before|earlier|prior|preceding|previously to? ${IT}?`)
const behind = phrase(`after|following|later|afterwards|thereafter ${IT}?`)
const previous = phrase('previous|preceding|prior')
const next = phrase('next|following|subsequent')
const unitAt: readonly (readonly [CalendarUnit, Phrase])[] = CALENDAR_UNITS.map((unit) => [
  unit,
  phrase(`${unit}|${unit}s`),
])
const current = phrase(
  'current|present|running|ongoing one|day|week|month|quarter|year?',
  'one we are in now?',
  'one that? is|now running|on now?',
)
const half: readonly (readonly [1 | 2, Phrase])[] = [
  [1, phrase('first half of? the|that|it? month?')],
  [2, phrase('second|latter|other half of? the|that|it? month?')],
]

/** The days from the first to the last of a time at hand. */
interface Days {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

/**
 * `the day before`, `the week after`, `the 30 days before that`, `the current one`, `the second half`: all of tokens
 * [from, to) as a time that is told from one at hand. What lies in the future is no time that anything was done in.
 */
export function relativeTime(reading: Reading, from: number, to: number, held: Window): Window | undefined {
  const at = skip(reading, from, the)
  if (current(reading, at) === to && held.kind === 'calendar')
    return { kind: 'calendar', unit: held.unit, offset: 0 }
  const part = half.find(([, words]) => words(reading, at) === to)?.[0]
  if (part !== undefined) return halfOfMonth(reading, held, part)
  const led = Math.max(previous(reading, at), next(reading, at))
  const length = lengthAt(reading, Math.max(led, at))
  if (length === undefined) return undefined
  const isBefore =
    led < 0 ? before(reading, length.end) === to : length.end === to && previous(reading, at) === led
  const isBehind = led < 0 ? behind(reading, length.end) === to : length.end === to && !isBefore
  if (isBefore) return theOnesBefore(held, length) ?? beside(reading, held, length, -1)
  return isBehind ? beside(reading, held, length, 1) : undefined
}

interface Stretch {
  readonly n: number
  readonly unit: CalendarUnit
  readonly end: number
}

/** "day", "30 days": how long it is. */
function lengthAt(reading: Reading, at: number): Stretch | undefined {
  const told = span(reading, at)
  const unit = told && CALENDAR_UNITS.find((one) => one === told.value.unit)
  if (told !== undefined && unit !== undefined && !told.value.bare)
    return { n: told.value.n, unit, end: told.end }
  for (const [one, words] of unitAt) {
    const end = words(reading, at)
    if (end > at) return { n: 1, unit: one, end }
  }
  return undefined
}

/** "the 30 days before" the last 30 days. */
const theOnesBefore = (held: Window, { n, unit }: Stretch): Window | undefined =>
  held.kind === 'last' && held.unit === unit && held.n === n
    ? { kind: 'ago', from: n, to: 2 * n, unit }
    : undefined

/** The days right before or right after those at hand; longer ones than those are no neighbours of them. */
function beside(reading: Reading, held: Window, { n, unit }: Stretch, side: -1 | 1): Window | undefined {
  const days = daysOf(reading, held)
  if (days === undefined) return undefined
  const length = calendarSpan(n, unit)
  const [from, to] =
    side < 0
      ? [days.from.subtract(length), days.from.subtract({ days: 1 })]
      : [days.to.add({ days: 1 }), days.to.add(length)]
  const own = days.from.until(days.to).days + 1
  if (from.until(to).days + 1 > own + LEAP || Temporal.PlainDate.compare(from, reading.today) > 0)
    return undefined
  return { kind: 'dates', from: from.toString(), to: to.toString() }
}

/** Months are not of one length. */
const LEAP = 4

function halfOfMonth(reading: Reading, held: Window, part: 1 | 2): Window | undefined {
  const days = daysOf(reading, held)
  if (days === undefined || days.from.month !== days.to.month || days.from.year !== days.to.year)
    return undefined
  const { from } = days
  const [first, last] = part === 1 ? [1, 15] : [16, from.daysInMonth]
  return {
    kind: 'dates',
    from: from.with({ day: first }).toString(),
    to: from.with({ day: last }).toString(),
  }
}

/** Of a time with two ends, whole units to their last day. */
function daysOf({ situation: { now, zone } }: Reading, held: Window): Days | undefined {
  if (held.kind === 'dates') {
    if (held.from === undefined || held.to === undefined) return undefined
    return { from: Temporal.PlainDate.from(held.from), to: Temporal.PlainDate.from(held.to) }
  }
  if (held.kind !== 'calendar') return undefined
  const { from } = boundsOf(held, now, zone)
  if (from === undefined) return undefined
  const first = Temporal.PlainDate.from(dateAt(from, zone))
  const length = calendarSpan(held.count ?? 1, held.unit)
  return { from: first, to: first.add(length).subtract({ days: 1 }) }
}
