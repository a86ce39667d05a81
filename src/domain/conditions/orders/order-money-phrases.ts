import { NONE } from '../../language/grammar/asked.ts'
import {
  between,
  noSlots,
  placeSlots,
  plainProductSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparison, mayBeMoney, type Test } from '../../language/grammar/comparison.ts'
import { discountAmountSlot } from '../../language/grammar/discount-amount.ts'
import { type Meaning, question } from '../../language/grammar/meaning.ts'
import { nthSlot, type NthSlots } from '../../language/grammar/nth.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { placeBehindComma } from '../../language/grammar/place-behind-comma.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, remembered, wordAt } from '../../language/grammar/reading.ts'
import { collect, type Slot, slot } from '../../language/grammar/slots.ts'
import { span } from '../../language/grammar/span.ts'
import {
  spendVerb,
  isWord,
  spendNoun,
  netNoun,
  netAfter,
  averagedNoun,
  averageNoun,
  averageVerb,
  averageWord,
  perOrder,
  largestNoun,
  largestOne,
  smallestNoun,
  savedVerb,
  savedNoun,
  gotWord,
  inDiscounts,
  spentBehind,
  takenOff,
  averageBehind,
  altogether,
  nothingWord,
  anythingWord,
} from './order-money-words.ts'
import { inOneSuchOrder } from './one-such-order.ts'
import { spendingMeaning } from './spending-meaning.ts'
import { worthOfPeople } from './worth-of-people.ts'

export interface Spending {
  readonly measure: 'spend' | 'net_spend' | 'average' | 'largest' | 'smallest' | 'discount'
  readonly negative: boolean
  readonly test: Test
  readonly slots: NthSlots
}

interface MoneySlots extends NthSlots {
  amount?: Test
}

const amountSlot: Slot<MoneySlots> = slot(
  (reading, at) => {
    const found = comparison(reading, at)
    return found === undefined || !mayBeMoney(found.value) ? undefined : found
  },
  (slots) => slots.amount !== undefined,
  (slots, value) => {
    slots.amount = value
  },
)
const forWord = phrase('for|with|at')
/** "paid over 100 for Tea", "spent 50+ with Glow" */
const forProducts: Slot<MoneySlots> = (reading, at, slots) => {
  const opened = forWord(reading, at)
  return opened < 0 || slots.amount === undefined ? undefined : plainProductSlot(reading, opened, slots)
}
const SOME: Test = { tests: [{ op: '>', value: 0 }], bare: false }

/** Money said about a customer's orders: `spent over 500 on Tea this year`, `AOV above 80`, `$500+ spenders`. */
export const spending: Parser<Spending> = remembered((reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const slots: MoneySlots = noSlots()
  // "marketplace spend above 150", "online AOV": where they ordered stands before the noun.
  const place = collect(reading, start, slots, placeSlots, between)
  const noun = ofProducts(reading, place, slots)
  const placed = averageOfPlace(reading, start, slots)
  const heads = [
    ['spend', noun > start ? -1 : spendVerb(reading, start)],
    ['spend', Math.max(spendNoun(reading, noun), worthOfPeople(reading, start))],
    ['net_spend', netNoun(reading, noun)],
    ['average', placed],
    ['average', Math.max(averageNoun(reading, noun), noun > start ? -1 : averageVerb(reading, start))],
    ['largest', Math.max(largestNoun(reading, noun), largestOne(reading, noun))],
    ['smallest', smallestNoun(reading, noun)],
    ['discount', noun > start ? -1 : Math.max(savedVerb(reading, start), savedNoun(reading, start))],
  ] as const
  const [measure, head] = heads.toSorted((a, b) => b[1] - a[1])[0] ?? ['spend', -1]
  if (head < 0) return amountFirst(reading, at)
  const nothing = nothingWord(reading, head)
  const anything = anythingWord(reading, head)
  const what = Math.max(nothing, anything)
  if (what >= 0 && measure === 'spend') slots.amount = nothing >= 0 || negative ? NONE : SOME
  const from = what >= 0 ? what : skip(reading, skip(reading, head, isWord), isWord)
  return finish(reading, from, slots, measure, what < 0 && negative)
})

/** "average online order above 90": where they ordered stands inside the noun. */
function averageOfPlace(reading: Reading, at: number, slots: MoneySlots): number {
  const average = averageWord(reading, at)
  const place = placeSlots.map((read) => (average < 0 ? undefined : read(reading, average, slots)))
  const found = place.find((one) => one !== undefined)
  const end = found === undefined ? -1 : averagedNoun(reading, found.end)
  if (end >= 0) found?.fill()
  return end
}

