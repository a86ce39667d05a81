import { Temporal } from 'temporal-polyfill'
import { monthAt } from '../../language/grammar/calendar.ts'
import { HOLIDAYS } from '../../language/grammar/named-days.ts'
import { type Doubt, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, longest, type Parser, type Reading } from '../../language/grammar/reading.ts'
import { dateWords } from '../../time/words.ts'
import type { AnniversaryWindow } from './anniversary-window.ts'

/** When an anniversary falls, as said. None: it has to be asked. */
export interface When {
  readonly on?: AnniversaryWindow
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

export const when = (on: AnniversaryWindow, ...assumptions: string[]): When => ({
  on,
  assumptions,
  doubts: [],
})

export const inWord = phrase(
  'in|on|over|within|during|for|at',
  'some time in',
  'sometime in|during',
  'at some point in',
)
export const the = phrase('the')

const joint = phrase('or|and|,|/', ', or|and', '&')
const of = phrase('of', 'the month of')
const comma = phrase(',')

/** `in December`, `in June, July or August`, `in December 2025`. */
const months: Parser<When> = (reading, at) => {
  const opened = skip(reading, at, inWord)
  const first = monthAt(reading, skip(reading, skip(reading, opened, fromWord), the, of))
  if (first === undefined || dayNumber(reading, first.end) !== undefined) return undefined
  const year = yearAt(reading, skip(reading, first.end, comma, of))
  if (year !== undefined) {
    const from = new Temporal.PlainDate(year.year, first.month, 1)
    const to = from.with({ day: from.daysInMonth })
    return { value: when({ kind: 'dates', from: from.toString(), to: to.toString() }), end: year.end }
  }
  const found = new Set([first.month])
  let { end } = first
  for (;;) {
    const further = joint(reading, end)
    const more = further < 0 ? undefined : monthAt(reading, skip(reading, further, inWord))
    if (more === undefined || dayNumber(reading, more.end) !== undefined) break
    found.add(more.month)
    end = more.end
  }
  const through = upTo(reading, end)
  const to = through < 0 || found.size > 1 ? undefined : monthAt(reading, through)
  if (to !== undefined && dayNumber(reading, to.end) === undefined) {
    for (let month = first.month; month !== to.month; month = (month % 12) + 1) found.add(month)
    found.add(to.month)
    end = to.end
  } else if (fromWord(reading, opened) >= 0) return undefined
  return { value: when({ kind: 'months', months: [...found].toSorted((a, b) => a - b) }), end }
}

const upTo = phrase('to|until|till|through|thru|-|and')
const fromWord = phrase('from|between', 'anywhere between|from')
const quarterNames = [
  phrase('q1', 'the? first quarter'),
  phrase('q2', 'the? second quarter'),
  phrase('q3', 'the? third quarter'),
  phrase('q4', 'the? fourth|last|final quarter'),
]
const ofYear = phrase('of the|any year', 'of this year')

/** `in Q2`. */
const quarter: Parser<When> = (reading, at) => {
  for (const [i, words] of quarterNames.entries()) {
    const end = words(reading, skip(reading, at, inWord))
    if (end < 0) continue
    const on: AnniversaryWindow = { kind: 'months', months: [1, 2, 3].map((month) => month + 3 * i) }
    return { value: when(on), end: skip(reading, end, ofYear) }
  }
  return undefined
}

function dayNumber(reading: Reading, at: number): number | undefined {
  const token = reading.tokens[at]
  const n = token?.number
  return n !== undefined && Number.isInteger(n) && n >= 1 && n <= 31 && !token?.times ? n : undefined
}

export function yearAt(reading: Reading, at: number): { year: number; end: number } | undefined {
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || !/^20[0-4]\d$/.test(token.text)) return undefined
  return { year: Number(token.text), end: at + 1 }
}

interface Day {
  /** `MM-DD`; empty where only the day of the month was said. */
  readonly monthDay: string
  readonly day?: string
  readonly year?: number
  readonly stated: readonly string[]
}

