import type { Comparison, Operator } from '../../conditions/shared/comparison.ts'
import { type Amount, amount } from './amount.ts'
import { AFTER, BEFORE, type Tested } from './comparison-words.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Parser, type Reading, remembered, wordAt } from './reading.ts'

/** One or two tests of a number: "over 100 but under 300" is two. */
export interface Test {
  readonly tests: readonly Comparison[]
  /** No comparison was said: "3 orders". */
  readonly bare: boolean
  readonly currency?: string
  readonly percent?: true
  /** `twice`: the number itself says "times". */
  readonly times?: true
  /** Something vague was read as a number: "a couple of". */
  readonly assumption?: string
}

/** Nothing but a number: no money, no share, and no “times”. */
export const isPlain = ({ currency, percent, times }: Test): boolean =>
  (currency ?? percent ?? times) === undefined

/** How often or how many, as “3” and “twice” may say, and $3 and 3% may not. */
export const mayCount = ({ currency, percent }: Test): boolean => (currency ?? percent) === undefined

/** An amount of money, as “3” and $3 may be, and “twice” and 3% may not. */
export const mayBeMoney = ({ percent, times }: Test): boolean => (percent ?? times) === undefined

const between = phrase(
  'between',
  'anywhere|somewhere between|from',
  'in the range of?',
  'ranging from',
  'from',
  'within',
)
const rangeWord = phrase('to', '-', 'through', 'and')
const dash = phrase('to', '-', 'up to')
const link = phrase('but', 'and', 'yet', 'but also', 'and also', ',? but')
const couple = phrase('a? couple of?', 'multiple')
const atLeast = phrase('at least')
const nothing = phrase('zero', 'no', 'nil')

/** A number test: `more than 3`, `3 or more`, `2+`, `between 10 and 20`, `over 100 but under 300`, `3`. */
export const comparison: Parser<Test> = remembered((reading, at) => {
  const first = range(reading, at) ?? tested(reading, at)
  if (first === undefined) return vague(reading, at)
  const joint = link(reading, first.end)
  if (joint < 0 || first.value.bare) return first
  const second = tested(reading, joint)
  const [one] = first.value.tests
  const [two] = second?.value.tests ?? []
  if (second === undefined || second.value.bare || one === undefined || two === undefined) return first
  if (first.value.tests.length > 1 || !opposite(one.op, two.op)) return first
  // "less than $10 but at least one order", "AOV under 40 but at least 3 orders" compare two things.
  const otherThing =
    counted(reading, second.end) >= 0 &&
    counted(reading, first.end) < 0 &&
    (first.value.currency !== second.value.currency || isOfMoney(reading, at))
  // "a score of at most 4 and are at least 5 km from …", with a verb of its own, does as well.
  const otherMeasure =
    /^(?:is|are|was|were)$/.test(wordAt(reading, joint)) &&
    measured(reading, second.end) >= 0 &&
    measured(reading, first.end) < 0
  // "a longitude of less than 0 and at least once ordered" does as well.
  const otherTimes = second.value.times === true && first.value.times !== true
  // "an average over 100 but never more than 250 in one order": no average is of one order.
  const oneOrder = ofOneOrder(reading, second.end) >= 0 && isOfAverage(reading, at)
  if (otherThing || otherMeasure || otherTimes || oneOrder) return first
  return { value: { ...first.value, ...second.value, tests: [one, two] }, end: second.end }
})

const counted = phrase(
  'orders|order|purchases|purchase|times|transactions|items|units|emails|visits|views|clicks|opens',
)

/** Whether an amount of money is what stands at a token: "AOV 40", "an average order value that is under 40". */
function isOfMoney(reading: Reading, at: number): boolean {
  let before = at - 1
  while (/^(?:is|was|are|that|of|being|comes?|to|at|always|=|:)$/.test(wordAt(reading, before))) before--
  return moneyWord.test(wordAt(reading, before))
}

