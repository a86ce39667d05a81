import type { Unit } from '../../time/window.ts'
import { phrase, skip } from './phrase.ts'
import { type Parser, type Reading, wordAt } from './reading.ts'

/** A length of time: `90 days`, `a fortnight`, `6 months+`. */
export interface Span {
  readonly n: number
  readonly unit: Unit
  /** `90+ days`: that long or longer. */
  readonly plus: boolean
  /** No unit was said: "the last 30". */
  readonly bare: boolean
  readonly assumption?: string
}

interface UnitWords {
  readonly unit: Unit
  readonly times: number
  readonly words: ReturnType<typeof phrase>
}
const UNIT_WORDS: readonly UnitWords[] = [
  { unit: 'hour', times: 1, words: phrase('hour|hours|hr|hrs|h') },
  { unit: 'day', times: 1, words: phrase('day|days|d', 'calendar days') },
  { unit: 'week', times: 1, words: phrase('week|weeks|wk|wks|w') },
  { unit: 'day', times: 14, words: phrase('fortnight|fortnights') },
  { unit: 'month', times: 1, words: phrase('month|months|mo|mos|mth|mths|mnths|m') },
  { unit: 'quarter', times: 1, words: phrase('quarter|quarters|qtr|qtrs') },
  { unit: 'year', times: 1, words: phrase('year|years|yr|yrs|y') },
  { unit: 'year', times: 10, words: phrase('decade|decades') },
]

export function unitAt(reading: Reading, at: number): { unit: Unit; times: number; end: number } | undefined {
  // A letter alone is a unit only after a number.
  if (wordAt(reading, at).length === 1 && reading.tokens[at - 1]?.number === undefined) return undefined
  for (const { unit, times, words } of UNIT_WORDS) {
    const end = words(reading, at)
    if (end >= 0) return { unit, times, end }
  }
  return undefined
}

const article = phrase('a|an', 'one')
const half = phrase('half a|of?', 'half')
const andAHalf = phrase('and a half')
const couple = phrase('couple of?', 'a couple of?')
const plusSign = phrase('plus', 'or more|longer', 'and up|more')
/** “the last 30-day window”: what the days make up says no more than they do. */
const stretch = phrase('time? window|period|span|frame', 'timeframe|stretch|interval')

/** `90 days`, `90d+`, `a year and a half`, `half a year`, `a couple of weeks`, and bare `90`. */
export const span: Parser<Span> = (reading, at) => {
  const halved = half(reading, at)
  if (halved >= 0) {
    const unit = unitAt(reading, halved)
    if (unit?.unit === 'year')
      return { value: { n: 6, unit: 'month', plus: false, bare: false }, end: unit.end }
  }
  const coupled = couple(reading, at)
  if (coupled >= 0) {
    const unit = unitAt(reading, coupled)
    if (unit === undefined) return undefined
    const n = 2 * unit.times
    const assumption = `“a couple of ${unit.unit}s” is read as 2 ${unit.unit}s.`
    return { value: { n, unit: unit.unit, plus: false, bare: false, assumption }, end: unit.end }
  }
  const token = reading.tokens[at]
  const counted =
    token?.number !== undefined && !token.ordinal && !token.times && token.currency === undefined
  const n = counted ? token.number : undefined
  const start = n === undefined ? article(reading, at) : at + 1
  if (start < 0) return undefined
  const early = skip(reading, start, plusSign)
  const unit = unitAt(reading, early)
  if (unit === undefined) {
    if (n === undefined || !Number.isInteger(n)) return undefined
    return { value: { n, unit: 'day', plus: early > start, bare: true }, end: early }
  }
  const halfMore = andAHalf(reading, unit.end)
  const end = halfMore >= 0 ? halfMore : unit.end
  const whole = wholeUnits((n ?? 1) * unit.times + (halfMore >= 0 ? unit.times / 2 : 0), unit.unit)
  if (whole === undefined) return undefined
  const late = skip(reading, end, plusSign)
  const plus = early > start || late > end
  return { value: { ...whole, plus, bare: false }, end: skip(reading, late, stretch) }
}

const FINER = { year: ['month', 12], quarter: ['month', 3], week: ['day', 7], day: ['hour', 24] } as const

/** "1.5 years" is 18 months. */
function wholeUnits(n: number, unit: Unit): { n: number; unit: Unit } | undefined {
  if (Number.isInteger(n)) return n >= 1 && n <= 5000 ? { n, unit } : undefined
  if (unit === 'month' || unit === 'hour') return undefined
  const [finer, times] = FINER[unit]
  return Number.isInteger(n * times) ? { n: n * times, unit: finer } : undefined
}
