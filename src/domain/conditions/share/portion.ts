import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'

export interface Portion {
  readonly test: Test
  readonly assumptions: readonly string[]
}

const HALVES = [
  [phrase('half', 'one half', 'a half'), 50],
  [phrase('a|one third'), 33.33],
  [phrase('two thirds'), 66.67],
  [phrase('a|one quarter', 'a|one fourth'), 25],
  [phrase('three quarters'), 75],
] as const
const AGAINST = [
  ['>', phrase('more than', 'over', 'above', 'greater than')],
  ['>=', phrase('at least', 'no|not less than')],
  ['<', phrase('less|fewer than', 'under', 'below')],
  ['<=', phrase('at most', 'no|not more than', 'up to')],
  ['=', phrase('exactly')],
] as const
const orMore = phrase('or more', 'and more|up')
const most = phrase('most', 'the? majority', 'the? bulk', 'the most')
const all = phrase('all', 'every one', 'each')

/** `more than half`, `at least 80%`, `most`, `all`. */
export function portion(reading: Reading, at: number): Found<Portion> | undefined {
  const number = comparison(reading, at)
  if (number?.value.percent && !number.value.bare && number.value.tests.length === 1)
    return { value: { test: number.value, assumptions: [] }, end: number.end }
  const majority = most(reading, at)
  if (majority >= 0) return { value: { test: over(50), assumptions: [MOST] }, end: majority }
  const whole = all(reading, at)
  if (whole >= 0) return { value: WHOLE, end: whole }
  for (const [op, words] of AGAINST) {
    const opened = words(reading, at)
    const found = opened < 0 ? undefined : fraction(reading, opened)
    if (found !== undefined) return { value: fractionOf(op, found.value), end: found.end }
  }
  const bare = fraction(reading, at)
  const more = bare === undefined ? -1 : orMore(reading, bare.end)
  return bare === undefined || more < 0 ? undefined : { value: fractionOf('>=', bare.value), end: more }
}

export const WHOLE: Portion = { test: { tests: [{ op: '=', value: 100 }], bare: false }, assumptions: [] }
export const over = (value: number): Test => ({ tests: [{ op: '>', value }], bare: false })
const MOST = '“most” is read as more than half.'

const fractionOf = (op: Test['tests'][number]['op'], value: number): Portion => ({
  test: { tests: [{ op, value }], bare: false },
  assumptions: Number.isInteger(value) ? [] : [`The share is read as ${value}%.`],
})

function fraction(reading: Reading, at: number): Found<number> | undefined {
  for (const [words, value] of HALVES) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  return undefined
}
