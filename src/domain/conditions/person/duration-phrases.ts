import type { Comparison } from '../shared/comparison.ts'
import { withSuffix } from '../shared/columns/column-phrases.ts'
import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'

const years = phrase('year|years|yr|yrs|y')
const months = phrase('month|months|mo|mos')

/** A number of years or months, with what it is compared by: the number in its unit, and the unit in years. */
export interface Time {
  readonly test: Test
  readonly scale: number
}

const aYear = phrase('a year', 'one year')
const yearAndHalf = phrase('a|one|1 year and a half', 'a|one|1 and a half years')
const halfYear = phrase('half a year')
const aDecade = phrase('a decade')
const LIMITS: readonly (readonly [Exclude<Comparison['op'], 'between'>, Phrase])[] = [
  ['>', phrase('more|longer than', 'over', 'above')],
  ['>=', phrase('at least', 'no less than')],
  ['<', phrase('less|fewer|shorter than', 'under', 'below')],
  ['<=', phrase('at most', 'up to', 'no more than')],
]

const longerWord = phrase('longer')
const ownSign = phrase("'")
const LENGTH = [
  [1, phrase('year', 'twelve months')],
  [0.5, phrase('half year', 'half a year')],
] as const
/** “The last year” is one. */
export function oneLength(reading: Reading, at: number): Found<Time> | undefined {
  for (const [value, words] of LENGTH) {
    const end = words(reading, at)
    if (end >= 0) return { value: { test: { tests: [{ op: '=', value }], bare: true }, scale: 1 }, end }
  }
  return undefined
}

const between = phrase('between|from')
const and = phrase('and|to', '-|–')
/** `between 18 months and 3 years`: each end in its own unit. */
function mixedRange(reading: Reading, at: number): Found<Time> | undefined {
  const low = oneTime(reading, skip(reading, at, between))
  const joint = low === undefined ? -1 : and(reading, low.end)
  const high = joint < 0 ? undefined : oneTime(reading, joint)
  if (low === undefined || high === undefined || high.value < low.value) return undefined
  const test: Test = { tests: [{ op: 'between', value: [low.value, high.value] }], bare: false }
  return { value: { test, scale: 1 }, end: high.end }
}

function oneTime(reading: Reading, at: number): Found<number> | undefined {
  const { number, currency } = reading.tokens[at] ?? {}
  if (number === undefined || currency !== undefined) return undefined
  const year = years(reading, at + 1)
  const month = months(reading, at + 1)
  if (year < 0 && month < 0) return undefined
  return { value: year >= 0 ? number : Math.round((number / 12) * 100) / 100, end: Math.max(year, month) }
}

/** A number of years or months, with what it is compared by. */
export function duration(reading: Reading, at: number): Found<Time> | undefined {
  const range = mixedRange(reading, at)
  if (range !== undefined) return range
  for (const [op, words] of LIMITS) {
    const from = words(reading, at)
    if (from < 0) continue
    for (const [value, one] of [
      [1.5, yearAndHalf],
      [1, aYear],
      [0.5, halfYear],
      [10, aDecade],
    ] as const) {
      const end = one(reading, from)
      if (end >= 0) return { value: { test: { tests: [{ op, value }], bare: false }, scale: 1 }, end }
    }
  }
  const start = skip(reading, at, longerWord)
  const found = comparison(reading, start) ?? longer(reading, at)
  if (found === undefined || !mayCount(found.value)) return undefined
  const year = years(reading, found.end)
  const unit = year >= 0 ? year : months(reading, found.end)
  if (unit < 0) return undefined
  const { test, end } = withSuffix(reading, found.value, skip(reading, unit, ownSign))
  return { value: { test, scale: year >= 0 ? 1 : 1 / 12 }, end }
}

const LENGTHS = [
  ['>', phrase('longer than')],
  ['<', phrase('shorter|newer than')],
] as const

/** "Longer than 2 years" */
function longer(reading: Reading, at: number): Found<Test> | undefined {
  for (const [op, words] of LENGTHS) {
    const from = words(reading, at)
    const number = from < 0 ? undefined : comparison(reading, from)
    if (number?.value.bare !== true) continue
    const tests = number.value.tests.map((one) => (Array.isArray(one.value) ? one : { op, value: one.value }))
    return { value: { ...number.value, bare: false, tests }, end: number.end }
  }
  return undefined
}
