import { countBehind } from './count-behind.ts'
import type { Criteria } from '../../criteria/schema.ts'
import {
  askMerged,
  AT_LEAST_ONE,
  atLeast,
  NONE,
  ordersAsked,
  passesZero,
  told,
  whereOf,
  withTotal,
} from '../../language/grammar/asked.ts'
import { orderKindsSlot } from '../../language/grammar/basket.ts'
import {
  between,
  type BuySlots,
  noSlots,
  pricedSlot,
  timesSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { everyOrder } from '../../language/grammar/every-order.ts'
import { comparison, suffix, type Test } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { inNth, nthSlot, type NthSlots } from '../../language/grammar/nth.ts'
import { notUntil, UNTIL } from '../../language/grammar/not-until.ts'
import { SHOULD_BE } from '../../language/grammar/duty.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  type Parser,
  type Reading,
  said as written,
  wordAt,
} from '../../language/grammar/reading.ts'
import { oneIsEnough } from '../../language/grammar/recurring.ts'
import { span } from '../../language/grammar/span.ts'
import { rollingTiming } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'
import { collect } from '../../language/grammar/slots.ts'
import {
  lead,
  none,
  nothingDone,
  apartWord,
  isBasket,
  some,
  single,
  orderAdjective,
  noun,
  countNoun,
  plainCount,
} from './order-nouns.ts'

export const buyVerb = phrase(
  'bought|buy|buys|buying|purchased|purchase|purchases|purchasing|ordered|order|orders|ordering|shopped|shop|shops|shopping|transacted|converted',
  'bought|purchased|ordered anything|something',
  'bought|purchased|ordered a|one single? thing|item from us?',
  'made|make|makes a|any|an|their purchase|purchases|order|orders|transaction',
  'placed|place|places a|any|an|their order|orders',
  'came|come|been back and? bought|ordered',
  'bought|ordered|shopped from|with|at us',
  'checked out',
  'had|have|having bought|ordered|purchased',
  'bought|ordered|purchased stuff|things|goods',
  'did? buy',
)

/** `bought in the last 30 days`, `haven’t ordered since June`, `ordered more than 3 times on mobile`. */
const bought: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = buyVerb(reading, start)
  // "all orders were …" is said of orders.
  if (verb < 0 || everyOrder(reading, at) >= 0) return undefined
  const slots: NthSlots = noSlots()
  const readers = [timesSlot, timingSlot, pricedSlot, nthSlot, ...whereSlots]
  const said = collect(reading, verb, slots, readers, between)
  const end = negative ? forSoLong(reading, slots, said) : said
  const nth = inNth(reading, slots, negative, start, end)
  if (nth !== undefined) return { value: nth, end }
  const until = negative ? notUntil(reading, { from: at, to: end }, slots.timing) : undefined
  const [during] = until?.windows ?? []
  if (during !== undefined && slots.times === undefined && whereOf(slots.where) === undefined)
    return { value: told({ type: 'orders', measure: 'first_date', during }, slots, [UNTIL]), end }
  withTotal(reading, slots, start, end)
  const only = Object.keys(slots.where).length > 0 ? trailingOnly(reading, end) : -1
  if (only >= 0)
    slots.doubts.push(
      question(start, only, 'Never in any other way? That can’t be asked of these orders yet.'),
    )
  if (negative && hasNoBounds(slots) && !saysNever(reading, at, verb)) {
    return { value: told(ordersAsked('count', NONE, slots), slots, [NEVER]), end }
  }
  return { value: boughtMeaning(slots, negative), end: Math.max(end, only) }
}

/** "not bought 180d": a length of time by itself, where something was not done. */
function forSoLong(reading: Reading, slots: BuySlots, at: number): number {
  const length = slots.timing === undefined ? span(reading, at) : undefined
  if (length === undefined || length.value.bare || window(reading, at) !== undefined) return at
  if (length.end < reading.tokens.length && closing(reading, length.end) < 0) return at
  slots.timing = rollingTiming(length.value)
  return length.end
}

const closing = phrase(',|;|.|and|but|)')

const trailingOnly = phrase('only', 'exclusively', 'solely')
export const NEVER = '“not bought”, without a time, is read as never bought.'

const hasNoBounds = ({ times, timing, where }: BuySlots): boolean =>
  times === undefined && timing === undefined && Object.keys(where).length === 0

