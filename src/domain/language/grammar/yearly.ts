import { Temporal } from 'temporal-polyfill'
import type { Window } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import { boundary } from './boundary.ts'
import { type Period, period } from './period.ts'
import { yearNumber } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import { hyphened } from './recurring-days.ts'
import { THAT_IS } from './that-is.ts'
import type { Timing } from './timing.ts'

const inside = phrase('in|on|over|during|for|at|of', 'in|during|over the', 'from|between')
const through = phrase('to|-|until|till|through|thru')
const listWord = phrase(',? and|or', ',', ',? and|or in|of')
const every = phrase('in|on|over|during|for? every|each single?', 'every single')
const running = phrase('running', 'in a row', 'straight', 'consecutively')
const yearsWord = phrase('years|year')
const lastWord = phrase('in|for|over|of? each? of? the? last|past|previous')
const eachOfLast = phrase('in|on|over|during|for? each|every|all of the last|past|previous')
const so = phrase(...THAT_IS, ',|:|(|-? so', ',|:|(|-')
const closed = phrase(')')

/** A stretch that comes every year: its ends may lie in two years. */
type Yearly = (year: number) => { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/**
 * Several years of one time of the year: `June to August 2023, 2024 and 2025`, `every December three years running`,
 * `each of the last two Black Fridays`.
 */
export function yearly(reading: Reading, at: number): Found<Timing> | undefined {
  return everyOne(reading, at) ?? inYears(reading, at)
}

/** "in December 2023 and 2024", "from June to August 2023, and 2024, and 2025" */
function inYears(reading: Reading, at: number): Found<Timing> | undefined {
  const first = stretchAt(reading, skip(reading, at, inside))
  if (first === undefined || first.value.year === undefined) return undefined
  const years = [first.value.year]
  let end = first.end
  let said: 'and' | 'or' | undefined
  for (;;) {
    const joint = listWord(reading, end)
    const next = joint < 0 ? undefined : yearNumber(reading, joint)
    if (next === undefined || years.includes(next.year)) break
    const words = reading.tokens.slice(end, joint).map(({ word }) => word)
    said = words.includes('and') ? 'and' : words.includes('or') ? 'or' : said
    years.push(next.year)
    end = next.end
  }
  if (said === undefined || years.length < 2) return undefined
  return timingOf(first.value.inYear, years, { end, every: said === 'and', stated: first.value.stated })
}

interface Stretch {
  readonly inYear: Yearly
  readonly year: number | undefined
  readonly stated: (years: readonly number[]) => readonly string[]
}

function stretchAt(reading: Reading, at: number): Found<Stretch> | undefined {
  const first = boundary(reading, at) ?? period(reading, at)
  if (first?.value.inYear === undefined) return undefined
  const joint = hyphened(reading, first.end) ? first.end : through(reading, first.end)
  const last = joint < 0 ? undefined : boundary(reading, joint)
  const ends = last === undefined ? [first.value] : [first.value, last.value]
  const [begin, close = begin] = ends.map(({ inYear }) => inYear)
  if (begin === undefined || close === undefined || ends.some(({ doubts }) => doubts.length > 0))
    return undefined
  const known = ends.find(({ yearless }) => yearless !== true)
  const inYear: Yearly = (year) => {
    const [from, to] = [begin(year).from, close(year).to]
    // "November to February" ends in the year after.
    return { from, to: Temporal.PlainDate.compare(from, to) > 0 ? close(year + 1).to : to }
  }
  return {
    value: { inYear, year: known?.from.year, stated: (years) => namesOf(begin, years) },
    end: last?.end ?? first.end,
  }
}

/** What days a holiday fell on. */
const namesOf = (inYear: NonNullable<Period['inYear']>, years: readonly number[]): readonly string[] =>
  years.flatMap((year) => inYear(year).assumptions)

/** "every summer three years running, so June to August 2023, 2024 and 2025", "every Black Friday for the last 3 years" */
function everyOne(reading: Reading, at: number): Found<Timing> | undefined {
  const counted = countedBefore(reading, at)
  const opened = counted?.end ?? every(reading, at)
  const named = opened < 0 ? undefined : period(reading, opened)
  if (named === undefined) return undefined
  const years = counted ?? countAt(reading, named.end)
  if (years === undefined) return undefined
  const end = counted === undefined ? years.end : named.end
  const opens = so(reading, end)
  const told = opens < 0 ? undefined : inYears(reading, opens)
  if (told !== undefined && told.value.windows.length === years.value)
    return { value: { ...told.value, every: true }, end: skip(reading, told.end, closed) }
  const { inYear } = named.value
  if (inYear === undefined || named.value.yearless !== true || named.value.doubts.length > 0) return undefined
  // The last one that there was: this year's, once it has begun.
  const { today } = reading
  const newest = Temporal.PlainDate.compare(inYear(today.year).from, today) <= 0 ? today.year : today.year - 1
  const all = Array.from({ length: years.value }, (_, back) => newest - back).toReversed()
  return timingOf(inYear, all, { end, every: true, stated: (of) => namesOf(inYear, of) })
}

/** "three years running", "for the last 3 years" */
function countAt(reading: Reading, at: number): Found<number> | undefined {
  const last = lastWord(reading, at)
  const start = last >= 0 ? last : skip(reading, at, inside)
  const n = reading.tokens[start]?.number
  const unit = n === undefined ? -1 : yearsWord(reading, start + 1)
  if (n === undefined || unit < 0 || !Number.isInteger(n) || n < 2 || n > 20) return undefined
  const end = running(reading, unit)
  return end < 0 && last < 0 ? undefined : { value: n, end: Math.max(end, unit) }
}

/** "in each of the last 3 Decembers" */
function countedBefore(reading: Reading, at: number): Found<number> | undefined {
  const opened = eachOfLast(reading, at)
  const n = opened < 0 ? undefined : reading.tokens[opened]?.number
  if (n === undefined || !Number.isInteger(n) || n < 2 || n > 20) return undefined
  return { value: n, end: opened + 1 }
}

function timingOf(
  inYear: Yearly,
  years: readonly number[],
  { end, every: each, stated }: { end: number; every: boolean; stated: Stretch['stated'] },
): Found<Timing> {
  const windows = years.map((year): Window => {
    const { from, to } = inYear(year)
    return { kind: 'dates', from: from.toString(), to: to.toString() }
  })
  const names = stated(years)
  const spelled = windows.map((one) =>
    one.kind === 'dates' ? `${dateWords(one.from ?? '')} to ${dateWords(one.to ?? '')}` : '',
  )
  const assumptions = names.length > 0 ? names : [`${each ? 'Each' : 'Any'} of these: ${spelled.join('; ')}.`]
  return { value: { windows, ...(each ? { every: true } : {}), assumptions, doubts: [] }, end }
}
