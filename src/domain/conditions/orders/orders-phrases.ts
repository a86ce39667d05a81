import { forSoLong } from './so-long.ts'
import { orderNoun } from './order-count-phrases.ts'
import { addingUpTo } from './orders-adding-up.ts'
import type { Criteria } from '../../criteria/schema.ts'
import {
  askMerged,
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
import { everyOrder } from '../../language/grammar/every-order.ts'
import type { Test } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { NEVER, NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { inNth, nthSlot, type NthSlots } from '../../language/grammar/nth.ts'
import { notUntil, UNTIL } from '../../language/grammar/not-until.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { placeBehindComma } from '../../language/grammar/place-behind-comma.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { eachRemembered, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { oneIsEnough } from '../../language/grammar/recurring.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'

export const buyVerb = phrase(
  'bought|buy|buys|buying|purchased|purchase|purchases|purchasing|ordered|order|orders|ordering|shopped|shop|shops|shopping|transacted|converted',
  'bought|purchased|ordered|buy|purchase|order anything|something',
  'bought|purchased|ordered|buy|purchase|order a|one|any single? thing|item',
  'bought|purchased|ordered|buy|purchase|order a|one|any single? thing|item from us',
  'made|make|makes|making|placed|place|places|placing a|any|an|their purchase|purchases|order|orders|transaction',
  // "didn’t complete their purchase" is said of a checkout.
  'completed|complete a|any|an purchase|purchases|order|orders|transaction',
  'put|puts in a|an|any|their order|orders',
  'came|come|been back and? bought|ordered',
  'bought|ordered|shopped from|with|at us',
  'checked out',
  'had|have|having bought|ordered|purchased',
  'bought|ordered|purchased stuff|things|goods',
  'did? buy',
  'anything|something at all? bought|ordered|purchased',
  'anything|something they? bought|ordered',
)

/** `bought in the last 30 days`, `haven’t ordered since June`, `ordered more than 3 times on mobile`. */
const bought: Parser<Meaning> = (reading, at) => {
  const { negative, end: begin } = polarity(reading, at)
  const start = skip(reading, begin, onlyTimes)
  const verb = buyVerb(reading, start)
  const never = verb < 0 ? -1 : notOnce(reading, verb)
  if (never >= 0 && !negative)
    return { value: told(ordersAsked('count', NONE, noSlots()), noSlots()), end: never }
  // "all orders were …" is said of orders.
  if (verb < 0 || everyOrder(reading, at) >= 0 || lookedAt(reading, verb) >= 0) return undefined
  if (pointsAtProducts(reading, verb)) return undefined
  // "orders totalling over 300" are those that come to it together.
  if (wordAt(reading, verb - 1) === 'orders' && addingUpTo(reading, verb) !== undefined) return undefined
  const slots: NthSlots = noSlots()
  // "placed an order over 200" speaks of its total, "ordered over 200" might speak of anything.
  const priced = verb - start > 1 && isOrder(wordAt(reading, verb - 1)) ? totalSlot : pricedSlot
  const readers = [timesSlot, timingSlot, priced, nthSlot, placeBehindComma, ...whereSlots]
  const said = collect(reading, verb, slots, readers, between)
  const end = negative ? forSoLong(reading, slots, said) : said
  if (start > begin) {
    // "only bought twice in store" may be twice there, and more elsewhere.
    const plain = !negative && Object.keys(slots.where).length === 0 && slots.total === undefined
    if (!plain || slots.nth !== undefined || slots.times?.bare !== true) return undefined
    const value = told(ordersAsked('count', { ...slots.times, bare: false }, slots), slots)
    return { value, end }
  }
  const nth = inNth(reading, slots, negative, start, end)
  if (nth !== undefined) return { value: nth, end }
  const until = negative ? notUntil(reading, { from: at, to: end }, slots.timing) : undefined
  const [during] = until?.windows ?? []
  if (during !== undefined && slots.times === undefined && whereOf(slots.where) === undefined)
    return { value: told({ type: 'orders', measure: 'first_date', during }, slots, [UNTIL]), end }
  withTotal(reading, slots, start, end)
  const only = Object.keys(slots.where).length > 0 ? trailingOnly(reading, end) : -1
  if (only >= 0)
    slots.doubts.push(question(start, only, window(reading, only) === undefined ? NO_OTHER : ONLY_WHAT))
  if (negative && hasNoBounds(slots) && !saysNever(reading, at, verb)) {
    return { value: told(ordersAsked('count', NONE, slots), slots, [NEVER]), end }
  }
  return { value: boughtMeaning(slots, negative), end: Math.max(end, only) }
}

/** “bought those in May”, “has never bought either”: what was named before, and no order at all. */
const pointsAtProducts = (reading: Reading, at: number): boolean =>
  /^(?:it|them|those|these|that|either|neither)$/.test(wordAt(reading, at)) &&
  /^(?:|[.,;:!?)]|of|in|on|at|and|or|but|this|last|since|before|after|again)$/.test(
    wordAt(reading, at + 1),
  ) &&
  window(reading, at) === undefined

/** "only" behind a kind of orders whose others are not known, or before a time. */
const NO_OTHER = 'Never in any other way? That can’t be asked of these orders yet.'
const ONLY_WHAT = 'Is “only” said of how they ordered, or of when? Please put it right before that.'

/** "only bought twice": no more often. */
const onlyTimes = phrase('only|just ever?')

const notOnce = phrase('not even? once', 'not once ever', 'not even? a|one single? time')

const isOrder = (word: string): boolean => /^(?:orders?|purchases?|transactions?)$/.test(word)

const trailingOnly = phrase('only', 'exclusively', 'solely')

const hasNoBounds = ({ times, timing, where }: BuySlots): boolean =>
  times === undefined && timing === undefined && Object.keys(where).length === 0

const saysNever = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => /^(?:never|ever|yet)$/.test(word))

export function boughtMeaning(slots: BuySlots, negative: boolean): Meaning {
  if (slots.times !== undefined) {
    // "bought once" is one-and-done; "bought 3 times" has at least three.
    const once = slots.times.bare && slots.times.tests[0]?.value === 1
    // "haven’t bought once in 90 days": not even once.
    if (once && negative) return told(ordersAsked('count', NONE, slots), slots, [NON_BUYERS])
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

/** "checked out our website" is a visit. */
const lookedAt = (reading: Reading, at: number): number =>
  wordAt(reading, at - 1) === 'out' ? site(reading, at) : -1
const site = phrase('our|the|your site|website|webshop|shop|store')

/** "only once, more than 6 months ago": one order in all, and that one then. */
export function onceLongAgo(test: Test, { timing, where }: BuySlots): Criteria | undefined {
  const [during, more] = timing?.windows ?? []
  const [only] = test.tests
  if (timing?.whateverSince === true) return undefined
  if (during?.kind !== 'older' || more !== undefined || only?.op !== '=' || Object.keys(where).length > 0)
    return undefined
  return allOf([ordersAsked('count', test, { where }), { type: 'orders', measure: 'last_date', during }])
}

export const orderPhrases: readonly Parser<Meaning>[] = eachRemembered([bought, orderNoun])
