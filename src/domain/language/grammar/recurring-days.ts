import { type Recurring, WEEKDAYS as NAMES, type Weekday } from '../../conditions/shared/recurring.ts'
import { MONTHS, SHORT_WEEKDAYS as SHORT, WEEKDAYS } from './calendar.ts'
import type { Recurs } from './clock-hours.ts'
import { HOLIDAYS } from './named-days.ts'
import { type Doubt, question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Parser, type Reading, said, wordAt } from './reading.ts'

const certain = (recurring: Recurring, end: number, ...assumptions: string[]): Found<Recurs> => ({
  value: { recurring, assumptions, doubts: [] },
  end,
})

const on = phrase('on|at|over|during|in', 'on|at|over|during|in the')
const from = phrase('from|between')
const any = phrase('a|any|every|each|most|some', 'any|every given|single', 'any of the?')
const or = phrase('or', 'and', ',', '/', ', or|and', 'and|or on? a|any|every|each?')
const through = phrase('to|through|thru|until|till|-')
const weekend = phrase('weekend|weekends')
const working = phrase(
  'weekday|weekdays',
  'week days|day',
  'working|business|work day|days',
  'workday|workdays',
)
const theWeek = phrase('during the week', 'in the working week')
const lastOne = phrase('last|this|next|past|previous|coming')
const overIt = phrase('over the weekend', 'at the weekend')
const WEEKEND: readonly Weekday[] = ['saturday', 'sunday']
const WORKING = NAMES.slice(0, 5)

/** `on a weekend`, `on Fridays`, `every Monday or Tuesday`, `on weekdays`, `Mon to Fri`. */
export const weekdays: Parser<Recurs> = (reading, at) => {
  const week = theWeek(reading, at)
  if (week >= 0) return certain({ weekdays: WORKING }, week, '“during the week” is read as Monday to Friday.')
  const over = overIt(reading, at)
  if (over >= 0 && reading.tokens[at]?.word === 'over') return lastOrAny(reading, at, over)
  const start = skip(reading, at, on, from)
  const marked = any(reading, start)
  const begin = marked >= 0 ? marked : start
  if (lastOne(reading, begin) >= 0) return undefined
  const ends = weekend(reading, begin)
  if (ends >= 0) return certain({ weekdays: WEEKEND }, ends)
  const days = working(reading, begin)
  if (days >= 0) return certain({ weekdays: WORKING }, days)
  const first = dayAt(reading, begin)
  if (first === undefined) return undefined
  const until = hyphened(reading, first.end) ? first.end : through(reading, first.end)
  const last = until < 0 ? undefined : dayAt(reading, until)
  if (last !== undefined && last.value.index > first.value.index)
    return certain({ weekdays: NAMES.slice(first.value.index, last.value.index + 1) }, last.end)
  const listed = [first.value]
  let end = first.end
  for (;;) {
    const joint = or(reading, end)
    const next = joint < 0 ? undefined : dayAt(reading, skip(reading, joint, on, any))
    if (next === undefined) break
    listed.push(next.value)
    end = next.end
  }
  // "on Friday" is the last Friday; "Friday shoppers" come on any.
  if (marked < 0 && listed.length === 1 && !first.value.plural && shopping(reading, end) < 0) return undefined
  return certain({ weekdays: NAMES.filter((_, i) => listed.some((day) => day.index === i)) }, end)
}

const shopping = phrase('shoppers|shopper|buyers|buyer|purchasers|orders|order|purchases|purchase|shopping')

/** The hyphen of "Mon-Fri" joins two words, and is no token. */
export const hyphened = ({ text, tokens }: Reading, at: number): boolean =>
  text.slice(tokens[at - 1]?.end, tokens[at]?.start) === '-'

const lastOrAny = (reading: Reading, at: number, end: number): Found<Recurs> => ({
  value: {
    recurring: {},
    assumptions: [],
    doubts: [
      question(at, end, `“${said(reading, at, end)}”: the last one, or any?`, [
        ['any weekend', 'on a weekend'],
        ['the last weekend', 'last weekend'],
      ]),
    ],
  },
  end,
})

function dayAt(reading: Reading, at: number): Found<{ index: number; plural: boolean }> | undefined {
  for (const [index, [, words]] of WEEKDAYS.entries()) {
    const end = Math.max(words(reading, at), SHORT[index]?.(reading, at) ?? -1)
    if (end >= 0) return { value: { index, plural: reading.tokens[at]?.word.endsWith('ys') === true }, end }
  }
  return undefined
}

const inside = phrase('in|during|throughout|on', 'in the months? of', 'in the month of')
const everyYear = phrase(
  'of|in|on|during? any|every|each|whatever|whichever year',
  'of|in any given|calendar year',
  'of any|all years',
  'in all years',
  'regardless of|irrespective of the? year',
  'regardless|irrespective of the? year',
  'whatever|whichever|no matter the|which? year',
  'in? any|every|each year',
  ', any|every|each year',
  '( any|every|each year )',
  'year after year',
)
const everyOne = phrase('any|every|each')
const plural = phrase(
  'decembers|novembers|januaries|julys|augusts|septembers|octobers|februaries|aprils|junes|marches',
)
const QUARTERS = ['q1', 'q2', 'q3', 'q4'].map((words) => phrase(words))

