import { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import { HOLIDAYS, UNDATED } from './named-days.ts'
import { partOfMonth } from './part-of-month.ts'
import { type Doubt, question } from './meaning.ts'
import { recentYear, yearAfter, yearNumber } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, remembered } from './reading.ts'

/** A stretch of the calendar with a name: a day, `March 2025`, `Q2`, `2024`, `Black Friday last year`. */
export interface Period {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const the = phrase('the')
const of = phrase('of|in')
const last = phrase('last', 'previous', 'the last', 'the previous')
const thisOne = phrase('this', 'this past')
const today = phrase('today', 'now')
const yesterday = phrase('yesterday')
const dayBefore = phrase('the? day before yesterday')
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
const seasons = phrase('spring|summer|autumn|fall|winter')
const theYear = phrase('the? year', 'calendar year', 'fy')

export const period = remembered((reading: Reading, at: number): Found<Period> | undefined => {
  let best: Found<Period> | undefined
  for (const read of [
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
    holiday,
    season,
  ]) {
    const found = read(reading, at)
    if (found !== undefined && (best === undefined || found.end > best.end)) best = found
  }
  return best
})

const certain = (from: Temporal.PlainDate, to: Temporal.PlainDate, ...assumptions: string[]): Period => ({
  from,
  to,
  assumptions,
  doubts: [],
})

function relativeDay(reading: Reading, at: number): Found<Period> | undefined {
  for (const [words, days] of [
    [today, 0],
    [yesterday, 1],
    [dayBefore, 2],
  ] as const) {
    const end = words(reading, at)
    if (end < 0) continue
    const day = reading.today.subtract({ days })
    return { value: certain(day, day), end }
  }
  return undefined
}

function writtenDate(reading: Reading, at: number): Found<Period> | undefined {
  const written = reading.tokens[at]?.date
  if (written === undefined) return undefined
  const [a, b, c] = written.parts
  if (written.order === 'ymd') return dated(a, b, c, at + 1)
  if (written.order === 'dmy') return dated(c, b, a, at + 1)
  const order = orderOfDates(reading)
  if (order === 'dmy' || a === b) return dated(c, b, a, at + 1)
  if (order === 'mdy') return dated(c, a, b, at + 1)
  const found = dated(c, b, a, at + 1)
  if (found === undefined) return undefined
  const dayFirst = iso(c, b, a)
  const monthFirst = iso(c, a, b)
  const doubt = question(
    at,
    at + 1,
    `Is ${reading.tokens[at]?.text ?? ''} written day first or month first?`,
    [
      [dateWords(dayFirst), dayFirst],
      [dateWords(monthFirst), monthFirst],
    ],
  )
  return { value: { ...found.value, doubts: [doubt] }, end: found.end }
}

/** A date such as 31/03/2025 anywhere in the message proves the order of the others. */
function orderOfDates(reading: Reading): 'dmy' | 'mdy' | undefined {
  for (const { date } of reading.tokens) {
    if (date?.order !== 'unsure') continue
    if (date.parts[0] > 12) return 'dmy'
    if (date.parts[1] > 12) return 'mdy'
  }
  return undefined
}

const iso = (y: number, m: number, d: number) =>
  `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`

function dated(y: number, m: number, d: number, end: number): Found<Period> | undefined {
  if (m < 1 || m > 12 || d < 1 || d > new Temporal.PlainYearMonth(y, m).daysInMonth) return undefined
  const day = new Temporal.PlainDate(y, m, d)
  return { value: certain(day, day), end }
}

function monthAt(reading: Reading, at: number): { month: number; name: string; end: number } | undefined {
  for (const [i, [name, words]] of MONTHS.entries()) {
    const end = words(reading, at)
    if (end >= 0) return { month: i + 1, name, end }
  }
  return undefined
}

function dayOfMonth(reading: Reading, at: number): Found<Period> | undefined {
  const start = skip(reading, at, the)
  const number = dayNumber(reading, start)
  const named = number === undefined ? monthAt(reading, at) : monthAt(reading, skip(reading, start + 1, of))
  if (named === undefined) return undefined
  const dayAt = number === undefined ? skip(reading, named.end, the) : start
  const day = number ?? dayNumber(reading, dayAt)
  if (day === undefined) return undefined
  const end = number === undefined ? dayAt + 1 : named.end
  const said = yearAfter(reading, end)
  const year = said?.year ?? recentYear(reading, named.month, day)
  const found = dated(year, named.month, day, said?.end ?? end)
  if (found === undefined || said !== undefined) return found
  return {
    value: {
      ...found.value,
      assumptions: [`${named.name} ${day} is read as ${dateWords(iso(year, named.month, day))}.`],
    },
    end,
  }
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
  const said = yearAfter(reading, named.end)
  const recent = recentYear(reading, named.month, 1)
  const running = named.month === reading.today.month && recent === reading.today.year
  const year = said?.year ?? (previous >= 0 && running ? recent - 1 : recent)
  const assumptions = said === undefined ? [`${named.name} is read as ${named.name} ${year}.`] : []
  return { value: months(year, named.month, 1, ...assumptions), end: said?.end ?? named.end }
}

function months(year: number, first: number, count: number, ...assumptions: string[]): Period {
  const from = new Temporal.PlainDate(year, first, 1)
  return certain(from, from.add({ months: count }).subtract({ days: 1 }), ...assumptions)
}

const quarter = (reading: Reading, at: number) => part(reading, at, quarters, 3, 'Q')
const half = (reading: Reading, at: number) => part(reading, at, halves, 6, 'H')

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
    const said = before ?? yearAfter(reading, end)
    const year = said?.year ?? recentYear(reading, i * length + 1, 1)
    const assumptions = said === undefined ? [`${letter}${i + 1} is read as ${letter}${i + 1} ${year}.`] : []
    const last = before === undefined ? (said?.end ?? end) : end
    return { value: months(year, i * length + 1, length, ...assumptions), end: last }
  }
  return undefined
}

