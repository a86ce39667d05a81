import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { longestIn, phrase } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { span, unitAt } from '../../language/grammar/span.ts'

/** A length of time that is compared, in days. */
export interface Days {
  readonly test: Test
  readonly assumptions: readonly string[]
}

const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 30, quarter: 91, year: 365 } as const

const LIMITS: readonly (readonly ['>' | '>=' | '<' | '<=', ReturnType<typeof phrase>])[] = [
  ['>', phrase('more|longer than', 'over|above')],
  ['>=', phrase('at least')],
  ['<', phrase('less than', 'under|below')],
  ['<=', phrase('at most', 'up to')],
]
/** "over half a year", "less than a year and a half" */
function wordyLength(reading: Reading, at: number): Found<Days> | undefined {
  const limit = longestIn(reading, at, LIMITS)
  const length = limit && span(reading, limit.end)
  if (limit === undefined || length === undefined || length.value.bare || length.value.plus) return undefined
  const { n, unit } = length.value
  const test: Test = { tests: [{ op: limit.value, value: n }], bare: false }
  return { value: daysOf(test, { unit, times: 1 }), end: length.end }
}

/** `less than 30 days`, `at most 2 weeks`: in days, a month as 30 of them. */
export function lengthAt(reading: Reading, at: number): Found<Days> | undefined {
  const number = comparison(reading, at)
  if (number === undefined || number.value.bare || !mayCount(number.value)) return wordyLength(reading, at)
  const unit = unitAt(reading, number.end)
  return unit && { value: daysOf(number.value, unit), end: unit.end }
}

/** "days between orders under 14" has said its unit. */
export function bareDays(reading: Reading, at: number): Found<Days> | undefined {
  const number = comparison(reading, at)
  if (number === undefined || number.value.bare) return undefined
  return { value: daysOf(number.value, { unit: 'day', times: 1 }), end: number.end }
}

/** A comparison in another unit, as days. */
export function daysOf(test: Test, { unit, times }: { unit: keyof typeof DAYS; times: number }): Days {
  const one = DAYS[unit] * times
  const assumptions =
    unit === 'month' || unit === 'quarter' || unit === 'year'
      ? [`A ${unit} between orders is counted as ${DAYS[unit]} days.`]
      : []
  const tests = test.tests.map(({ op, value }): Test['tests'][number] => ({
    op,
    value: Array.isArray(value) ? [value[0] * one, value[1] * one] : value * one,
  }))
  return { test: { tests, bare: false }, assumptions }
}