const ofOneOrder = phrase('in|on|with|at a|an|any|one|single one|single? order|purchase|transaction|basket')
const isOfAverage = ({ tokens }: Reading, at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some(({ word }) => /^(?:average|averages|avg|aov|mean)$/.test(word))

const moneyWord =
  /^(?:aov|average|spend|spent|spending|spends|paid|value|ltv|clv|total|totals|basket|baskets|revenue|worth|price|amount|order|ticket)$/

const measured = phrase('km|kms|kilometer|kilometers|kilometre|kilometres|mi|mile|miles')

const opposite = (a: Operator, b: Operator): boolean =>
  (a.startsWith('>') && b.startsWith('<')) || (a.startsWith('<') && b.startsWith('>'))

function range(reading: Reading, at: number): Found<Test> | undefined {
  const listed = listedRange(reading, at)
  if (listed !== undefined) return listed
  const opened = between(reading, at)
  const low = amount(reading, opened >= 0 ? opened : at)
  if (low === undefined) return undefined
  const middle = (opened >= 0 ? rangeWord : dash)(reading, low.end)
  const high = middle < 0 ? undefined : amount(reading, middle)
  if (high === undefined || high.value.value < low.value.value) return undefined
  const value: [number, number] = [low.value.value * sharedUnit(reading, at, low, high), high.value.value]
  return {
    value: { ...marks(low.value), ...marks(high.value), tests: [{ op: 'between', value }], bare: false },
    end: high.end,
  }
}

const listMark = phrase(', or|and?', 'or')

/** "2, 3 or 4 orders": numbers in a row are those from the first to the last. */
function listedRange(reading: Reading, at: number): Found<Test> | undefined {
  const first = amount(reading, at)
  if (first === undefined || !Number.isInteger(first.value.value)) return undefined
  let last = first
  let joined = ''
  for (let next = listMark(reading, last.end); next >= 0 && joined !== 'or'; ) {
    const more = amount(reading, next)
    if (more?.value.value !== last.value.value + 1) break
    joined = wordAt(reading, next - 1)
    last = more
    next = listMark(reading, last.end)
  }
  if (joined !== 'or' || suffix(reading, last.end) !== undefined) return undefined
  const value: [number, number] = [first.value.value, last.value.value]
  return {
    value: { ...marks(first.value), ...marks(last.value), tests: [{ op: 'between', value }], bare: false },
    end: last.end,
  }
}

/** "between one and two thousand", "1-2k": the unit of the second is meant for both, where both are small numbers of it. */
function sharedUnit(reading: Reading, at: number, low: Found<Amount>, high: Found<Amount>): number {
  const written = (from: number, to: number) =>
    reading.tokens
      .slice(from, to)
      .map(({ text }) => text.toLowerCase())
      .join(' ')
  const unit = unitIn(written(low.end, high.end))
  return unit > 1 && unitIn(written(at, low.end)) === 1 && low.value.value * unit < high.value.value
    ? unit
    : 1
}

const unitIn = (text: string): number =>
  /\bhundred$/.test(text)
    ? 100
    : /\bthousand\b|\d\s?k\b/.test(text)
      ? 1000
      : /\bmillion\b|\d\s?(?:m|mn)\b/.test(text)
        ? 1_000_000
        : 1

function tested(reading: Reading, at: number): Found<Test> | undefined {
  let before: { op: Tested['op']; end: number } | undefined
  for (const { op, words } of BEFORE) {
    const end = words(reading, at)
    if (end >= 0 && (before === undefined || end > before.end)) before = { op, end }
  }
  const number = amount(reading, skip(reading, before?.end ?? at, aFiller))
  if (number === undefined) return undefined
  const value = number.value.value
  const after = before === undefined ? suffix(reading, number.end) : undefined
  const op = before?.op ?? after?.op ?? '='
  return {
    value: {
      ...marks(number.value),
      tests: [{ op, value }],
      bare: before === undefined && after === undefined,
    },
    end: after?.end ?? number.end,
  }
}

const aFiller = phrase('a total of', 'a', 'of')

/** `… or more`, also where a noun stands between: "3 orders or more", "twice or more". */
export function suffix(reading: Reading, at: number): { op: Tested['op']; end: number } | undefined {
  let best: { op: Tested['op']; end: number } | undefined
  for (const { op, words } of AFTER) {
    const end = words(reading, at)
    if (end >= 0 && !goesOn(reading, end) && (best === undefined || end > best.end)) best = { op, end }
  }
  return best
}

/** A bare number with what compares it behind its noun: "3 times or more". */
export function comparedBehind(reading: Reading, test: Test, at: number): Found<Test> {
  // "2 or 3 orders tops" has its limits already.
  const limited = !test.bare && test.tests.every(({ op }) => op === 'between')
  const capped = limited ? suffix(reading, at) : undefined
  if (capped?.op === '<=') return { value: test, end: capped.end }
  const after = test.bare ? suffix(reading, at) : undefined
  if (after === undefined) return { value: test, end: at }
  const tests = test.tests.map((one) => ({ ...one, op: after.op }))
  return { value: { ...test, tests, bare: false }, end: after.end }
}

/** "3 orders, no more than 2 of them …", "2 orders or over 300 …": the words begin another comparison. */
const goesOn = (reading: Reading, at: number): boolean =>
  amount(reading, at) !== undefined || wordAt(reading, at) === 'than'

function vague(reading: Reading, at: number): Found<Test> | undefined {
  const none = nothing(reading, at)
  if (none >= 0) return { value: { tests: [{ op: '=', value: 0 }], bare: false }, end: none }
  // "at least a couple of"
  const end = couple(reading, skip(reading, at, atLeast))
  if (end < 0) return undefined
  const written = reading.tokens.slice(at, end).map((token) => token.text)
  return {
    value: {
      tests: [{ op: '>=', value: 2 }],
      bare: false,
      assumption: `“${written.join(' ')}” is read as at least 2.`,
    },
    end,
  }
}

const marks = ({ currency, percent, times }: Amount) => ({
  ...(currency === undefined ? {} : { currency }),
  ...(percent === undefined ? {} : { percent }),
  ...(times === undefined ? {} : { times }),
})