function year(reading: Reading, at: number): Found<Period> | undefined {
  const found = yearNumber(reading, skip(reading, at, theYear))
  return found && { value: months(found.year, 1, 12), end: found.end }
}

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

function holiday(reading: Reading, at: number): Found<Period> | undefined {
  const start = skip(reading, at, last, thisOne)
  let best: Found<Period> | undefined
  for (const { name, words, on, days = 1, by } of HOLIDAYS) {
    const end = words(reading, start)
    if (end < 0 || (best !== undefined && end <= best.end)) continue
    const said = yearAfter(reading, end)
    const past = Temporal.PlainDate.compare(on(reading.today.year), reading.today) <= 0
    const day = on(said?.year ?? (past ? reading.today.year : reading.today.year - 1))
    const until = day.add({ days: days - 1 })
    const dates = [day, ...(days === 1 ? [] : [until])].map((one) => dateWords(one.toString())).join(' to ')
    const assumption = `${name} is read as ${dates}${by === undefined ? '' : `, ${by}`}.`
    best = { value: certain(day, until, assumption), end: said?.end ?? end }
  }
  return undatedAt(reading, start, best?.end ?? start) ?? best
}

/** What has a name and no rule for its dates is asked about, where that is longer than what has one. */
function undatedAt(reading: Reading, at: number, least: number): Found<Period> | undefined {
  for (const [name, words] of UNDATED) {
    const named = words(reading, at)
    if (named <= least) continue
    const end = yearAfter(reading, named)?.end ?? named
    const says = `Which dates do you mean by ${name}? Please say them, such as “from 1 to 7 December 2025”.`
    return { value: { ...certain(reading.today, reading.today), doubts: [question(at, end, says)] }, end }
  }
  return undefined
}

/** Where a season begins depends on who says it. */
function season(reading: Reading, at: number): Found<Period> | undefined {
  const start = skip(reading, at, last, thisOne, the)
  const end = seasons(reading, start)
  if (end < 0) return undefined
  const name = reading.tokens[start]?.word ?? ''
  const said = yearAfter(reading, end)
  const first = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }[name] ?? 3
  const recent = recentYear(reading, first, 1)
  const year = said?.year ?? recent
  const value = months(year, first, 3)
  const southern = ((first + 5) % 12) + 1
  const south = months(said?.year ?? recentYear(reading, southern, 1), southern, 3)
  const choices = [value, south].map((stretch, i): readonly [string, string] => [
    `${dateWords(stretch.from.toString())} to ${dateWords(stretch.to.toString())} (${i === 0 ? 'north' : 'south'} of the equator)`,
    instead(reading, at, stretch),
  ])
  const doubt = question(at, said?.end ?? end, `Which months do you mean by “${name}”?`, choices)
  return { value: { ...value, doubts: [doubt] }, end: said?.end ?? end }
}

/** "since spring" takes the day on which it begins, "until spring" as well, "after spring" the last of its days. */
function instead(reading: Reading, at: number, { from, to }: Pick<Period, 'from' | 'to'>): string {
  const before = reading.tokens[at - 1]?.word ?? ''
  if (/^(?:since|before|until|till)$/.test(before)) return from.toString()
  if (/^(?:after|by|through)$/.test(before)) return to.toString()
  return `from ${from.toString()} to ${to.toString()}`
}
