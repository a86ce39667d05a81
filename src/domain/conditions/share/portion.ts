import type { Operator } from '../shared/comparison.ts'
import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { longestIn, type Phrase, phrase } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'

export interface Portion {
  readonly test: Test
  readonly assumptions: readonly string[]
}

const PARTS: readonly (readonly [number, Phrase])[] = [
  [50, phrase('half', 'one half', 'a half')],
  [33.33, phrase('a|one third')],
  [66.67, phrase('two thirds')],
  [25, phrase('a|one quarter', 'a|one fourth')],
  [75, phrase('three quarters')],
]
const AGAINST: readonly (readonly [Operator, Phrase])[] = [
  ['>', phrase('more than', 'over', 'above', 'greater than')],
  ['>=', phrase('at least', 'no|not less than')],
  ['<', phrase('less|fewer than', 'under', 'below')],
  ['<=', phrase('at most', 'no|not more than', 'up to')],
  ['=', phrase('exactly')],
]
const orMore = phrase('or more', 'and more|up')
const most = phrase('most', 'the? majority', 'the? bulk', 'the most')
const all = phrase('all', 'every one', 'each')

/** `more than half`, `at least 80%`, `most`, `all`. */
export function portion(reading: Reading, at: number): Found<Portion> | undefined {
  const number = percentage(reading, at)
  if (number !== undefined) return { value: { test: number.value, assumptions: [] }, end: number.end }
  const majority = most(reading, at)
  if (majority >= 0) return { value: { test: over(50), assumptions: [MOST] }, end: majority }
  const whole = all(reading, at)
  if (whole >= 0) return { value: WHOLE, end: whole }
  const compared = longestIn(reading, at, AGAINST)
  const part = compared && longestIn(reading, compared.end, PARTS)
  if (compared !== undefined && part !== undefined)
    return { value: partOf(compared.value, part.value), end: part.end }
  const bare = longestIn(reading, at, PARTS)
  const more = bare === undefined ? -1 : orMore(reading, bare.end)
  return bare === undefined || more < 0 ? undefined : { value: partOf('>=', bare.value), end: more }
}

/** `at least 80%`: one test of a percentage. */
export function percentage(reading: Reading, at: number): Found<Test> | undefined {
  const found = comparison(reading, at)
  return found?.value.percent && !found.value.bare && found.value.tests.length === 1 ? found : undefined
}

export const WHOLE: Portion = { test: { tests: [{ op: '=', value: 100 }], bare: false }, assumptions: [] }
export const over = (value: number): Test => ({ tests: [{ op: '>', value }], bare: false })
const MOST = '“most” is read as more than half.'

const partOf = (op: Operator, value: number): Portion => ({
  test: { tests: [{ op, value }], bare: false },
  assumptions: Number.isInteger(value) ? [] : [`The share is read as ${value}%.`],
})