/** `14 February`, `February 14th, 2026`, `2026-02-14`, `Valentine’s Day`. */
function dayAt(reading: Reading, at: number): Found<Day> | undefined {
  const start = skip(reading, at, the)
  const written = reading.tokens[start]?.date
  if (written?.order === 'ymd') {
    const [year, month, date] = written.parts
    return dated(month, date, start + 1, year)
  }
  const leading = dayNumber(reading, start)
  const named = monthAt(reading, leading === undefined ? start : skip(reading, start + 1, of))
  if (named !== undefined) {
    const date = leading ?? dayNumber(reading, skip(reading, named.end, the))
    if (date === undefined) return undefined
    const end = leading === undefined ? skip(reading, named.end, the) + 1 : named.end
    const year = yearAt(reading, skip(reading, end, comma))
    return dated(named.month, date, year?.end ?? end, year?.year)
  }
  for (const { name, words, on, days } of HOLIDAYS) {
    const end = words(reading, start)
    if (end < 0 || days !== undefined) continue
    const past = Temporal.PlainDate.compare(on(reading.today.year), reading.today) < 0
    const day = on(past ? reading.today.year + 1 : reading.today.year)
    const text = day.toString()
    return {
      value: {
        monthDay: text.slice(5),
        stated: [`${name} is read as ${dateWords(text).replace(/ \d+$/, '')}.`],
      },
      end,
    }
  }
  return undefined
}

function dated(month: number, date: number, end: number, year?: number): Found<Day> | undefined {
  if (month < 1 || month > 12 || date > new Temporal.PlainYearMonth(year ?? 2024, month).daysInMonth)
    return undefined
  const monthDay = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return { value: { monthDay, stated: [], ...(year === undefined ? {} : { year }) }, end }
}

/** `on 14 February`, `from 20 December to 6 January`, `between 1 and 15 May`. */
const days: Parser<When> = (reading, at) => {
  const opened = skip(reading, at, inWord)
  const start = skip(reading, opened, fromWord)
  const first = dayAt(reading, start) ?? bareDay(reading, start)
  if (first === undefined) return undefined
  const middle = upTo(reading, first.end)
  const second =
    middle < 0 || (start === opened && reading.tokens[first.end]?.word === 'and')
      ? undefined
      : dayAt(reading, middle)
  if (second === undefined) {
    if (first.value.monthDay === '') return undefined
    const { monthDay, year, stated } = first.value
    const on: AnniversaryWindow =
      year === undefined
        ? { kind: 'days', from: monthDay, to: monthDay }
        : { kind: 'dates', from: `${year}-${monthDay}`, to: `${year}-${monthDay}` }
    return start > opened ? undefined : { value: when(on, ...stated), end: first.end }
  }
  const { monthDay: to, year } = second.value
  const from =
    first.value.monthDay === '' ? `${to.slice(0, 3)}${first.value.day ?? ''}` : first.value.monthDay
  const stated = [...first.value.stated, ...second.value.stated]
  const begins = first.value.year ?? (year === undefined || from <= to ? year : year - 1)
  const on: AnniversaryWindow =
    year === undefined || begins === undefined
      ? { kind: 'days', from, to }
      : { kind: 'dates', from: `${begins}-${from}`, to: `${year}-${to}` }
  return { value: when(on, ...stated), end: second.end }
}

/** "between 1 and 15 May": the month is said behind the second. */
function bareDay(reading: Reading, at: number): Found<Day> | undefined {
  const day = dayNumber(reading, at)
  if (day === undefined) return undefined
  return { value: { monthDay: '', day: String(day).padStart(2, '0'), stated: [] }, end: at + 1 }
}

const seasonWord = phrase('spring|summer|autumn|fall|winter')
const SEASONS = {
  spring: 'in March, April or May',
  summer: 'in June, July or August',
  autumn: 'in September, October or November',
  winter: 'in December, January or February',
} as const

/** Where a season begins depends on who says it, and where. */
const season: Parser<When> = (reading, at) => {
  const start = skip(reading, skip(reading, at, inWord), the)
  const end = seasonWord(reading, start)
  if (end < 0) return undefined
  const name = reading.tokens[start]?.word ?? ''
  const choices = Object.entries(SEASONS).filter(([each]) => each === (name === 'fall' ? 'autumn' : name))
  const doubt = question(
    at,
    end,
    `Which months do you mean by “${name}”?`,
    choices.map(([, text]) => [text, text]),
  )
  return { value: { assumptions: [], doubts: [doubt] }, end }
}

const year: Parser<When> = (reading, at) => {
  const found = yearAt(reading, skip(reading, at, inWord))
  if (found === undefined) return undefined
  const on: AnniversaryWindow = { kind: 'dates', from: `${found.year}-01-01`, to: `${found.year}-12-31` }
  return { value: when(on), end: found.end }
}

/** Days, months and quarters by their names, with or without a year. */
export const namedDates: Parser<When> = longest(months, quarter, days, season, year)
