import type { Window } from '../../time/window.ts'
import { comparison, mayCount, type Test } from '../grammar/comparison.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'
import { window } from '../grammar/window.ts'
import type { SaidTime } from './edit-times.ts'

/** A time or a number as somebody says it by itself; a bare number may be either. */
export type SaidLimit =
  | { readonly kind: 'time'; readonly time: SaidTime }
  | { readonly kind: 'number'; readonly test: Test; readonly of: readonly string[] }
  | { readonly kind: 'bare'; readonly test: Test; readonly n: number }
  | { readonly kind: 'operator'; readonly op: '>' | '>=' | '<' | '<=' | '=' }
  | { readonly kind: 'any time' }

const anyTime = phrase(
  'ever|lifetime|anytime',
  'all time',
  'of all time',
  'at any time|point',
  'any time',
  'no time limit|window|frame?',
  'since ever|forever',
  'all of? time',
)
const nouns = phrase(
  'orders|order|times|time|purchases|purchase|units|items|visits|views|opens|clicks|emails|email|mails|mail|messages|texts|sessions|products|categories|brands|customers|people|percent|%|km|miles|kilometers|kilometres|mi|employees|staff|years|points|days',
)

const OPERATORS: readonly (readonly ['>' | '>=' | '<' | '<=' | '=', Phrase])[] = [
  ['>=', phrase('at least', 'or more', 'at minimum', 'minimum')],
  ['>', phrase('more than', 'over', 'above', 'strictly more? than?')],
  ['<', phrase('less|fewer than', 'under', 'below')],
  ['<=', phrase('at most', 'or less|fewer', 'up to', 'maximum', 'no more than')],
  ['=', phrase('exactly', 'equal to?')],
]

/** All of tokens [from, to) as a time, a number, or a comparison without its number. */
export function saidLimit(reading: Reading, from: number, to: number): SaidLimit | undefined {
  // "the last one" is no day.
  if (from >= to || reading.tokens[to - 1]?.word === 'one') return undefined
  if (anyTime(reading, from) === to) return { kind: 'any time' }
  for (const start of [from, skip(reading, from, article)]) {
    const length = span(reading, start)
    if (length === undefined || length.value.bare) continue
    if (length.end !== to && timeNoun(reading, length.end) !== to) continue
    const { n, unit } = length.value
    return { kind: 'time', time: { length: { n, unit } } }
  }
  const timing = window(reading, from)
  const [found, ...more] = timing?.end === to ? timing.value.windows : []
  if (found !== undefined && more.length === 0 && timing?.value.doubts.length === 0)
    return { kind: 'time', time: { window: found } }
  const test = comparison(reading, from)
  if (test !== undefined) {
    const noun = test.end === to ? to : nouns(reading, test.end)
    if (noun === to) return numberOf(reading, test, to)
  }
  const operator = OPERATORS.find(([, words]) => words(reading, from) === to)
  return operator && { kind: 'operator', op: operator[0] }
}

const article = phrase('the|a|only|just', 'only|just the|a')
const timeNoun = phrase('window|period|timeframe|range|span|lookback', 'time frame|span|window')
const leastFrom = phrase('from|starting', 'starting from|at')

/** "from 200": the lower limit. */
export function startingAt(reading: Reading, from: number, to: number): SaidLimit | undefined {
  const said = saidLimit(reading, leastFrom(reading, from), to)
  if (leastFrom(reading, from) < 0 || (said?.kind !== 'bare' && said?.kind !== 'number')) return undefined
  const [only, ...others] = said.test.tests
  if (!said.test.bare || only === undefined || others.length > 0) return undefined
  const of = said.kind === 'number' ? said.of : []
  return { kind: 'number', test: { ...said.test, bare: false, tests: [{ ...only, op: '>=' }] }, of }
}

function numberOf(reading: Reading, { value, end }: Found<Test>, to: number): SaidLimit {
  const of = reading.tokens.slice(end, to).map(({ word }) => word)
  const [only] = value.tests
  const n = value.bare && only !== undefined && !Array.isArray(only.value) ? only.value : undefined
  // "at least twice" says of what it is the number.
  if (value.times === true) return { kind: 'number', test: value, of: ['times'] }
  const plain = n !== undefined && of.length === 0 && mayCount(value)
  return plain && Number.isInteger(n) ? { kind: 'bare', test: value, n } : { kind: 'number', test: value, of }
}

/** The one window of a time that was said, where it is one. */
export const saidWindow = (time: SaidTime): Window | undefined => ('window' in time ? time.window : undefined)
