import { forSoLong } from './so-long.ts'
import { countBehind, MOST_ORDERS } from './count-behind.ts'
import { type Head, moreOrders, nothingSince } from './count-around.ts'
import { orderAgeSlot } from './order-age.ts'
import { addingUpTo, sumOf } from './orders-adding-up.ts'
import {
  askMerged,
  moneyAsked,
  AT_LEAST_ONE,
  atLeast,
  isAtLeastOne,
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
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import {
  comparedBehind,
  comparison,
  isPlain,
  mayCount,
  type Test,
} from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { SHOULD_BE } from '../../language/grammar/duty.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { placeBehindComma } from '../../language/grammar/place-behind-comma.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  type Found,
  type Parser,
  type Reading,
  said as written,
  wordAt,
} from '../../language/grammar/reading.ts'
import { oneIsEnough } from '../../language/grammar/recurring.ts'
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

const totalOf = phrase('a total of')
const isWord = phrase('is|was|of|are|=|:|equals', 'equal to', ...SHOULD_BE)

/** `2+ orders`, `no orders in 60 days`, `at least one order over 80`, `order count over 5`. */
export const orderNoun: Parser<Meaning> = (reading, at) => {
  const start = leads(reading, at)
  const named = skip(reading, start, article)
  const counted = Math.max(countNoun(reading, named), signed(reading, plainCount(reading, named)))
  const head =
    counted >= 0
      ? countFirst(reading, counted)
      : (moreOrders(reading, start) ??
        quantityFirst(reading, start) ??
        reachedFirst(reading, at) ??
        deniedFirst(reading, at))
  if (head === undefined) return undefined
  const { test, slots, denied } = head.value
  // "purchases in 2 categories" may be several; one order that holds them is called an order.
  const anyOfThem = test === AT_LEAST_ONE && /^(?:orders|purchases)$/.test(wordAt(reading, head.end - 1))
  const many = test === AT_LEAST_ONE && plural.test(wordAt(reading, head.end - 1))
  const several = many || severalAsked(test)
  const ownTotal: typeof totalSlot = (words, from, filled) =>
    several && addingUpTo(words, from) !== undefined ? undefined : totalSlot(words, from, filled)
  const kindSlots = anyOfThem ? [] : [orderKindsSlot]
  const readers = [timingSlot, orderAgeSlot, ownTotal, placeBehindComma, ...kindSlots, ...whereSlots]
  const said = collect(reading, head.end, slots, readers, between)
  const inAll = several ? addingUpTo(reading, said) : undefined
  if (inAll !== undefined) return countAndSum(reading, head, inAll, at)
  const behind = test === AT_LEAST_ONE ? countBehind(reading, said) : undefined
  if (behind !== undefined) {
    const end = collect(reading, behind.end, slots, readers, between)
    withTotal(reading, slots, start, end)
    return { value: countMeaning(reading, behind.value, slots, at, end), end }
  }
  const end = test === NONE ? forSoLong(reading, slots, said) : said
  const sum = many ? slots.total : undefined
  const inTotal = saysInTotal(reading, head.end, end) || saysTotal(reading, at, head.end)
  // "total online orders of 5 or more" are so many.
  if (sum !== undefined && inTotal && sum.currency === undefined && sum.tests.every(isFew))
    return { value: countMeaning(reading, sum, slots, at, end), end }
  if (sum !== undefined && inTotal) {
    const asked = moneyAsked(reading, sum)
    return { value: told(ordersAsked('spend', asked.test, slots), slots, asked.assumptions), end }
  }
  withTotal(reading, slots, start, end)
  const compared = comparedBehind(reading, test, end)
  const meaning = countMeaning(reading, compared.value, slots, at, compared.end)
  return { value: denied === true ? notSoMany(meaning, test) : meaning, end: compared.end }
}

/** More than one order is counted, so that what they come to can be their sum. */
const severalAsked = ({ tests }: Test): boolean =>
  tests.some(({ op, value }) => (op === '>' ? 1 : 2) <= Math.max(...[value].flat()) && !op.startsWith('<'))

/** "3+ orders in the last 6 weeks that add up to 200": so many orders, and their sum. */
function countAndSum(
  reading: Reading,
  { value: { test, slots, denied } }: Head,
  { value, end: from }: Found<Test>,
  at: number,
): Found<Meaning> | undefined {
  if (denied === true) return undefined
  const end = collect(reading, from, slots, [timingSlot, ...whereSlots], between)
  const counted = countMeaning(reading, test, slots, at, end)
  const sum = sumOf(reading, value, slots)
  if (test === AT_LEAST_ONE) return { value: told(sum.criteria, slots, sum.assumptions), end }
  if (counted.criteria === undefined) return { value: counted, end }
  const assumptions = [...counted.assumptions, ...sum.assumptions]
  return { value: { ...counted, criteria: allOf([counted.criteria, sum.criteria]), assumptions }, end }
}

const plural = /s$/
const isFew = ({ value }: Test['tests'][number]): boolean => [value].flat().every((n) => n <= MOST_ORDERS)
/** "total in-store purchases of $250": what they came to together. */
const saysTotal = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => /^(?:total|combined|overall|cumulative)$/.test(word))
/** "orders worth over 500 in total": that is all of them together. */
const saysInTotal = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }, i) => word === 'total' && tokens[from + i - 1]?.word === 'in')