/** `in November or December of any year`, `every December`, `in any Q4`, `on 24 December of any year`. */
export const monthsOfAnyYear: Parser<Recurs> = (reading, at) => {
  const start = skip(reading, at, inside)
  const every = everyOne(reading, start)
  const from = every >= 0 ? every : start
  const day = fixedDay(reading, from)
  if (day !== undefined) {
    const year = everyYear(reading, day.end)
    return year < 0 && every < 0 ? undefined : certain(day.value, Math.max(day.end, year))
  }
  const first = monthAt(reading, from)
  if (first === undefined) return undefined
  const months = [...first.value]
  let end = first.end
  for (;;) {
    const joint = or(reading, end)
    const next = joint < 0 ? undefined : monthAt(reading, skip(reading, joint, inside, everyOne))
    if (next === undefined) break
    months.push(...next.value)
    end = next.end
  }
  const year = everyYear(reading, end)
  if (year < 0 && every < 0 && plural(reading, from) < 0) return undefined
  // "every December 2024" makes no sense.
  if (year < 0 && /^(?:19|20)\d\d$/.test(reading.tokens[end]?.text ?? '')) return undefined
  return certain({ months: [...new Set(months)].toSorted((a, b) => a - b) }, Math.max(end, year))
}

function monthAt(reading: Reading, at: number): Found<readonly number[]> | undefined {
  for (const [i, [name, words]] of MONTHS.entries()) {
    const many = reading.tokens[at]?.word.startsWith(name.toLowerCase().slice(0, 5))
      ? plural(reading, at)
      : -1
    const end = Math.max(words(reading, at), many)
    if (end >= 0) return { value: [i + 1], end }
  }
  for (const [i, words] of QUARTERS.entries()) {
    const end = words(reading, at)
    if (end >= 0) return { value: [3 * i + 1, 3 * i + 2, 3 * i + 3], end }
  }
  return undefined
}

const the = phrase('the')
const of = phrase('of')

/** A day that falls on the same date every year: `24 December`, `December 24th`, `Christmas Day`. */
function fixedDay(reading: Reading, at: number): Found<Recurring> | undefined {
  for (const { words, on: date, days } of HOLIDAYS) {
    const end = words(reading, at)
    if (end < 0 || days !== undefined) continue
    const [one, other] = [date(2023), date(2024)]
    if (one.month === other.month && one.day === other.day)
      return { value: { months: [one.month], month_days: [one.day] }, end }
  }
  const start = skip(reading, at, the)
  const before = dayNumber(reading, start)
  const month = before === undefined ? monthAt(reading, at) : monthAt(reading, skip(reading, start + 1, of))
  const dayIndex = before === undefined && month !== undefined ? skip(reading, month.end, the) : -1
  const day = before ?? dayNumber(reading, dayIndex)
  const [only, ...more] = month?.value ?? []
  if (month === undefined || day === undefined || only === undefined || more.length > 0) return undefined
  return {
    value: { months: [only], month_days: [day] },
    end: before === undefined ? dayIndex + 1 : month.end,
  }
}

function dayNumber(reading: Reading, at: number): number | undefined {
  const token = reading.tokens[at]
  const n = token?.number
  const whole = n !== undefined && Number.isInteger(n) && n >= 1 && n <= 31 && !token?.times
  return whole && token?.currency === undefined ? n : undefined
}

const onThe = phrase('on|in? the')
const ofMonth = phrase(
  'of|in the|a|any|every|each month',
  'day of|in the|a|any|every|each month',
  'of months',
  'every|each month',
)
const firstWeek = phrase('in|during? the? first week of the|a|any|every|each month')

/** `on the 1st of the month`, `on the 1st or 15th of any month`. */
export const daysOfMonth: Parser<Recurs> = (reading, at) => {
  const week = firstWeek(reading, at)
  if (week >= 0)
    return certain(
      { month_days: [1, 2, 3, 4, 5, 6, 7] },
      week,
      '“the first week of the month” is read as the 1st to the 7th.',
    )
  const days: number[] = []
  let next = onThe(reading, at)
  let end = -1
  while (next >= 0) {
    const day = dayNumber(reading, next)
    if (day === undefined || reading.tokens[next]?.ordinal !== true) break
    days.push(day)
    end = next + 1
    const joint = or(reading, end)
    next = joint < 0 ? -1 : skip(reading, joint, the)
  }
  const month = end < 0 ? -1 : ofMonth(reading, end)
  return month < 0 ? undefined : certain({ month_days: [...new Set(days)].toSorted((a, b) => a - b) }, month)
}

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$/

/** "between Monday and Friday": of every week, or of one of them? */
export function betweenWeekdays(reading: Reading, from: number, to: number): Doubt | undefined {
  if (!WEEKDAY.test(wordAt(reading, from)) || !WEEKDAY.test(wordAt(reading, to - 1))) return undefined
  const says = `“${said(reading, from, to)}”: of any week, or of which one? Please name the days (“on a Monday or Tuesday”) or give the dates.`
  return question(from, to, says)
}