const saysNever = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => /^(?:never|ever|yet)$/.test(word))

export function boughtMeaning(slots: BuySlots, negative: boolean): Meaning {
  if (slots.times !== undefined) {
    // "bought once" is one-and-done; "bought 3 times" has at least three.
    const once = slots.times.bare && slots.times.tests[0]?.value === 1
    const asked = once
      ? { test: slots.times, assumptions: ['“once” is read as exactly once.'] }
      : atLeast(slots.times, ' times')
    const criteria = onceLongAgo(asked.test, slots) ?? ordersAsked('count', asked.test, slots)
    const zero = !negative && passesZero(asked.test) ? [NON_BUYERS] : []
    if (!isAtLeastOne(asked.test)) slots.doubts.push(...askMerged(slots.timing))
    return told(negative ? negated(criteria) : criteria, slots, [...asked.assumptions, ...zero])
  }
  if (!negative)
    return told(ordersAsked('count', AT_LEAST_ONE, slots), slots, oneIsEnough(slots.where, 'order'))
  const lapsed = slots.timing !== undefined || Object.keys(slots.where).length > 0
  return told(ordersAsked('count', NONE, slots), slots, lapsed ? [NON_BUYERS] : [])
}

const isAtLeastOne = ({ tests }: Test): boolean =>
  tests.every(({ op, value }) => (op === '>=' && value === 1) || (op === '=' && value === 0))

/** "only once, more than 6 months ago": one order in all, and that one then. */
export function onceLongAgo(test: Test, { timing, where }: BuySlots): Criteria | undefined {
  const [during, more] = timing?.windows ?? []
  const [only] = test.tests
  if (timing?.whateverSince === true) return undefined
  if (during?.kind !== 'older' || more !== undefined || only?.op !== '=' || Object.keys(where).length > 0)
    return undefined
  return allOf([ordersAsked('count', test, { where }), { type: 'orders', measure: 'last_date', during }])
}

const isWord = phrase('is|was|of|are|=|:|equals', 'equal to', ...SHOULD_BE)

/** `2+ orders`, `no orders in 60 days`, `at least one order over 80`, `order count over 5`. */
const orderNoun: Parser<Meaning> = (reading, at) => {
  const start = leads(reading, at)
  const counted = Math.max(countNoun(reading, start), signed(reading, plainCount(reading, start)))
  const head =
    counted >= 0 ? countFirst(reading, counted) : (quantityFirst(reading, start) ?? deniedFirst(reading, at))
  if (head === undefined) return undefined
  const { test, slots } = head.value
  const readers = [timingSlot, totalSlot, orderKindsSlot, ...whereSlots]
  const said = collect(reading, head.end, slots, readers, between)
  const behind = test === AT_LEAST_ONE ? countBehind(reading, said) : undefined
  if (behind !== undefined) {
    const end = collect(reading, behind.end, slots, readers, between)
    withTotal(reading, slots, start, end)
    return { value: countMeaning(reading, behind.value, slots, at, end), end }
  }
  const end = test === NONE ? forSoLong(reading, slots, said) : said
  withTotal(reading, slots, start, end)
  const after = test.bare ? suffix(reading, end) : undefined
  if (after !== undefined) {
    const tests = test.tests.map((one) => ({ ...one, op: after.op }))
    return {
      value: countMeaning(reading, { ...test, tests, bare: false }, slots, at, after.end),
      end: after.end,
    }
  }
  return { value: countMeaning(reading, test, slots, at, end), end }
}

/** "orders >= 3" counts them; "orders above 150" speaks of what each came to. */
const signed = (reading: Reading, at: number): number => (reading.tokens[at]?.kind === 'sign' ? at : -1)

const leads = (reading: Reading, at: number): number =>
  skip(reading, skip(reading, at, lead), phrase('a total of'))

type Head = Found<{ test: Test; slots: BuySlots }>

function countFirst(reading: Reading, at: number): Head | undefined {
  const test = comparison(reading, skip(reading, skip(reading, at, isWord), isWord))
  return test && { value: { test: test.value, slots: noSlots() }, end: test.end }
}

