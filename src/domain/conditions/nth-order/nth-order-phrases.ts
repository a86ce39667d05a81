import type { Criteria } from '../../criteria/schema.ts'
import { whereOf, withTotal } from '../../language/grammar/asked.ts'
import {
  containsSlot,
  fillContained,
  fillKinds,
  kinds,
  orderKindsSlot,
} from '../../language/grammar/basket.ts'
import {
  between,
  type BuySlots,
  noSlots,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { heldCode } from '../../language/grammar/code-words.ts'
import { comparison, mayBeMoney } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, meaning, question } from '../../language/grammar/meaning.ts'
import {
  type Nth,
  nthBeside,
  nthMeaning,
  nthOfOrders,
  nthSlot,
  type NthSlots,
} from '../../language/grammar/nth.ts'
import { notUntil, UNTIL } from '../../language/grammar/not-until.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { products } from '../../language/grammar/products.ts'
import { type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { collect, longestSlot, type Slot } from '../../language/grammar/slots.ts'
import { links } from './order-links.ts'

const holder = phrase(
  'was|were|had|has|with|for|of|in|were|is|bought|consisted',
  'consisted of',
  'was for|of|a|an|the',
  'made up of',
)
/** "had Espresso Pods in it" */
const inIt = phrase('in|inside|on it|there', 'among|amongst it|them')
const onlyWord = phrase('only|just|exclusively|solely', 'nothing but|except', 'nothing other than')

/** Products right behind "first order was", "last bought": `the Starter Kit`, `only Tea`. */
const heldSlot: Slot<BuySlots> = (reading, at, slots) => {
  if ((slots.where.contains ?? slots.where.only) !== undefined) return undefined
  const opened = skip(reading, at, holder)
  const alone = onlyWord(reading, opened)
  const read = products(reading, alone >= 0 ? alone : opened)
  if (read === undefined) return undefined
  const found = { ...read, end: skip(reading, read.end, inIt) }
  const how = { only: alone >= 0, from: at, to: found.end }
  return { end: found.end, fill: () => fillContained(reading, slots, [{ products: found.value }], how) }
}

/** `3 or more items`, right behind "last order had". */
const bareKindsSlot: Slot<BuySlots> = (reading, at, slots) => {
  const found = kinds(reading, skip(reading, at, holder))
  if (found === undefined || slots.where[found.value.of] !== undefined) return undefined
  return { end: found.end, fill: () => fillKinds(slots, found.value, at, found.end) }
}

/** `VIP15`, `a discount code`, right behind "latest order carried". */
const carriedSlot: Slot<BuySlots> = (reading, at, { where }) => {
  const found = heldCode(reading, at)
  if (found === undefined || Object.keys(found.value).some((key) => key in where)) return undefined
  return { end: found.end, fill: () => Object.assign(where, found.value) }
}

const noWord = phrase('no|without', 'with|have|has|had|having no')

const andWord = phrase(',? and|but|plus|yet also? it|that|which?', ', it|that|which')
const PART_ENDS = /^(?:|[.,;:!?)]|and|but)$/
const inTotal = phrase('in total|all|sum', 'all in|told', 'altogether|overall|lifetime')

/**
 * "last order was on mobile and at least 100 days ago", "first order online and over 100": one more thing that is said
 * of that order, where nothing behind it says that it belongs to something else ("and in May clicked an e-mail").
 */
const andSlot: Slot<BuySlots> = (reading, at, slots) => {
  const joined = isTold(slots) ? andWord(reading, at) : -1
  const opened = joined < 0 ? undefined : links(reading, joined)
  if (opened === undefined || opened.negative) return undefined
  const found = longestSlot(reading, opened.end, slots, ONE_MORE)
  if (found === undefined || !PART_ENDS.test(wordAt(reading, found.end))) return undefined
  return [1, 2].some((back) => inTotal(reading, found.end - back) === found.end) ? undefined : found
}

const isTold = ({ where, timing, total }: BuySlots): boolean =>
  whereOf(where) !== undefined || timing !== undefined || total !== undefined

