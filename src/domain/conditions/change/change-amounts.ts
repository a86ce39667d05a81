import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Reading, said } from '../../language/grammar/reading.ts'
import { window } from '../../language/grammar/window.ts'
import type { ChangeCondition } from './change.ts'

/** How one stretch of time compares with another. */
export interface Compared {
  readonly op: ChangeCondition['op']
  readonly times: number
  readonly assumptions: readonly string[]
}

const percent = phrase('%|percent|pct')
const half = phrase('half', 'a half')
const PARTS = [
  [1 / 2, half],
  [1 / 3, phrase('a|one third')],
  [1 / 4, phrase('a|one quarter')],
  [2 / 3, phrase('two thirds')],
] as const
const by = phrase('by')
const atLeast = phrase('at least', 'a minimum of')
const moreThan = phrase('more than', 'over')
const plus = phrase('or more', 'plus')

/** `by 20%`, `more than half`, `at least a third`, `30% or more`: so much more or less. */
export function changedBy(reading: Reading, at: number, up: boolean): Found<Compared> | undefined {
  const start = skip(reading, at, by)
  const least = atLeast(reading, start)
  const over = moreThan(reading, start)
  const from = Math.max(least, over, start)
  const share = shareAt(reading, from)
  if (share === undefined || share.value <= 0 || (!up && share.value >= 1)) return undefined
  const end = skip(reading, share.end, plus)
  const bare = least < 0 && over < 0 && end === share.end
  const times = Math.round(10_000 * (up ? 1 + share.value : 1 - share.value)) / 10_000
  const words = said(reading, from, share.end)
  const assumptions = bare ? [`“${words}” is read as ${words} or more.`] : []
  const op = up ? (over >= 0 ? '>' : '>=') : over >= 0 ? '<' : '<='
  return { value: { op, times, assumptions }, end }
}

function shareAt(reading: Reading, at: number): Found<number> | undefined {
  for (const [value, words] of PARTS) {
    const end = words(reading, at)
    if (end >= 0) return { value, end }
  }
  const n = reading.tokens[at]?.number
  const end = n === undefined ? -1 : percent(reading, at + 1)
  return n === undefined || end < 0 ? undefined : { value: n / 100, end }
}

const to = phrase('to')

/** `to half`, `to 60%` of what it was. */
export function changedTo(reading: Reading, at: number): Found<Compared> | undefined {
  const opened = to(reading, at)
  const share = opened < 0 ? undefined : shareAt(reading, opened)
  if (share === undefined || share.value <= 0) return undefined
  const times = Math.round(10_000 * share.value) / 10_000
  return { value: { op: times < 1 ? '<=' : '>=', times, assumptions: [] }, end: share.end }
}

const more = phrase('more often|frequently?')
const less = phrase('less|fewer often|frequently?')

/** `20% less`, `at least half more`. */
export function percentMore(reading: Reading, at: number): Found<Compared> | undefined {
  const up = changedBy(reading, at, true)
  if (up === undefined) return undefined
  const grown = more(reading, up.end)
  if (grown >= 0) return { ...up, end: grown }
  const shrunk = less(reading, up.end)
  const down = shrunk < 0 ? undefined : changedBy(reading, at, false)
  return down && { ...down, end: shrunk }
}

const asMuch = phrase('as much|often|frequently|many')
const lessThan = phrase('less than', 'under')
const atMost = phrase('at most', 'no more than')
const exactly = phrase('exactly')
const timesWord = phrase('times|x|time')
const double = phrase('twice|double')

const LIMITS = [
  ['>=', phrase('at least')],
  ['>', moreThan],
  ['<', lessThan],
  ['<=', atMost],
  ['=', exactly],
] as const
/** No limit is said: the factor stands alone. */
const UNLIMITED = [undefined, phrase('about')] as const

/** `at least 2 times as much`, `at most 80% as often`, `twice as many units`. */
export function factor(reading: Reading, at: number): Found<Compared> | undefined {
  for (const [op, words] of [...LIMITS, UNLIMITED]) {
    const opened = op === undefined ? at : words(reading, at)
    if (opened < 0) continue
    const token = reading.tokens[opened]
    const twice = double(reading, opened)
    const n = twice >= 0 ? 2 : token?.number
    if (n === undefined || token?.currency !== undefined) continue
    const times = twice >= 0 ? twice : timesWord(reading, opened + 1)
    const share = twice >= 0 ? -1 : percent(reading, opened + 1)
    const least = Math.max(times, share)
    // "at least double this year vs last year": nothing but a comparison can follow.
    const alone = reading.tokens[opened]?.word === 'double' && window(reading, least) !== undefined
    const end = alone ? least : asMuch(reading, least)
    if (least < 0 || end < 0) continue
    const assumptions =
      op === undefined ? [`That is read as at least ${share >= 0 ? `${n}%` : `${n} times`} as much.`] : []
    return { value: { op: op ?? '>=', times: share >= 0 ? n / 100 : n, assumptions }, end }
  }
  return undefined
}
