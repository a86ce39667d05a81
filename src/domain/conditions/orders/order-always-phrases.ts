import type { Criteria } from '../../criteria/schema.ts'
import { AT_LEAST_ONE, NONE, ordersAsked, told } from '../../language/grammar/asked.ts'
import { between, type BuySlots, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { everyOrder } from '../../language/grammar/every-order.ts'
import { allOf, type Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser, Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'

const isWord = phrase('is|are|was|were|has|have|had|been|of|came|to|totalled|totaled|worth', 'a total of?')

/** At least one order, and none that breaks the rule. */
export const noneOtherwise = (slots: BuySlots, others: readonly BuySlots['where'][]): Criteria =>
  allOf([
    ordersAsked('count', AT_LEAST_ONE, { ...slots, where: {} }),
    ...others.map((where) => ordersAsked('count', NONE, { ...slots, where })),
  ])

/** `every order with a discount`, `all of their orders were at full price`. */
const everySuch: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const head = Math.max(everyOrder(reading, at), everyOrder(reading, polar), allOrders(reading, at))
  if (head < 0 || negative) return undefined
  const slots = noSlots()
  let from = head
  for (let i = 0; i < 3; i++) from = skip(reading, from, isWord)
  const plain = reduction(reading, from)
  if (plain !== undefined) return otherwise({ ...slots, where: plain.where }, plain.end)
  const end = collect(reading, from, slots, [timingSlot, ...whereSlots], between)
  return otherwise(slots, end)
}

/** Orders of the other sort are those that there must be none of. */
function otherwise(slots: BuySlots, end: number) {
  const { discounted, coded, ...more } = slots.where
  if ((discounted === undefined) === (coded === undefined) || Object.keys(more).length > 0) return undefined
  const other = discounted === undefined ? { coded: coded !== true } : { discounted: !discounted }
  return { value: told(noneOtherwise(slots, [other]), slots), end }
}

const BUY = 'buy|buys|bought|order|orders|ordered|shop|shops|shopped|purchase|purchases'
const always = phrase(
  'always|only ever? use|uses|using|used|apply|applies|enter|enters',
  `always|only ever? ${BUY} with|using`,
  `always|only ever? ${BUY} when|if|whenever they have|had|get|got|use|used`,
  `always|only ever? ${BUY} when|if|whenever there is|was`,
  `${BUY} only|always ever? with|using`,
  `${BUY} only|always ever? when|if|whenever they have|had|get|got|use|used`,
  `${BUY} only|always ever? when|if|whenever there is|was`,
  'never orders|buys|shops without',
)
const code = phrase(
  'a|an|any|some|their|our? discount|promo|coupon|voucher? code|codes|coupon|coupons|voucher|vouchers',
)
const discount = phrase('a|an|any|some|their|our? discount|discounts')
const TOOK = 'used|use|uses|using|had|got|get|gets|having|with?'
const EVERY =
  'on|with|for|in every|each single? one? of? their|his|her? order|orders|purchase|purchases they? ever? placed|made?'
const onEvery = phrase(
  `${TOOK} a|any code|coupon|voucher|discount ${EVERY}`,
  `${TOOK} a|any discount|promo|coupon code ${EVERY}`,
)
const allOrders = phrase(
  'with|whose? orders|purchases all|each',
  'with|whose? orders|purchases were|are|have|had all|each',
)
const neverFull = phrase(
  'never|not once|ever|even? ever|even? paid|pay|pays|bought|buy|buys|ordered|order|orders|purchased|shopped anything? at|for? the? full price',
)
const PAY =
  'paid|pay|pays|paying|bought|buy|buys|buying|ordered|order|orders|shop|shops|shopped|purchased|purchase'
const FULL = 'at|for? the? full|list|regular|undiscounted price|prices'
const alwaysFull = phrase(
  `always|only|exclusively|consistently|solely ever? ${PAY} anything|everything|things|stuff? ${FULL}`,
  `only ever ${PAY} anything|everything|things|stuff? ${FULL}`,
  `${PAY} always|only|exclusively ever? ${FULL}`,
  `${PAY} ${FULL} every single? time`,
  `${PAY} ${FULL} each|all time|times`,
  `${PAY} ${FULL} on|for|with every|each single? order|purchase`,
  `${PAY} ${FULL} on|for|with all of? their? orders|purchases`,
  `${PAY} everything ${FULL}`,
)

/** `always uses a code`, `always paid full price`, `used a code on every order`, `never paid full price`. */
const habitual: Parser<Meaning> = (reading, at) => {
  const start = skip(reading, at, helping)
  const slots = noSlots()
  const full = neverFull(reading, start)
  if (full >= 0) return otherwise({ ...slots, where: { discounted: true } }, full)
  const never = alwaysFull(reading, start)
  if (never >= 0) return otherwise({ ...slots, where: { discounted: false } }, never)
  const whole = onEvery(reading, start)
  if (whole >= 0) {
    const said = reading.tokens.slice(start, whole).some(({ word }) => /^(?:code|coupon|voucher)$/.test(word))
    return otherwise({ ...slots, where: said ? { coded: true } : { discounted: true } }, whole)
  }
  const lead = always(reading, start)
  const reduced = lead < 0 ? undefined : reduction(reading, lead)
  return reduced === undefined ? undefined : otherwise({ ...slots, where: reduced.where }, reduced.end)
}

/** `a code`, `some discount`: whether it was a code that made an order cheaper, or anything. */
function reduction(reading: Reading, at: number) {
  const [coded, reduced] = [code(reading, at), discount(reading, at)]
  const end = Math.max(coded, reduced)
  return end < 0 ? undefined : { where: coded >= reduced ? { coded: true } : { discounted: true }, end }
}

const helping = phrase('have|has|they|who|that|do|does', 'who|that have|has')

export const alwaysPhrases: readonly Parser<Meaning>[] = [everySuch, habitual]
