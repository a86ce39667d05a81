import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'

/** The bounds on a segment's size that words set: `500`, `20%`. */
export interface SizeRule {
  readonly least?: string
  readonly most?: string
}

/** What a number is to the size, and which number of the two is the last one allowed. */
const BOUNDS = [
  {
    words: phrase(
      'at most',
      'up to',
      'no|not more|bigger|larger|greater than',
      'no|not above|over',
      'not exceed',
      'max|maximum of?',
      'a? maximum of',
      'capped at',
      'or less',
      'limited to',
    ),
    bound: 'most',
    within: true,
  },
  {
    words: phrase(
      'at least',
      'no|not less|fewer|smaller than',
      'no|not below|under',
      'min|minimum of?',
      'a? minimum of',
    ),
    bound: 'least',
    within: true,
  },
  { words: phrase('under|below', 'less|fewer|smaller than', 'shy of'), bound: 'most', within: false },
  {
    words: phrase('over|above|beyond|exceed|exceeds|past', 'more|bigger|larger|greater than', 'exceeding'),
    bound: 'least',
    within: false,
  },
] as const

const between = phrase('between', 'from')
const and = phrase('and|to|-|–')
const people = phrase(
  'people|customers|members|persons|contacts|users|buyers|of',
  'of all? the? customers|people|base|database',
  'of the? whole|entire|customer? base|database',
  'in it|size|total',
)

/** `above 500 people` after "never" is at most 500; `under 20%` without it is less than that. */
export function sizeAt(reading: Reading, at: number, never: boolean): Found<SizeRule> | undefined {
  const two = between(reading, at)
  if (two >= 0 && !never) {
    const low = amountAt(reading, two)
    const high = low === undefined ? undefined : amountAt(reading, skip(reading, low.end, and))
    if (low === undefined || high === undefined) return undefined
    return { value: { least: low.value, most: high.value }, end: high.end }
  }
  const found = BOUNDS.map(({ words, ...bound }) => ({ ...bound, end: words(reading, at) })).toSorted(
    (a, b) => b.end - a.end,
  )[0]
  if (found === undefined || found.end < 0) return undefined
  const amount = amountAt(reading, found.end)
  if (amount === undefined) return undefined
  const { end, value } = amount
  // "Never above 500" is at most 500: what is forbidden ends where what is allowed begins.
  if (never) {
    if (found.within) return undefined
    return { value: found.bound === 'least' ? { most: value } : { least: value }, end }
  }
  const edge = found.within ? value : nextTo(value, found.bound === 'most' ? -1 : 1)
  return { value: found.bound === 'most' ? { most: edge } : { least: edge }, end }
}

/** The next size on one side of another; shares are taken as they are. */
const nextTo = (size: string, step: number): string =>
  size.endsWith('%') ? size : String(Math.max(0, Number(size) + step))

/** `500`, `20%`, `20 percent of all customers` */
export function amountAt(reading: Reading, at: number): Found<string> | undefined {
  const token = reading.tokens[at]
  if (token?.kind !== 'number' || token.number === undefined || token.currency !== undefined) return undefined
  const next = reading.tokens[at + 1]?.word ?? ''
  const share = next === '%' || next === 'percent' || next === 'pct'
  if (!share && !Number.isInteger(token.number)) return undefined
  const end = skip(reading, at + (share ? 2 : 1), people)
  return { value: `${token.number}${share ? '%' : ''}`, end: skip(reading, end, people) }
}