/** "Nike spend above 50": what it went on stands before the noun. */
function ofProducts(reading: Reading, at: number, slots: MoneySlots): number {
  const list = plainProductSlot(reading, skip(reading, at, beforeSpend), slots)
  if (list === undefined || plainSpend(reading, list.end) < 0) return at
  list.fill()
  return list.end
}

const beforeSpend = phrase('a|an|the|their? total|lifetime|overall?')
const plainSpend = phrase('spend|spending|spendings')
const boughtWord = phrase('bought|purchased|ordered|got')
const worthOf = phrase('worth of')
const moneyOf = phrase('of|in')

/** `bought over $100 worth of Tea`, `$50 of Nike spend`: money before the products that it went on. */
function worthFirst(reading: Reading, at: number) {
  const { negative, end: start } = polarity(reading, at)
  const bought = boughtWord(reading, start)
  const amount = comparison(reading, skip(reading, bought >= 0 ? bought : start, inAllOf))
  if (amount === undefined || !mayBeMoney(amount.value)) return undefined
  const worth = worthOf(reading, amount.end)
  const money = amount.value.currency === undefined ? -1 : moneyOf(reading, amount.end)
  const slots: MoneySlots = noSlots()
  slots.amount = amount.value
  const list =
    Math.max(worth, money) < 0 ? undefined : plainProductSlot(reading, Math.max(worth, money), slots)
  if (list === undefined) return undefined
  const spend = plainSpend(reading, list.end)
  if (bought < 0 && worth < 0 && spend < 0) return undefined
  list.fill()
  return finish(reading, Math.max(list.end, spend), slots, 'spend', negative)
}

const inAllOf = phrase('a total of')
const nowWord = phrase('now|meanwhile', 'by now')

/** More than a number of orders or visits would be: “over 300 lifetime”. */
const isLarge = (test: Test | undefined): boolean =>
  test !== undefined && !test.bare && test.tests.every(({ value }) => [value].flat().every((n) => n >= LARGE))
const LARGE = 100

/** "an order with $20 off" and "$20 off in a single order" are of that order, and not of all that was saved. */
const isOfOneOrder = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(Math.max(0, from - NEAR), from).some(({ word }) => /^(?:orders?|purchases?)$/.test(word)) ||
  tokens.slice(to, to + NEAR).some(({ word }) => /^(?:order|purchase|basket|per|each)$/.test(word))
const NEAR = 4

/** "got more than $50 off in total", "received over $50 in discounts" */
function offFirst(reading: Reading, at: number): Found<Spending> | undefined {
  const { negative, end: start } = polarity(reading, at)
  const got = gotWord(reading, start)
  const amount = comparison(reading, skip(reading, Math.max(got, start), inAllOf))
  if (amount === undefined || !mayBeMoney(amount.value)) return undefined
  const off = takenOff(reading, amount.end)
  // "100 off …" alone may be an offer that somebody writes of.
  if (off < 0 || (got < 0 && amount.value.bare) || isOfOneOrder(reading, at, off)) return undefined
  return finish(reading, off, { ...noSlots(), amount: amount.value }, 'discount', negative)
}

const lifetimeWord = phrase('lifetime total?', 'altogether', 'all time')
const COUNTED =
  /^(?:\p{L}*orders?|purchases?|times?|x|items?|units?|visits?|days?|weeks?|months?|years?|%|percent|opens?|clicks?|e?mails?|products?|discounts?|refunds?)$/u

/** "lifetime over 400", "lifetime 250 or more": of what is counted there is money alone that goes without its noun. */
function lifetimeFirst(reading: Reading, at: number): Found<Spending> | undefined {
  const head = lifetimeWord(reading, at)
  const amount = head < 0 ? undefined : comparison(reading, skip(reading, head, isWord))
  if (amount === undefined || !mayBeMoney(amount.value) || amount.value.bare) return undefined
  const time = span(reading, amount.end - 1)
  if (COUNTED.test(wordAt(reading, amount.end)) || time?.value.bare === false) return undefined
  return finish(reading, amount.end, { ...noSlots(), amount: amount.value }, 'spend', false)
}