/** What can be said of an order behind “and”, where products alone may be what was bought besides. */
const ONE_MORE = [containsSlot, orderKindsSlot, carriedSlot, timingSlot, totalSlot, ...whereSlots]

/** What can be said of one order. */
export const ORDER_IS = [
  containsSlot,
  heldSlot,
  bareKindsSlot,
  orderKindsSlot,
  carriedSlot,
  timingSlot,
  totalSlot,
  andSlot,
  ...whereSlots,
]

/** `first order contained the Starter Kit`, `last order was over 200`, `second order this year`. */
const nthOrderIs: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: polar } = polarity(reading, at)
  const none = noWord(reading, polar)
  const start = none >= 0 ? none : polar
  const negative = denied !== none >= 0
  const whole = nthOfOrders(reading, start)
  const head = whole ?? nthBeside(reading, start)
  if (head === undefined) return undefined
  const linked = links(reading, head.end)
  const slots = noSlots()
  const end = collect(reading, linked.end, slots, ORDER_IS, between)
  const never = linked.negative && wordAt(reading, linked.end - 1) === 'never'
  const plain = never ? { end: linked.end, negative: !negative } : { end: head.end, negative }
  if (end === linked.end && whole === undefined) return undefined
  if (end === linked.end) return plainNth(reading, at, head.value, plain)
  withTotal(reading, slots, head.end, end)
  askSince(reading, slots, head.value, head.end, end)
  if (linked.end === head.end) askDaysOrMoney(slots, head.value, head.end, end)
  const until = negative ? notUntil(reading, { from: at, to: end }, slots.timing) : undefined
  if (until === undefined) return { value: nthMeaning(head.value, slots, negative !== linked.negative), end }
  const then = { ...slots, timing: until, assumptions: [...slots.assumptions, UNTIL] }
  return { value: nthMeaning(head.value, then, linked.negative), end }
}

/** "second order within 60 days": of now, or of the first? */
function askSince(reading: Reading, slots: BuySlots, { nth }: Nth, from: number, to: number): void {
  const at = reading.tokens.findIndex(({ word }, i) => i >= from && i < to && word === 'within')
  if (at < 0 || nth === 1 || nth === 'last' || reading.tokens[at + 1]?.number === undefined) return
  const length = said(reading, at + 1, to)
  slots.doubts.push(
    question(at, to, `Within ${length} of what?`, [[`in the last ${length}`, `in the last ${length}`]]),
  )
}

/** "last order over 100" may be money, or days. */
function askDaysOrMoney({ total, doubts }: BuySlots, { nth }: Nth, from: number, to: number): void {
  if (nth === 'last' && total !== undefined && total.currency === undefined)
    doubts.push(
      question(
        from,
        to,
        'Is that the order’s total, or how many days ago it was? Say “was over 100 dollars” or “over 100 days ago”.',
      ),
    )
}

const refusing = phrase('and|but? never placed|made|had? a|any?', 'and|but? no|without a|any?', 'not a')

/** "first order over 150 and never a second one": there is no other. */
const noSecond: Parser<Meaning> = (reading, at) => {
  const refused = refusing(reading, at)
  const second = refused < 0 ? undefined : nthBeside(reading, refused)
  if (second?.value.nth !== 2 || second.value.onward === true) return undefined
  const { end } = second
  // "no second one in store" denies more than that there is one.
  const slots = noSlots()
  if (collect(reading, end, slots, ORDER_IS, between) > end) return undefined
  const criteria: Criteria = { type: 'orders', measure: 'count', op: '=', value: 1 }
  return { value: meaning(criteria, [`“${said(reading, at, end)}” is read as exactly one order.`]), end }
}

const afterFirst = phrase('after|since|following their|the|his|her? very? first|1st order|purchase|one?')
const made = phrase('made|placed|with|had|have|has|completed|reached|come|came', 'came back for')

