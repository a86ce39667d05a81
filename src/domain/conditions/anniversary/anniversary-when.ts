import { question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import {
  type Found,
  longest,
  type Parser,
  type Reading,
  remembered,
  said,
} from '../../language/grammar/reading.ts'
import { span, unitAt } from '../../language/grammar/span.ts'
import { inWord, namedDates, the, when, type When } from './anniversary-dates.ts'
import { partOfMonth } from './anniversary-parts.ts'
import type { AnniversaryWindow } from './anniversary-window.ts'

const next = phrase('next|coming|upcoming|following', 'this coming|next|upcoming')
const thisWord = phrase('this', 'the? current', 'this current|calendar')
const last = phrase('last|past|previous|prior')
const fromNow = phrase('from now|today', 'away|ahead|out', 'time')
const ago = phrase('ago')
const named: readonly (readonly [ReturnType<typeof phrase>, number])[] = [
  [phrase('today', 'now'), 0],
  [phrase('tomorrow'), 1],
  [phrase('the? day after tomorrow', 'overmorrow'), 2],
  [phrase('yesterday'), -1],
  [phrase('the? day before yesterday'), -2],
]

/** `today`, `tomorrow`. */
const day: Parser<When> = (reading, at) => {
  for (const [words, offset] of named) {
    const end = words(reading, skip(reading, at, inWord))
    if (end >= 0) return { value: when({ kind: 'calendar', unit: 'day', offset }), end }
  }
  return undefined
}

/** `this month`, `next week`, `last quarter`, `in the coming year`. */
const unit: Parser<When> = (reading, at) => {
  const opened = skip(reading, at, inWord)
  const start = skip(reading, opened, the)
  const rolls = start > opened
  for (const [words, offset] of [
    [thisWord, 0],
    [next, 1],
    [last, -1],
  ] as const) {
    const head = words(reading, start)
    const found = head < 0 ? undefined : unitAt(reading, head)
    if (found === undefined || found.unit === 'hour') continue
    const { end, times } = found
    const word = reading.tokens[head - 1]?.word
    // "the next month", "the coming week" are the days that follow, not those of the calendar.
    const rolling = (rolls && offset !== 0) || word === 'coming' || word === 'past' || times > 1
    if (!rolling) return { value: when({ kind: 'calendar', unit: found.unit, offset }), end }
    const on = rollingWindow(offset < 0 ? 'last' : 'next', times, found.unit)
    const stated = `“${said(reading, start, end)}” is read as the ${found.unit === 'day' ? 'day' : `${times === 1 ? found.unit : `${times} ${found.unit}s`}`} ${offset < 0 ? 'up to' : 'from'} today.`
    return on && { value: when(on, stated), end }
  }
  return undefined
}

function rollingWindow(
  kind: 'next' | 'last',
  n: number,
  asked: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year',
): AnniversaryWindow | undefined {
  if (asked === 'hour') return undefined
  if (asked === 'quarter' || asked === 'year') {
    const months = n * (asked === 'quarter' ? 3 : 12)
    return months > 12 ? undefined : { kind, n: months, unit: 'month' }
  }
  const most = { day: 366, week: 52, month: 12 }[asked]
  return n > most ? undefined : { kind, n, unit: asked }
}

const calendarWord = phrase('in the calendar')

/** `in the calendar month 3 months from now`: as it stands in words. */
const calendar: Parser<When> = (reading, at) => {
  const opened = calendarWord(reading, at)
  const asked = opened < 0 ? undefined : unitAt(reading, opened)
  const length = asked === undefined ? undefined : span(reading, asked.end)
  if (asked === undefined || length === undefined || asked.unit === 'hour') return undefined
  if (length.value.unit !== asked.unit || length.value.bare) return undefined
  const later = fromNow(reading, length.end)
  const earlier = ago(reading, length.end)
  const offset = later >= 0 ? length.value.n : -length.value.n
  const on: AnniversaryWindow = { kind: 'calendar', unit: asked.unit, offset }
  return later < 0 && earlier < 0 ? undefined : { value: when(on), end: Math.max(later, earlier) }
}

const onDay = phrase('on the? day')
const lessThan = phrase('less|fewer than', 'under', 'not|no more than', 'at most')
const within = phrase('within|inside of?', 'in less|under than?', 'not more than', 'no later than')

/** `in the next 7 days`, `within 2 weeks`, `in the last 30 days`, `in 3 days`, `2 months from now`. */
const rolling: Parser<When> = (reading, at) => {
  const close = within(reading, at)
  const opened = skip(reading, at, onDay, inWord)
  const start = skip(reading, Math.max(opened, close), the)
  const ahead = next(reading, start)
  const behind = last(reading, start)
  // “less than 14 days away”
  const fewer = Math.max(ahead, behind) < 0 ? Math.max(lessThan(reading, start), lessThan(reading, at)) : -1
  const length = span(reading, Math.max(ahead, behind, start, fewer))
  if (length === undefined || length.value.bare) return undefined
  const { n, unit: asked } = length.value
  const stated = length.value.assumption === undefined ? [] : [length.value.assumption]
  if (ahead >= 0 || behind >= 0) {
    const on = rollingWindow(behind >= 0 ? 'last' : 'next', n, asked)
    return on && { value: when(on, ...stated), end: length.end }
  }
  if (close >= 0) {
    const on = rollingWindow('next', n, asked)
    return on && { value: when(on, ...stated), end: skip(reading, length.end, fromNow) }
  }
  const later = fromNow(reading, length.end)
  const earlier = ago(reading, length.end)
  if (fewer >= 0) {
    const on = later < 0 ? undefined : rollingWindow('next', n, asked)
    return on && { value: when(on, ...stated), end: later }
  }
  if (opened === at && later < 0 && earlier < 0) return undefined
  const end = Math.max(later, earlier, length.end)
  const days = { hour: undefined, day: 1, week: 7, month: undefined, quarter: undefined, year: undefined }[
    asked
  ]
  if (days === undefined || n * days > 366) return exactly(reading, at, end)
  const offset = n * days * (earlier >= 0 ? -1 : 1)
  return { value: when({ kind: 'calendar', unit: 'day', offset }, ...stated), end }
}

/** "in 2 months": on that very day, or until then? */
function exactly(reading: Reading, at: number, end: number): Found<When> {
  const doubt = question(at, end, `Is “${said(reading, at, end)}” that very day, or the time until then?`)
  return { value: { assumptions: [], doubts: [doubt] }, end }
}

const soonWords = phrase('soon', 'coming up soon?', 'upcoming', 'around the corner', 'approaching', 'shortly')

/** "coming up", "soon": how soon? */
const soon: Parser<When> = (reading, at) => {
  const end = soonWords(reading, at)
  if (end < 0) return undefined
  const doubt = question(at, end, 'How soon?', [
    ['in the next 7 days', 'in the next 7 days'],
    ['in the next 30 days', 'in the next 30 days'],
    ['next month', 'next month'],
  ])
  return { value: { assumptions: [], doubts: [doubt] }, end }
}

const anyYear = phrase(
  'any|every|each year',
  'in any|every|each year',
  'of any|every|each year',
  'regardless|irrespective of the? year',
  'whatever|whichever the? birth? year',
  ',? any|every|whatever|whichever birth year',
  '( any|every|whatever birth year )',
  '( any|every year )',
  '( in any year )',
  ', any|every year',
  '( regardless|irrespective of the? year )',
  'ignoring the year',
  '( ignoring the year )',
)

const sometime = phrase('sometime|anytime', 'some|any time', 'at some|any point|time|stage')

/** A time ahead or behind, or a day or month in whatever year. */
export const anniversaryWhen: Parser<When> = remembered((reading, at) => {
  const from = skip(reading, at, sometime)
  const found = longest(day, unit, rolling, calendar, namedDates, partOfMonth, soon)(reading, from)
  return found && { value: found.value, end: skip(reading, found.end, anyYear) }
})