/** "haven’t placed 3 orders yet": fewer, or none. */
const notSoMany = (meaning: Meaning, { tests }: Test): Meaning => ({
  ...meaning,
  ...(meaning.criteria === undefined ? {} : { criteria: negated(meaning.criteria) }),
  assumptions: [
    ...meaning.assumptions.filter((stated) => stated !== NON_BUYERS),
    ...(tests.every(({ op }) => op.startsWith('>')) ? [NON_BUYERS] : []),
  ],
})

/** "orders >= 3" and "orders between 2 and 4" count them; "orders above 150" speaks of what each came to. */
function signed(reading: Reading, at: number): number {
  if (reading.tokens[at]?.kind === 'sign') return at
  const found = comparison(reading, at)?.value
  if (found === undefined || found.bare || !mayCount(found)) return -1
  const most = wordAt(reading, at - 2) === 'total' ? MOST_ORDERS : FEW
  return found.tests.every(({ value }) => [value].flat().every((one) => one <= most)) ? at : -1
}

/** No order comes to so little that "orders over 5" would speak of its total, nor all of them to 20. */
const FEW = 5

function leads(reading: Reading, at: number): number {
  let start = at
  for (let i = 0; i < 3; i++) start = skip(reading, start, lead)
  return skip(reading, start, totalOf)
}

const article = phrase('a|an|the|their')
const reached = phrase('reached|reach|reaching|achieved|hit', 'got|get up? to', 'made it to')

function countFirst(reading: Reading, at: number): Head | undefined {
  const test = comparison(reading, skip(reading, skip(reading, at, isWord), isWord))
  return test && { value: { test: exact(test.value), slots: noSlots() }, end: test.end }
}

/** "an order count of 3" is that count. */
const exact = (test: Test): Test => (test.bare ? { ...test, bare: false } : test)

function quantityFirst(reading: Reading, at: number): Head | undefined {
  const slots = noSlots()
  const nothing = nothingDone(reading, at)
  if (nothing >= 0) return { value: { test: NONE, slots }, end: nothing }
  const said = comparison(reading, at)
  // "no more than 2" is no "no".
  const refused = none(reading, at) >= (said?.end ?? 0) ? none(reading, at) : -1
  const alone = refused >= 0 ? -1 : single(reading, at)
  const number = refused >= 0 || alone >= 0 ? undefined : said
  if (number !== undefined && !isPlain(number.value)) return undefined
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
  const compared = comparedBehind(reading, test, end)
  const ended = test.bare ? nothingSince(reading, end) : -1
  if (ended >= 0) return { value: { test: exact(test), slots }, end: ended }
  return { value: { test: compared.value, slots }, end: compared.end }
}

/** "reached 3 orders", "haven’t placed 3 orders yet": at least so many is what is reached, or is not. */
const orMore = (test: Test): Test =>
  test.bare ? { ...test, tests: test.tests.map((one) => ({ ...one, op: '>=' as const })), bare: false } : test

/** "reached 5 orders": so many, and whatever came after. */
function reachedFirst(reading: Reading, at: number): Head | undefined {
  const { negative, end } = polarity(reading, at)
  const start = negative ? -1 : reached(reading, end)
  const head = start < 0 ? undefined : quantityFirst(reading, start)
  const test = head?.value.test
  if (head === undefined || test === undefined || test === AT_LEAST_ONE || test === NONE) return undefined
  return { ...head, value: { ...head.value, test: orMore(test) } }
}

const ones = phrase('one|ones')
const ordersBefore = (reading: Reading, at: number): boolean =>
  [...placesBefore(at)].some((i) => noun(reading, i) >= 0)

/** "haven’t had any orders", "never had an order under 30": none of them; "haven’t placed at least 3 orders": not so many. */
function deniedFirst(reading: Reading, at: number): Head | undefined {
  const { negative, end } = polarity(reading, at)
  if (!negative) return undefined
  const grown = reached(reading, end)
  const start = grown >= 0 ? grown : leads(reading, end)
  const head = quantityFirst(reading, start)
  if (head === undefined) return undefined
  const { test, slots } = head.value
  if (grown >= 0 && (test === AT_LEAST_ONE || test === NONE)) return undefined
  if (test === AT_LEAST_ONE || notOne(reading, start) >= 0) return { ...head, value: { slots, test: NONE } }
  const later = grown >= 0 || yetTo(reading, at) >= 0 || yet(reading, head.end) >= 0
  if (test.bare ? !later : test === NONE) return undefined
  return { value: { slots, test: orMore(test), denied: true }, end: skip(reading, head.end, yet) }
}

const notOne = phrase('single|one', 'one single', 'even? a|one single?')
const yet = phrase('yet')
const yetTo = phrase('have|has|are|is? yet|still to')

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
  // "new this quarter and already 2 orders": so many, and maybe more.
  const already = wordAt(reading, from - 1) === 'already' || wordAt(reading, from) === 'already'
  if (test.bare && slots.timing === undefined && n !== 0 && !already) {
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