/** "placed a second order": there is one. "never placed a second order": there is just the first. */
function plainNth(
  reading: Reading,
  at: number,
  { nth, onward, placed }: Nth,
  { end, negative }: { readonly end: number; readonly negative: boolean },
) {
  if (onward === true || nth === 'last' || nth === 1 || !(placed || made(reading, at) >= 0 || negative))
    return undefined
  if (!negative) {
    const criteria: Criteria = { type: 'orders', measure: 'count', op: '>=', value: nth }
    return { value: { criteria, assumptions: [], doubts: [] }, end }
  }
  const words = said(reading, at, end)
  const doubt = question(at, end, `“${words}”: exactly ${nth - 1}, or ${nth - 1} at most?`, [
    [`exactly ${nth - 1} orders`, `exactly ${nth - 1} orders`],
    [`at least 1 and at most ${nth - 1} orders`, `between 1 and ${nth - 1} orders`],
  ])
  if (nth > 2) return { value: doubtful(doubt), end }
  const criteria: Criteria = { type: 'orders', measure: 'count', op: '=', value: 1 }
  const assumptions = ['“no second order” is read as exactly one order.']
  return { value: { criteria, assumptions, doubts: [] }, end: skip(reading, end, afterFirst) }
}

const acquiredWord = phrase(
  'acquired',
  'won over?',
  'started|began|start with|from|on',
  'started|began|start out|off with|from|on|in|at?',
  'entry product was|is?',
  'joined with',
  'came|come|arrived',
  'came|come in|aboard|onboard',
  'came|come on board',
  'came|come to us',
)

const CAME = /^(?:came|come|arrived)$/
const hasCode = ({ where }: BuySlots): boolean => (where.code ?? where.coded) !== undefined

const onWord = phrase('on|with|through|via|by|using')

/** "came in on WELCOME10" */
const onCodeSlot: Slot<BuySlots> = (reading, at, slots) =>
  carriedSlot(reading, skip(reading, at, onWord), slots)

/** `acquired with a discount`, `started with the Starter Kit`: the first order. */
const startedWith: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = acquiredWord(reading, start)
  if (head < 0 || negative) return undefined
  const slots: NthSlots = noSlots()
  const readers = [containsSlot, heldSlot, onCodeSlot, nthSlot, ...whereSlots]
  const end = collect(reading, head, slots, readers, between)
  if (whereOf(slots.where) === undefined || (slots.nth !== undefined && slots.nth.nth !== 1)) return undefined
  // "came online" may be a visit; whoever "came with WELCOME10" ordered with it first.
  if (head === start + 1 && CAME.test(wordAt(reading, start)) && !hasCode(slots)) return undefined
  const words = said(reading, start, end)
  return {
    value: nthMeaning(
      { nth: 1, placed: false, assumptions: [`“${words}” is read of the first order.`] },
      slots,
      false,
    ),
    end,
  }
}

const paidWord = phrase('paid|pay|pays')

/** `paid full price on their second order`, `never paid over 50 for the first order`. */
const paidInNth: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = paidWord(reading, start)
  if (verb < 0) return undefined
  const slots: NthSlots = noSlots()
  const end = collect(reading, verb, slots, [nthSlot, timingSlot, ...whereSlots], between)
  if (slots.nth === undefined || whereOf(slots.where) === undefined) return undefined
  return { value: nthMeaning(slots.nth, slots, negative), end }
}

/** `over 100 on the first order`, `at least $50 in their last one`: what it came to is said before which one it was. */
const amountInNth: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const found = comparison(reading, start)
  if (found === undefined || found.value.bare || !mayBeMoney(found.value)) return undefined
  const slots: NthSlots = noSlots()
  const which = nthSlot(reading, found.end, slots)
  if (which === undefined) return undefined
  which.fill()
  const end = collect(reading, which.end, slots, [timingSlot, ...whereSlots], between)
  slots.total = found.value
  withTotal(reading, slots, start, found.end)
  if (slots.nth === undefined || whereOf(slots.where) === undefined) return undefined
  return { value: nthMeaning(slots.nth, slots, negative), end }
}

export const nthOrderPhrases: readonly Parser<Meaning>[] = [
  nthOrderIs,
  noSecond,
  startedWith,
  paidInNth,
  amountInNth,
]