function amountFirst(reading: Reading, at: number) {
  const worth = worthFirst(reading, at)
  if (worth !== undefined) return worth
  const off = offFirst(reading, at)
  if (off !== undefined) return off
  const whole = lifetimeFirst(reading, at)
  if (whole !== undefined) return whole
  const { negative, end: from } = polarity(reading, at)
  const start = skip(reading, from, nowWord)
  const none = nothingWord(reading, start)
  const amount = none < 0 ? comparison(reading, start) : { value: NONE, end: none }
  const plain = amount?.value.currency === undefined && !isLarge(amount?.value)
  const ever = amount === undefined || plain ? -1 : altogether(reading, amount.end)
  const average = amount === undefined ? -1 : averageBehind(reading, amount.end)
  const spent = amount === undefined ? -1 : Math.max(ever, spentBehind(reading, amount.end))
  // "500+ in a single order": read behind it, with all that may follow.
  const single = amount === undefined || plain || inOneSuchOrder(reading, amount.end) < 0 ? -1 : amount.end
  const behind = Math.max(average, spent, single)
  if (amount === undefined || behind < 0 || !mayBeMoney(amount.value)) return undefined
  const slots: MoneySlots = noSlots()
  slots.amount = amount.value
  return finish(reading, behind, slots, average >= 0 && average === behind ? 'average' : 'spend', negative)
}

/** “saved over 50 in discounts” is of all that was saved. */
const savedSlots = whereSlots.filter((one) => one !== discountAmountSlot)

function finish(
  reading: Reading,
  from: number,
  slots: MoneySlots,
  said: Spending['measure'],
  negative: boolean,
) {
  const readers = [
    amountSlot,
    timingSlot,
    nthSlot,
    placeBehindComma,
    ...(said === 'discount' ? savedSlots : whereSlots),
    ...(said === 'spend' ? [plainProductSlot, forProducts] : []),
  ]
  let end = collect(reading, from, slots, readers, between)
  if (slots.amount === undefined) return undefined
  const through = said === 'discount' ? inDiscounts(reading, end) : -1
  if (through >= 0) end = collect(reading, through, slots, [timingSlot, ...whereSlots], between)
  let measure = said
  if (said === 'net_spend') end = skip(reading, end, netAfter)
  if (said === 'spend') {
    const net = netAfter(reading, end)
    const average = perOrder(reading, end)
    const single = inOneSuchOrder(reading, end, slots)
    const large = slots.amount.tests.every(({ op }) => op.startsWith('>'))
    if (single >= 0 && !large) slots.doubts.push(oneOrAll(end, single))
    if (net >= 0) measure = 'net_spend'
    if (average >= 0) measure = 'average'
    // One order over an amount is there when the largest is.
    if (single >= 0) measure = 'largest'
    const qualified = Math.max(net, average, single)
    if (qualified >= 0)
      end = collect(reading, qualified, slots, [timingSlot, placeBehindComma, ...whereSlots], between)
  }
  // "averaging at least 50 an order"
  if (said === 'average') end = skip(reading, end, perOrder)
  return { value: { measure, negative, test: slots.amount, slots }, end: behindAll(reading, end) }
}

/** "spent under 50 in one order": was one of them as small, or each? */
const oneOrAll = (from: number, to: number) =>
  question(
    from,
    to,
    'Was one of their orders like that, or each of them? Say “an order under 50”, or “every order was under 50”.',
  )

/** "at least 750 all in": that is over everything they bought. */
function behindAll(reading: Reading, at: number): number {
  const orders = overOrders(reading, at)
  if (orders >= 0) return orders
  const end = allIn(reading, at)
  return end >= 0 && /^(?:[,.;:)]|)$/.test(wordAt(reading, end)) ? end : at
}

const overOrders = phrase(
  'in total? over|across all? of? their|the orders',
  'in total? over|across all orders',
  'alone',
  'to us alone?',
)
const allIn = phrase('all in|told|together')

const boughtFor = phrase('bought|ordered|purchased|shopped for')

/** "bought for over 500 in total" is what all of it came to; without that, one order. */
function boughtInAll(reading: Reading, at: number): Found<Spending> | undefined {
  const { negative, end: start } = polarity(reading, at)
  const verb = boughtFor(reading, start)
  const amount = verb < 0 ? undefined : comparison(reading, verb)
  const end = amount === undefined ? -1 : altogether(reading, amount.end)
  if (amount === undefined || end < 0 || !mayBeMoney(amount.value)) return undefined
  return finish(reading, end, { ...noSlots(), amount: amount.value }, 'spend', negative)
}

export const moneyPhrases: readonly Parser<Meaning>[] = [
  remembered((reading, at) => {
    const found = spending(reading, at) ?? boughtInAll(reading, at)
    return found === undefined || found.value.slots.products !== undefined
      ? undefined
      : { value: spendingMeaning(reading, found.value), end: found.end }
  }),
]
