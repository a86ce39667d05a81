import type { Unit, Window } from '../../time/window.ts'
import { yearNumber } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import { inside, the } from './rolling.ts'
import { unitAt } from './span.ts'
import { type Timing, timing } from './timing.ts'

const lastWord = phrase('last|previous|prior|preceding')
const thisWord = phrase('this', 'the current', 'current', 'this current|calendar')
const soFar = phrase('so far', 'to date', 'already')
const beforeLast = phrase('before last', 'before the last one', 'before that one')
const toDate = phrase('to date')
const shortForms: readonly (readonly [ReturnType<typeof phrase>, Window])[] = [
  [
    phrase(
      'ytd',
      'year to date',
      'so far this year',
      'since the start of the year',
      'since the beginning of the year',
    ),
    calendar('year', 0),
  ],
  [phrase('mtd', 'month to date', 'so far this month', 'since the start of the month'), calendar('month', 0)],
  [phrase('qtd', 'quarter to date', 'so far this quarter'), calendar('quarter', 0)],
  [phrase('wtd', 'week to date', 'so far this week'), calendar('week', 0)],
  [phrase('ttm', 'ltm', 'trailing twelve months'), { kind: 'last', n: 12, unit: 'month' }],
  [phrase('today'), calendar('day', 0)],
  [phrase('yesterday'), calendar('day', -1)],
  [phrase('the? day before yesterday'), calendar('day', -2)],
]

function calendar(unit: Exclude<Unit, 'hour'>, offset: number): Window {
  return { kind: 'calendar', unit, offset }
}

export function calendarUnit(reading: Reading, at: number): Found<Timing> | undefined {
  const start = skip(reading, at, inside)
  const now = thisWord(reading, start)
  if (now >= 0) {
    const unit = unitAt(reading, now)
    if (unit === undefined || unit.unit === 'hour' || unit.times > 1) return undefined
    return { value: timing(calendar(unit.unit, 0)), end: skip(reading, unit.end, soFar) }
  }
  const before = unitBefore(reading, skip(reading, start, the))
  if (before !== undefined) return before
  const last = lastWord(reading, skip(reading, start, the))
  const unit = last < 0 ? undefined : unitAt(reading, last)
  if (unit === undefined || unit.unit === 'hour' || unit.times > 1) return undefined
  return { value: timing(calendar(unit.unit, -1)), end: unit.end }
}

const calendarWord = phrase('calendar|full|whole')
const ending = phrase('ending|ended', 'that ended')
const running = phrase('including|with this one', 'including|with today', 'including|with the current one')
const pastWord = phrase('last|past|previous')
const ago = phrase('ago')
const onWord = phrase('on')

/** How many of a unit: `3 calendar weeks`. */
function units(
  reading: Reading,
  at: number,
): { n: number; unit: Exclude<Unit, 'hour'>; end: number } | undefined {
  const n = reading.tokens[at]?.number
  const unit = n === undefined ? undefined : unitAt(reading, skip(reading, at + 1, calendarWord))
  if (n === undefined || !Number.isInteger(n) || n < 1 || unit === undefined) return undefined
  return unit.unit === 'hour' || unit.times > 1 ? undefined : { n, unit: unit.unit, end: unit.end }
}

/**
 * What time/words.ts calls other stretches of the calendar: `in the last 3 calendar months including this one`,
 * `in the 2 calendar weeks ending 8 weeks ago`, `in the calendar week 3 weeks ago`.
 */
export function calendarStretch(reading: Reading, at: number): Found<Timing> | undefined {
  const start = skip(reading, skip(reading, at, inside, onWord), the)
  const past = pastWord(reading, start)
  const counted = units(reading, past >= 0 ? past : start)
  if (past >= 0) {
    const end = counted === undefined ? -1 : running(reading, counted.end)
    if (counted === undefined || end < 0 || counted.n < 2 || counted.n > 100) return undefined
    return {
      value: timing({ kind: 'calendar', unit: counted.unit, offset: 1 - counted.n, count: counted.n }),
      end,
    }
  }
  const one = calendarWord(reading, start)
  const single = counted === undefined && one >= 0 ? unitAt(reading, one) : undefined
  const from = counted === undefined ? single?.end : ending(reading, counted.end)
  const unit = counted?.unit ?? single?.unit
  const back = from === undefined || from < 0 ? undefined : units(reading, from)
  const end = back === undefined ? -1 : ago(reading, back.end)
  if (unit === undefined || unit === 'hour' || back === undefined || end < 0 || back.unit !== unit)
    return undefined
  if (counted === undefined) return { value: timing(calendar(unit, -back.n)), end }
  const offset = 1 - back.n - counted.n
  if (counted.n < 2 || counted.n > 100 || offset < -500) return undefined
  return { value: timing({ kind: 'calendar', unit, offset, count: counted.n }), end }
}

const beforeThis = phrase('before this|the? current? one|week|month|quarter|year', 'before the current one')

/** "the week before last", "the fortnight before last", "the calendar week before this one". */
function unitBefore(reading: Reading, begin: number): Found<Timing> | undefined {
  const unit = unitAt(reading, skip(reading, begin, calendarWord))
  if (unit === undefined || unit.unit === 'hour') return undefined
  const now = beforeThis(reading, unit.end)
  if (now >= 0 && unit.times === 1) return { value: timing(calendar(unit.unit, -1)), end: now }
  const end = beforeLast(reading, unit.end)
  if (end >= 0) {
    if (unit.times > 1) {
      return { value: timing({ kind: 'ago', from: unit.times, to: 2 * unit.times, unit: unit.unit }), end }
    }
    return { value: timing(calendar(unit.unit, -2)), end }
  }
  const dated = toDate(reading, unit.end)
  return dated < 0 || unit.times > 1 ? undefined : { value: timing(calendar(unit.unit, 0)), end: dated }
}

export function shortForm(reading: Reading, at: number): Found<Timing> | undefined {
  for (const [words, value] of shortForms) {
    const start = skip(reading, at, inside)
    // "2025 YTD" in 2025.
    const year = yearNumber(reading, start)
    const end = words(reading, year?.year === reading.today.year ? year.end : start)
    if (end >= 0) return { value: timing(value), end }
  }
  return undefined
}