function quantityFirst(reading: Reading, at: number): Head | undefined {
  const slots = noSlots()
  const nothing = nothingDone(reading, at)
  if (nothing >= 0) return { value: { test: NONE, slots }, end: nothing }
  const said = comparison(reading, at)
  // "no more than 2" is no "no".
  const refused = none(reading, at) >= (said?.end ?? 0) ? none(reading, at) : -1
  const alone = refused >= 0 ? -1 : single(reading, at)
  const number = refused >= 0 || alone >= 0 ? undefined : said
  if (
    number !== undefined &&
    (number.value.currency ?? number.value.percent ?? number.value.times) !== undefined
  )
    return undefined
  const start = refused >= 0 ? refused : alone >= 0 ? alone : (number?.end ?? skip(reading, at, some))
  const described = collect(reading, skip(reading, start, orderAdjective), slots, whereSlots, orderAdjective)
  const place = skip(reading, described, orderAdjective)
  // "one or more in-store purchases plus one or more online ones"
  const again = whereOf(slots.where) === undefined || !ordersBefore(reading, at) ? -1 : ones(reading, place)
  const end = Math.max(noun(reading, place), again)
  if (end < 0) return undefined
  // "on different orders" limits what was bought on them.
  const plain = number === undefined && refused < 0 && alone < 0
  if (plain && apartWord.test(wordAt(reading, end - 2))) return undefined
  if (isBasket.test(wordAt(reading, end - 1)) && totalSlot(reading, end, slots) === undefined)
    return undefined
  const exactlyOne: Test = { tests: [{ op: '=', value: 1 }], bare: false }
  const test = refused >= 0 ? NONE : alone >= 0 ? exactlyOne : (number?.value ?? AT_LEAST_ONE)
  const after = test.bare ? suffix(reading, end) : undefined
  if (after === undefined) return { value: { test, slots }, end }
  return {
    value: {
      test: { ...test, tests: test.tests.map((one) => ({ ...one, op: after.op })), bare: false },
      slots,
    },
    end: after.end,
  }
}

const ones = phrase('one|ones')
const ordersBefore = (reading: Reading, at: number): boolean =>
  [...placesBefore(at)].some((i) => noun(reading, i) >= 0)

/** "haven’t had any orders", "never had an order under 30": none of them. */
function deniedFirst(reading: Reading, at: number): Head | undefined {
  const { negative, end } = polarity(reading, at)
  const head = negative ? quantityFirst(reading, end) : undefined
  return head?.value.test === AT_LEAST_ONE ? { ...head, value: { ...head.value, test: NONE } } : undefined
}

function countMeaning(reading: Reading, test: Test, slots: BuySlots, from: number, to: number): Meaning {
  const n = test.tests[0]?.value
  const exact = reading.tokens.slice(from, to).some(({ word }) => /^(?:exactly|precisely)$/.test(word))
  if (slots.where.total !== undefined && n === 1 && test.tests[0]?.op === '=' && !exact) {
    return told(ordersAsked('count', AT_LEAST_ONE, slots), slots, [
      '“one order” of that kind is read as at least one.',
    ])
  }
  if (test.bare && n === 1)
    return told(ordersAsked('count', test, slots), slots, ['“one order” is read as exactly one.'])
  if (test.bare && slots.timing === undefined && n !== 0) {
    const at = reading.tokens.findIndex((token, i) => i >= from && i < to && token.number !== undefined)
    const rest = written(reading, at, to)
    const doubt = question(at, to, `Exactly that many, or at least? “${rest}” can be meant either way.`, [
      ['exactly', `exactly ${rest}`],
      ['at least', `at least ${rest}`],
    ])
    return told(undefined, { ...slots, doubts: [...slots.doubts, doubt] })
  }
  const asked = atLeast(test, ' orders')
  if (!isAtLeastOne(asked.test)) slots.doubts.push(...askMerged(slots.timing))
  const empty = passesZero(asked.test) && asked.test !== NONE ? [NON_BUYERS] : []
  const limited = slots.timing !== undefined || slots.where.total !== undefined
  const lapsed = asked.test === NONE && limited ? [NON_BUYERS] : []
  const enough = asked.test === AT_LEAST_ONE ? oneIsEnough(slots.where, 'order') : []
  return told(ordersAsked('count', asked.test, slots), slots, [
    ...asked.assumptions,
    ...empty,
    ...lapsed,
    ...enough,
  ])
}

export const orderPhrases: readonly Parser<Meaning>[] = [bought, orderNoun]
