import type { Criteria } from '../../criteria/schema.ts'
import { comparison } from '../grammar/comparison.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { span } from '../grammar/span.ts'
import { window } from '../grammar/window.ts'
import { setOperator, setTest, setWindow } from './edit-parts.ts'
import { matchingIn, replaceMatching } from './edit.ts'
import { editOf, type ReadPart, type Refined } from './refined.ts'

export const swap = phrase(
  'actually|instead|rather|make|change|switch|set|use|try|replace|swap|turn|update|raise|lower|increase|decrease|bump|extend|shorten',
  'make|change|switch|set|turn|raise|lower|increase|decrease|bump|extend|shorten it|that|this|them|the|window|period|threshold|amount|number|country|limit|spend|time|minimum|range? to|into|be|for|with|from?',
  'i meant|mean',
  'what|how about',
  'it|that|should be|was',
  'make it',
  'change the period|window|country|amount|threshold|number|city|time to',
  'no , ? i meant?',
  'sorry ,? i meant?',
  'instead of that',
  'the? window|period|amount|threshold should be',
  'switch|change to',
  'try with?',
)

export const lead = phrase(
  'no|ok|okay|now|so|and|but|then|please|hmm|wait|well|actually|also|,|instead|great|thanks|can|could|you',
  'can|could you please?',
  'let us',
  'for that',
)

export const withWord = phrase('with|by|for|to|into')
const the = phrase('the', 'it to', 'that to')
const swapTwo = phrase('replace|swap|change|switch|exchange the?')
const insteadOf = phrase('rather than', 'instead of', ', not', 'not', 'in place of')

/** `Germany instead of France`, `replace France with Germany`, `Germany, not France`. */
export function twoValues(
  reading: Reading,
  start: number,
  to: number,
  current: Criteria,
  part: ReadPart,
): Refined {
  const opened = swapTwo(reading, start)
  for (let i = start + 1; i < to; i++) {
    const joint = opened >= 0 ? withWord(reading, i) : insteadOf(reading, i)
    if (joint < 0) continue
    const [oldFrom, oldTo, newFrom, newTo] =
      opened >= 0 ? [opened, i, joint, to] : [joint, to, skip(reading, skip(reading, start, swap), the), i]
    const before = part(oldFrom, oldTo)
    const after = part(newFrom, newTo)
    if (before === undefined || after === undefined) continue
    const held = matchingIn(current, before)
    if (held.length === 1) return editOf(replaceMatching(current, before, after), start, to)
  }
  return undefined
}

const first = phrase('the? first|1st one|part|condition|window|filter|time?')
const second = phrase('the? second|2nd|last|other one|part|condition|window|filter|time?')

/** A window, an amount or a comparison by itself: `make it 60 days`, `at least, not more than`, `over 300`. */
export function parts(reading: Reading, start: number, to: number, current: Criteria): Refined {
  let from = start
  for (let i = 0; i < 3; i++) from = skip(reading, from, swap, lead)
  const one = first(reading, from)
  const other = one >= 0 ? -1 : second(reading, from)
  const which = one >= 0 ? 'first' : other >= 0 ? 'last' : undefined
  if (which !== undefined) from = skip(reading, Math.max(one, other), swap, withWord)
  const timing = window(reading, from)
  const [found] = timing?.value.windows ?? []
  if (timing?.end === to && found !== undefined && timing.value.doubts.length === 0)
    return editOf(setWindow(current, found, which), start, to)
  const length = span(reading, from)
  if (length !== undefined && length.end === to && !length.value.bare) {
    return editOf(
      setWindow(current, { kind: 'last', n: length.value.n, unit: length.value.unit }, which),
      start,
      to,
    )
  }
  const test = comparison(reading, from)
  if (test !== undefined && (test.end === to || onlyUnits(reading, test.end, to)))
    return editOf(setTest(current, test.value, which), start, to)
  const operator = OPERATORS.map(([op, words]) => ({ op, end: words(reading, from) })).toSorted(
    (a, b) => b.end - a.end,
  )[0]
  if (operator !== undefined && operator.end >= 0) {
    const rest = ruledOut(reading, operator.end)
    if (rest >= to) return editOf(setOperator(current, operator.op), start, to)
  }
  return undefined
}

const unitWords = phrase('orders|order|times|purchases|dollars|euros|days')
const onlyUnits = (reading: Reading, at: number, to: number): boolean => unitWords(reading, at) === to

const OPERATORS = [
  ['>=', phrase('at least', 'or more', 'at minimum', 'minimum')],
  ['>', phrase('more than', 'over', 'above', 'strictly more? than?')],
  ['<', phrase('less|fewer than', 'under', 'below')],
  ['<=', phrase('at most', 'or less|fewer', 'up to', 'maximum', 'no more than')],
  ['=', phrase('exactly', 'equal to?')],
] as const

const ruledWords = phrase(
  ',? not|rather|instead of|than? more|less|fewer|greater than',
  ',? not over|under|above|below|exactly',
  ',? not at least|most',
  ',? not or|strictly? more|less|fewer?',
  ',? rather than more|less|over|under than?',
  ',? instead of more|less|over|under than?',
)

const ruledOut = (reading: Reading, at: number): number => Math.max(at, ruledWords(reading, at))
