import { joinWords } from '#kernel/text.ts'
import { Temporal } from 'temporal-polyfill'
import type { Window } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import { monthAt } from './calendar.ts'
import { recentYear, yearAfter } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, wordAt } from './reading.ts'
import { type Timing, timing } from './timing.ts'

const opening = phrase(
  'on',
  'on either|both',
  'either|both',
  'during|over|in|from|between',
  'on|over|during? the? weekend of|from',
)
const the = phrase('the')
const of = phrase('of')
const comma = phrase(',', ', and|or', 'and|or|&', 'or on the?', '/')
const dash = phrase('-|to|through|thru|till|until')
/** What can stand behind a day, where it is none of what else a number counts. */
const AFTER_DAY = /^(?:|[.,;:!?)(]|and|or|but|who|whose|that|of|with|without|this|last|from|(?:19|20)\d\d)$/

/** Several days of one month, whose name is said once: `Feb 13 and 14`, `13-14 February`, `the 3rd, 4th or 9th of May`. */
export function daysInRow(reading: Reading, at: number): Found<Timing> | undefined {
  const start = skip(reading, at, opening)
  const found = monthFirst(reading, start) ?? daysFirst(reading, start, start > at)
  if (found === undefined) return undefined
  const { month, days, every } = found.value
  const said = yearAfter(reading, found.end)
  const [first = 0] = days
  const year = said?.year ?? recentYear(reading, month, first)
  const dates = days.map((day) => Temporal.PlainDate.from({ year, month, day: Math.min(day, LONGEST) }))
  const [from, to] = [dates[0], dates.at(-1)]
  if (from === undefined || to === undefined || dates.some((date, i) => date.day !== days[i]))
    return undefined
  const end = said?.end ?? found.end
  const window = (one: Temporal.PlainDate, last = one): Window => ({
    kind: 'dates',
    from: one.toString(),
    to: last.toString(),
  })
  // "the 13th and 14th" are two days on end: either of them is in that time.
  const between = wordAt(reading, start - 1) === 'between' && days.length === 2
  const onEnd = between || days.every((day, i) => day === first + i)
  const named = (onEnd ? [from, to] : dates).map((date) => dateWords(date.toString()))
  const stated =
    said === undefined ? [`Read as ${onEnd ? named.join(' to ') : joinWords(named, 'and')}.`] : []
  if (onEnd) return { value: timing(window(from, to), ...stated), end }
  const windows = dates.map((date) => window(date))
  return { value: { windows, ...(every && { every }), assumptions: stated, doubts: [] }, end }
}

const LONGEST = 31

interface Days {
  readonly month: number
  readonly days: readonly number[]
  /** They are joined by "and". */
  readonly every?: true
}

function monthFirst(reading: Reading, at: number): Found<Days> | undefined {
  const named = monthAt(reading, skip(reading, at, the))
  const list = named && daysAt(reading, named.end)
  if (named === undefined || list === undefined) return undefined
  if (!AFTER_DAY.test(reading.tokens[list.end]?.word ?? '')) return undefined
  return { value: { month: named.month, ...list.value }, end: list.end }
}

function daysFirst(reading: Reading, at: number, opened: boolean): Found<Days> | undefined {
  const list = daysAt(reading, skip(reading, at, the))
  const named = list && monthAt(reading, skip(reading, list.end, of))
  // "3 or 4 May" may be a number of what was done.
  const plain = opened || reading.tokens[at]?.ordinal === true || at < skip(reading, at, the)
  if (list === undefined || named === undefined || !plain) return undefined
  return { value: { month: named.month, ...list.value }, end: named.end }
}

/** Two days at least, each later than the one before it. */
function daysAt(reading: Reading, at: number): Found<Omit<Days, 'month'>> | undefined {
  const first = dayAt(reading, at)
  if (first === undefined) return undefined
  const days = [first.value]
  let { end } = first
  let joint = ''
  for (;;) {
    const [last = 0] = days.slice(-1)
    const stretched = dash(reading, end)
    const listed = comma(reading, end)
    const next = dayAt(reading, skip(reading, Math.max(stretched, listed), the))
    if (Math.max(stretched, listed) < 0 || next === undefined || next.value <= last) break
    if (stretched >= 0) for (let day = last + 1; day < next.value; day++) days.push(day)
    else joint = reading.tokens.slice(end, listed).findLast(({ kind }) => kind === 'word')?.word ?? joint
    days.push(next.value)
    end = next.end
  }
  if (days.length < 2) return undefined
  return { value: { days, ...(joint === 'and' && { every: true as const }) }, end }
}

function dayAt(reading: Reading, at: number): Found<number> | undefined {
  const { number: n, times, currency, text = '' } = reading.tokens[at] ?? {}
  const isDay = n !== undefined && Number.isInteger(n) && n >= 1 && n <= LONGEST && /^\d/.test(text)
  return isDay && times === undefined && currency === undefined ? { value: n, end: at + 1 } : undefined
}
