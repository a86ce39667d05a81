import { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import { monthAt, SHORT_WEEKDAYS as SHORT, WEEKDAYS } from './calendar.ts'
import { dayAlone, slashDay } from './day-without-month.ts'
import { holiday } from './holiday-period.ts'
import { partOfMonth } from './part-of-month.ts'
import { type Doubt, question } from './meaning.ts'
import { dated, iso, noSuchDay, writtenDate } from './written-date.ts'
import { recentYear, shortYear, yearAfter, yearNumber, yearPair } from './period-years.ts'
import { nearMonth } from './near-month.ts'
import { phrase, skip } from './phrase.ts'
import { relativeDay } from './relative-day.ts'
import { type Found, type Reading, remembered, wordAt } from './reading.ts'
import { season } from './season.ts'
import { weekNumber } from './week-number.ts'
import { weekOfDay } from './week-of-day.ts'
import { ofYearBefore } from './year-before.ts'

/** A stretch of the calendar with a name: a day, `March 2025`, `Q2`, `2024`, `Black Friday last year`. */
export interface Period {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** No year was said: it is that of the last one there was, unless one is said beside it. */
  readonly yearless?: true
  /** The same in another year, of what comes every year. */
  inYear?(year: number): Period
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const the = phrase('the')
const of = phrase('of|in')
const last = phrase('last', 'previous', 'the last', 'the previous')
const thisOne = phrase('this', 'this past')
const halves = [
  phrase('h1', 'first half of?', 'the first half of'),
  phrase('h2', 'second half of?', 'the second half of'),
]
const quarters = [
  phrase('q1', 'the? first quarter of?'),
  phrase('q2', 'the? second quarter of?'),
  phrase('q3', 'the? third quarter of?'),
  phrase('q4', 'the? fourth quarter of?', 'the final quarter of'),
]
const theYear = phrase('the? year', 'calendar year', 'fy')

export const period: (reading: Reading, at: number) => Found<Period> | undefined = remembered(
  (reading, at) => {
    let best: Found<Period> | undefined
    for (const read of READERS) {
      const found = read(reading, at)
      if (found !== undefined && (best === undefined || found.end > best.end)) best = found
    }
    return best && { ...best, end: sameAgain(reading, best) }
  },
)

/** "Cyber Monday 2 Dec", "Black Friday, 29 November 2024": a day that is said twice. */
function sameAgain(reading: Reading, { value: { from, to }, end }: Found<Period>): number {
  if (!from.equals(to)) return end
  const at = skip(reading, end, comma)
  const again = writtenDate(reading, at) ?? dayOfMonth(reading, at)
  return again?.value.from.equals(from) === true ? again.end : end
}

const certain = (from: Temporal.PlainDate, to: Temporal.PlainDate, ...assumptions: string[]): Period => ({
  from,
  to,
  assumptions,
  doubts: [],
})

function dayOfMonth(reading: Reading, at: number): Found<Period> | undefined {
  const start = skip(reading, at, the)
  // "first order in May, second in June" tells of orders.
  const counted = reading.tokens[start]?.ordinal === true && wordAt(reading, start + 1) === 'in'
  const number = counted ? undefined : dayNumber(reading, start)
  // "clicked 1 in the last month" counts, and tells no day.
  const nth = reading.tokens[start]?.ordinal === true
  const near = nth ? nearMonth(reading, skip(reading, start + 1, of)) : undefined
  if (number !== undefined && near !== undefined)
    return dated(near.value.year, near.value.month, number, near.end)
  const named = number === undefined ? monthAt(reading, at) : monthAt(reading, skip(reading, start + 1, of))
  if (named === undefined) return undefined
  const dayAt = number === undefined ? skip(reading, named.end, the) : start
  const day = number ?? dayNumber(reading, dayAt)
  if (day === undefined) return undefined
  const end = number === undefined ? dayAt + 1 : named.end
  const said = yearAfter(reading, end) ?? shortYear(reading, end)
  const year = said?.year ?? recentYear(reading, named.month, day)
  const found = dated(year, named.month, day, said?.end ?? end)
  // "in Feb 30 orders" counts, and tells no day.
  const isDay = number !== undefined || said !== undefined
  if (found === undefined)
    return isDay ? noSuchDay(reading, at, said?.end ?? end, [year, named.month]) : undefined
  const inYear = (other: number) => dated(other, named.month, day, end)?.value ?? found.value
  if (said !== undefined) return { ...found, value: { ...found.value, inYear } }
  const stated = `${named.name} ${day} is read as ${dateWords(iso(year, named.month, day))}.`
  return { value: { ...found.value, assumptions: [stated], yearless: true, inYear }, end }
}

function dayNumber(reading: Reading, at: number): number | undefined {
  const token = reading.tokens[at]
  const n = token?.number
  return n !== undefined &&
    Number.isInteger(n) &&
    n >= 1 &&
    n <= 31 &&
    !token?.times &&
    token?.text.length !== 0
    ? n
    : undefined
}

function month(reading: Reading, at: number): Found<Period> | undefined {
  const previous = last(reading, at)
  const start = previous >= 0 ? previous : skip(reading, at, thisOne)
  const named = monthAt(reading, start)
  if (named === undefined) return undefined
  const said = yearJoined(reading, named.end)
  const recent = recentYear(reading, named.month, 1)
  const running = named.month === reading.today.month && recent === reading.today.year
  const earlier = previous >= 0 && (running || isSaidOfThis(reading, named.month))
  const year = said?.year ?? (earlier ? recent - 1 : recent)
  const assumptions = said === undefined ? [`${named.name} is read as ${named.name} ${year}.`] : []
  const value = months(year, named.month, 1, ...assumptions)
  const open = said === undefined && start === at
  const inYear = (other: number) => months(other, named.month, 1)
  return { value: { ...value, inYear, ...(open && { yearless: true }) }, end: said?.end ?? named.end }
}

/** "last October and this October": the one before this one, although this one is over. */
const isSaidOfThis = (reading: Reading, wanted: number): boolean =>
  reading.tokens.some((_, at) => {
    const start = thisOne(reading, at)
    return start >= 0 && monthAt(reading, start)?.month === wanted
  })

const joint = phrase('-|/')

/** "Q2 2025", and "Q2-2025" or "March/2025", which are no stretches that end with that year. */
function yearJoined(reading: Reading, at: number): ReturnType<typeof yearAfter> {
  const joined = joint(reading, at)
  return yearAfter(reading, at) ?? (joined < 0 ? undefined : yearNumber(reading, joined))
}

function months(year: number, first: number, count: number, ...assumptions: string[]): Period {
  const from = new Temporal.PlainDate(year, first, 1)
  return certain(from, from.add({ months: count }).subtract({ days: 1 }), ...assumptions)
}

const quarter = (reading: Reading, at: number) => part(reading, at, quarters, 3, 'Q')
const half = (reading: Reading, at: number) => part(reading, at, halves, 6, 'H')

const theYearItself = phrase('of? the year')
const OTHER_YEAR = /^(?:before|after|ended|ending|from|\d+)$/

/** "the first half of the year": of the one that runs. */
function runningYear(reading: Reading, at: number): { year: number; end: number } | undefined {
  const end = theYearItself(reading, at)
  if (end < 0 || OTHER_YEAR.test(reading.tokens[end]?.word ?? '')) return undefined
  return { year: reading.today.year, end }
}

function part(
  reading: Reading,
  at: number,
  names: readonly ReturnType<typeof phrase>[],
  length: number,
  letter: string,
): Found<Period> | undefined {
  const before = yearNumber(reading, at)
  for (const [i, words] of names.entries()) {
    const end = words(reading, before?.end ?? at)
    if (end < 0) continue
    const said = before ?? yearJoined(reading, end) ?? runningYear(reading, end)
    const year = said?.year ?? recentYear(reading, i * length + 1, 1)
    const assumptions = said === undefined ? [`${letter}${i + 1} is read as ${letter}${i + 1} ${year}.`] : []
    const last = before === undefined ? (said?.end ?? end) : end
    const value = months(year, i * length + 1, length, ...assumptions)
    const inYear = (other: number) => months(other, i * length + 1, length)
    return { value: { ...value, inYear, ...(said === undefined && { yearless: true }) }, end: last }
  }
  return undefined
}

function year(reading: Reading, at: number): Found<Period> | undefined {
  const found = yearNumber(reading, skip(reading, at, theYear))
  const pair = found === undefined ? undefined : yearPair(reading, found)
  if (found !== undefined && pair !== undefined)
    return { value: months(found.year, 1, 24, bothYears(found.year)), end: pair }
  return found && { value: months(found.year, 1, 12), end: found.end }
}

const bothYears = (year: number) =>
  `“${year}/${String(year + 1).slice(2)}” is read as ${year} and ${year + 1}.`

function weekday(reading: Reading, at: number): Found<Period> | undefined {
  // "on a Friday" is any Friday.
  if (/^(?:a|an|any|every|each|most)$/.test(reading.tokens[at - 1]?.word ?? '')) return undefined
  const start = skip(reading, at, last, thisOne)
  for (const [i, [name, words]] of WEEKDAYS.entries()) {
    const end = words(reading, start)
    if (end < 0 || reading.tokens[start]?.word.endsWith('ys')) continue
    // "on Saturday or Sunday" is any of them.
    const joint = anyOfThem(reading, end)
    if (start === at && WEEKDAYS.some(([, more]) => more(reading, joint) >= 0)) continue
    const back = (reading.today.dayOfWeek - (i + 1) + 7) % 7 || 7
    const day = reading.today.subtract({ days: back })
    return { value: certain(day, day, `${name} is read as ${dateWords(day.toString())}.`), end }
  }
  return undefined
}

const comma = phrase(',')

/** "Friday, 29 November 2024", "Fri 29 Nov": a date and its weekday, which have to agree. */
function onWeekday(reading: Reading, at: number): Found<Period> | undefined {
  const index = WEEKDAYS.findIndex(
    ([, words], i) => Math.max(words(reading, at), SHORT[i]?.(reading, at) ?? -1) >= 0,
  )
  if (index < 0) return undefined
  const from = skip(reading, skip(reading, at + 1, comma), the)
  const found = writtenDate(reading, from) ?? dayOfMonth(reading, from)
  if (found === undefined || found.value.doubts.length > 0) return found
  if (found.value.from.dayOfWeek === index + 1) return found
  const [name] = WEEKDAYS[index] ?? ['']
  const [actual] = WEEKDAYS[found.value.from.dayOfWeek - 1] ?? ['']
  const date = dateWords(found.value.from.toString())
  const doubt = question(at, found.end, `${date} was a ${actual}, not a ${name}. Which day do you mean?`)
  return { ...found, value: { ...found.value, doubts: [doubt] } }
}

const anyOfThem = phrase('or|to|through|/|-')
const lastWeekend = phrase('the? last|past|previous weekend', 'this past weekend')

function weekend(reading: Reading, at: number): Found<Period> | undefined {
  const end = lastWeekend(reading, at)
  if (end < 0) return undefined
  const sunday = reading.today.subtract({ days: reading.today.dayOfWeek % 7 || 7 })
  const saturday = sunday.subtract({ days: 1 })
  const stated = `“last weekend” is read as ${dateWords(saturday.toString())} and the day after.`
  return { value: certain(saturday, sunday, stated), end }
}

/** Some read the periods that these read. */
const READERS = [
  relativeDay,
  writtenDate,
  dayOfMonth,
  month,
  partOfMonth(month),
  quarter,
  half,
  year,
  weekday,
  weekend,
  onWeekday,
  holiday,
  season,
  weekNumber,
  slashDay,
  dayAlone,
  weekOfDay(period),
  ofYearBefore(period),
]
