import { AT_LEAST_ONE, NONE, ordersAsked, told } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import type { Test } from '../../language/grammar/comparison.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import { doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { nthOfOrders } from '../../language/grammar/nth.ts'
import { periodOfPeople } from '../../language/grammar/period-of-people.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { eachRemembered, type Parser, said } from '../../language/grammar/reading.ts'
import { oneIsEnough } from '../../language/grammar/recurring.ts'
import { collect } from '../../language/grammar/slots.ts'
import { AFTER_ANOTHER, afterAnother, boughtAgain, orderedAgain } from './order-again.ts'
import { orderAdjective } from './order-nouns.ts'
import { onceLongAgo } from './orders-phrases.ts'

export const buyers =
  'buyer|buyers|customer|customers|shopper|shoppers|purchaser|purchasers|orderers|client|clients'

const repeat = phrase(
  `repeat|returning|multi|recurring ${buyers}`,
  `repeat purchase ${buyers}`,
  `multi order|purchase|time ${buyers}`,
  'repeat|recurring purchasers',
  'bought|ordered|purchased|shopped again',
  'placed|made another order|purchase',
  'bought|ordered repeatedly',
  'made repeat purchases',
  'returned to buy',
  'came|come|comes|been back and|to buy|bought|order|ordered|purchase|purchased|shop|shopped again',
  'bought|ordered|purchased|shopped again after|since their|the|a first|1st|initial order|purchase|one',
  'bought|ordered|purchased|shopped a second|2nd time',
  'came|come back to|and? buy|bought|order|ordered? a second|2nd time',
  'purchased|shopped|transacted repeatedly',
)

const oneTime = phrase(
  `one time|off|order|purchase ${buyers}?`,
  `single order|purchase|time ${buyers}`,
  `first time ${buyers}`,
  'one and|n done|dones',
  'one|single timer|timers',
  `one and done ${buyers}`,
  'only? ever? bought|ordered|purchased|shopped only? once',
  'only? bought|ordered|purchased one time',
  'just bought|ordered once',
  'bought|ordered|purchased just|only|exactly once',
)

const nonBuyer = phrase(
  `non ${buyers}`,
  'never buyers',
  'no orders ever',
  'bought|ordered|purchased nothing',
  'never|not bought|ordered|purchased anything',
  'never|not bought|ordered|purchased a|one|any single? thing',
  `never purchased ${buyers}`,
  'not yet? bought|ordered|purchased yet',
  'never converted',
  'zero orders|purchases ever',
)

const anyBuyer = phrase(
  'buyer|buyers|shopper|shoppers|purchaser|purchasers',
  'existing|past|previous|paying customers|buyers',
  'have|has? bought|ordered|purchased before|previously',
  'ever bought|ordered|purchased',
  'bought|ordered|purchased at least something|anything',
  'at all bought',
)

const plainPeople = phrase('customer|customers|people|clients|users')

/** `repeat buyers`, `one-time customers`, `non-buyers`, with a window or a kind of order behind them. */
const buyerNoun: Parser<Meaning> = (reading, at) => {
  const kinds = [
    [repeat, [{ op: '>=', value: 2 }]],
    [oneTime, [{ op: '=', value: 1 }]],
    [nonBuyer, [{ op: '=', value: 0 }]],
    [anyBuyer, AT_LEAST_ONE.tests],
  ] as const
  const { negative, end: begin } = polarity(reading, at)
  const lead = noSlots()
  const start = collect(reading, begin, lead, whereSlots, orderAdjective)
  let best: { test: Test; end: number } | undefined
  for (const [words, tests] of kinds) {
    const end = words(reading, start)
    if (end >= 0 && (best === undefined || end > best.end))
      best = { test: tests === AT_LEAST_ONE.tests ? AT_LEAST_ONE : { tests: [...tests], bare: false }, end }
  }
  const plain = Object.keys(lead.where).length > 0 ? plainPeople(reading, start) : -1
  if (plain >= 0 && best === undefined) best = { test: AT_LEAST_ONE, end: plain }
  if (best === undefined) return undefined
  const end = collect(reading, best.end, lead, [timingSlot, ...whereSlots], between)
  const isAgain = boughtAgain(reading, start) === best.end && !negative
  if (isAgain && lead.timing !== undefined && lead.doubts.length === 0)
    return { value: { ...orderedAgain(reading, lead, start, end), people: true }, end }
  if (isAgain && lead.timing === undefined && Object.keys(lead.where).length > 0 && lead.doubts.length === 0)
    return { value: { ...told(afterAnother(lead), lead, [AFTER_ANOTHER]), people: true }, end }
  const criteria = onceLongAgo(best.test, lead) ?? ordersAsked('count', best.test, lead)
  const enough = best.test === AT_LEAST_ONE ? oneIsEnough(lead.where, 'order') : []
  return { value: { ...told(negative ? negated(criteria) : criteria, lead, enough), people: true }, end }
}

/** `BFCM buyers of 2024`, `December shoppers last year`. */
const buyersOfYear: Parser<Meaning> = (reading, at) => {
  const found = periodOfPeople(reading, at)
  if (found === undefined) return undefined
  const { from, to, assumptions, doubts } = found.value
  const within: Window = { kind: 'dates', from: from.toString(), to: to.toString() }
  const slots = { ...noSlots(), timing: { windows: [within], assumptions: [], doubts: [] } }
  const criteria = ordersAsked('count', AT_LEAST_ONE, slots)
  return { value: { ...told(criteria, { assumptions, doubts }), people: true }, end: found.end }
}

const timeWord = phrase(`time ${buyers}`)
const whoseNth = phrase('whose|with|having|, whose?')

/** `second-time buyers`: with so many orders in all, or with so many at least? "… whose second order …" says which. */
const nthTimeBuyer: Parser<Meaning> = (reading, at) => {
  const token = reading.tokens[at]
  const n = token?.ordinal === true ? token.number : undefined
  const end = n === undefined || n < 2 ? -1 : timeWord(reading, at + 1)
  if (n === undefined || end < 0) return undefined
  const behind = whoseNth(reading, end)
  if (behind >= 0 && nthOfOrders(reading, behind)?.value.nth === n) {
    const criteria: Criteria = { type: 'orders', measure: 'count', op: '>=', value: n }
    return { value: { ...told(criteria, noSlots()), people: true }, end }
  }
  const doubt = question(at, end, `With ${n} orders in all, or at least ${n}?`, [
    [`exactly ${n}`, `customers with exactly ${n} orders`],
    [`at least ${n}`, `customers with at least ${n} orders`],
  ])
  return { value: { ...doubtful(doubt), people: true }, end }
}

const foot = phrase('set|setting|stepped foot', 'stepped|walked inside?')

/** `never set foot in our shop`: of that, orders there are what is known. */
const setFoot: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = foot(reading, start)
  const slots = noSlots()
  const end = verb < 0 ? verb : collect(reading, verb, slots, [...whereSlots, timingSlot], between)
  const { channel, ...more } = slots.where
  if (channel === undefined || Object.keys(more).length > 0) return undefined
  const words = said(reading, start, end)
  const stated = `“${words}” is read by the orders placed there; nothing else is known of who came.`
  return { value: told(ordersAsked('count', negative ? NONE : AT_LEAST_ONE, slots), slots, [stated]), end }
}

export const orderPeoplePhrases: readonly Parser<Meaning>[] = eachRemembered([
  buyerNoun,
  buyersOfYear,
  nthTimeBuyer,
  setFoot,
])
