import { withTotal } from '../../language/grammar/asked.ts'
import { comparison, mayBeMoney } from '../../language/grammar/comparison.ts'
import { discountAmount, withDiscount } from '../../language/grammar/discount-amount.ts'
import {
  between,
  type BuySlots,
  noSlots,
  timesSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, wordAt } from '../../language/grammar/reading.ts'
import { collect, type Slot } from '../../language/grammar/slots.ts'
import { boughtMeaning } from './orders-phrases.ts'

const had = phrase(
  'had|got|get|gets|received|receive|receives|given|enjoyed|taken|took a|an|any|some|one|single discount|discounts|promotion',
  'had|got|get|gets|received|receive|receives|given|enjoyed discount|discounts|promotions',
  'had|got|get|gets|received|receive|given any|some? money off',
  'used|needed|required|took a|an|any|some promo|promotion|discount|deal',
  'benefited|profited|benefitted from a|any|some? discount|discounts|promotion|promotions',
)
/** “Had” is a helping word too: it has been read with “never”. */
const theDiscount = phrase('a|an|any|one|single? discount|discounts|promotion')
const HELPED = /^(?:had|have|has|having)$/
/** "3 orders and no discount" may speak of these orders alone: one discount is denied with more words than that. */
const none = phrase(
  'no|zero discounts|promotions',
  'no|zero discount|discounts|promos|promotions ever|whatsoever',
  'no|zero discount|discounts|promos|promotions at all',
  'not a? single discount|promotion',
)

const inOrder = phrase(
  'on|in|with|for|off? a|an|any|one|some|single order|purchase|basket|transaction',
  'on|in|with|for|off? a|one single order|purchase|basket|transaction',
  'on|in|with|for|off at least 1|one order|purchase',
  'on|in|for at least 1|one of their orders|purchases',
  'in one go',
)
const took = phrase('saved|got|gets|received|had|have|has|enjoyed|with|given')

/** `$20 or more off an order`, `a discount above 20 on one order`, `saved over $15 in a single order`. */
export const discountOnOrder: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = took(reading, start)
  const saved = verb >= 0 && wordAt(reading, verb - 1) === 'saved' ? comparison(reading, verb) : undefined
  const amount =
    discountAmount(reading, start) ?? (verb < 0 ? undefined : discountAmount(reading, verb)) ?? saved
  const end = amount === undefined ? -1 : inOrder(reading, amount.end)
  if (amount === undefined || end < 0 || !mayBeMoney(amount.value)) return undefined
  const slots = noSlots()
  withDiscount(reading, slots, amount.value, start, amount.end)
  const last = collect(reading, end, slots, [timingSlot, ...whereSlots], between)
  return { value: boughtMeaning(slots, negative), end: last }
}

const noCode = ',? but|and|with? no code|codes|coupon|coupons entered|used|applied'
const codeless = phrase(
  'without|not entering|using|applying|redeeming|needing|having a|any? discount|promo|coupon|voucher code|codes',
  'without|not entering|using|applying|redeeming|needing|having a|any? code|codes|coupon|coupons|voucher|vouchers',
  noCode,
)

/** "automatic discounts: something off but no code entered" */
const somethingOff = phrase(`something|money off ${noCode}`)

/** "got a discount without entering a code": of the same order. */
const codelessSlot: Slot<BuySlots> = (reading, at, { where }) => {
  const end = where.coded === undefined ? codeless(reading, at) : -1
  return end < 0 ? undefined : { end, fill: () => void (where.coded = false) }
}

/** `something off but no code entered`: an order like that. */
export const offWithoutCode: Parser<Meaning> = (reading, at) => {
  const head = somethingOff(reading, at)
  if (head < 0) return undefined
  const slots = noSlots()
  Object.assign(slots.where, { discounted: true, coded: false })
  const end = collect(reading, head, slots, [timesSlot, timingSlot, ...whereSlots], between)
  return { value: boughtMeaning(slots, false), end }
}

const paidFull = phrase('paid|pay|pays the? full|list|regular price|prices')
const ONE_ENOUGH = 'Paying full price is read of one order at least; others may have had a discount.'

/** `paid full price last quarter`: one order at least. */
export const paidFullPrice: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = negative ? -1 : paidFull(reading, start)
  if (head < 0) return undefined
  const slots = noSlots()
  slots.where.discounted = false
  const end = collect(reading, head, slots, [timesSlot, timingSlot, ...whereSlots], between)
  if (slots.times === undefined) slots.assumptions.push(ONE_ENOUGH)
  return { value: boughtMeaning(slots, false), end }
}

/** `had a discount twice`, `never got a discount`, `no discounts ever`: an order with one, or none. */
export const hadDiscount: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const refused = none(reading, at)
  const helped = HELPED.test(wordAt(reading, start - 1)) && start > at ? theDiscount(reading, start) : -1
  const head = Math.max(refused, had(reading, start), helped)
  // "needed a promo to buy Tea" is of that order.
  if (head < 0 || wordAt(reading, head) === 'to') return undefined
  const slots = noSlots()
  slots.where.discounted = true
  const readers = [timesSlot, timingSlot, totalSlot, codelessSlot, ...whereSlots]
  const end = collect(reading, head, slots, readers, between)
  withTotal(reading, slots, at, end)
  return { value: boughtMeaning(slots, refused === head || negative), end }
}
