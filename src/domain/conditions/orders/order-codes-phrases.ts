import { AT_LEAST_ONE, NONE, ordersAsked, passesZero, told, withTotal } from '../../language/grammar/asked.ts'
import {
  between,
  noSlots,
  timesSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { foldText } from '#kernel/text.ts'
import { namedCodes, TOOK } from '../../language/grammar/code-words.ts'
import { comparison } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, meaning } from '../../language/grammar/meaning.ts'
import { inNth, nthSlot, type NthSlots } from '../../language/grammar/nth.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { placesBefore } from '../../language/grammar/look-back.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { eachRemembered, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { sinceWindowBefore } from '../../language/grammar/window.ts'
import { windowWords } from '../../time/words.ts'
import { neverCoded, readAnyCode } from './no-code-phrases.ts'
import { boughtMeaning } from './orders-phrases.ts'

const usedVerb = phrase(
  'used|use|uses|using|redeemed|redeem|redeems|redeeming|applied|apply|applies|applying|entered|enter|enters|entering',
  ...TOOK,
)
const spentOn = phrase('but|and? spent|paid')
const thatOrder = phrase('on|in|for that|the|this|same same? order|purchase|one|occasion')

const anyCodeWord = phrase(
  'a|any|some|our? discount|coupon|voucher|promo|promotional code|codes',
  'a|any|some? coupon|coupons|voucher|vouchers|code|codes',
)

const anyDiscountWord = phrase('a|any|some? discount|discounts|promotion|offer')

/** `used SUMMER20`, `used SUMMER20 but spent less than 50 on that order`, `never used a discount code`. */
const usedCode: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = usedVerb(reading, start)
  if (verb < 0) return undefined
  const slots: NthSlots = noSlots()
  const same = sameCode(reading, verb)
  if (same !== undefined) slots.where.code = same.value
  const anyCode = anyCodeWord(reading, verb)
  const discount = anyDiscountWord(reading, verb)
  // The verb is part of how codes are said, so that the slots begin with it.
  const first = same?.end ?? collect(reading, start, slots, [...whereSlots], between)
  const named = slots.where.code !== undefined || slots.doubts.length > 0
  if (!named && anyCode < 0 && discount < 0) return undefined
  if (!named && anyCode >= 0) readAnyCode(reading, slots, verb, anyCode)
  else if (!named) slots.where.discounted = true
  let end = named ? first : Math.max(anyCode, discount)
  const spent = spentOn(reading, end)
  const total = spent < 0 ? undefined : comparison(reading, spent)
  const behind = total === undefined ? -1 : thatOrder(reading, total.end)
  if (total !== undefined && behind >= 0) {
    slots.total = total.value
    end = behind
  }
  end = collect(
    reading,
    onOrder(reading, end),
    slots,
    [timesSlot, timingSlot, totalSlot, nthSlot, ...whereSlots],
    between,
  )
  const nth = inNth(reading, slots, negative, start, end)
  if (nth !== undefined) return { value: nth, end }
  withTotal(reading, slots, start, end)
  const codes = slots.where.code ?? []
  const each = codes.length > 1 && reading.tokens.slice(verb, end).some(({ word }) => word === 'both')
  if (each && !negative && slots.times === undefined) {
    const criteria = codes.map((one) =>
      ordersAsked('count', AT_LEAST_ONE, { ...slots, where: { ...slots.where, code: [one] } }),
    )
    return { value: told(allOf(criteria), slots), end }
  }
  return { value: boughtMeaning(slots, negative), end }
}

const anOrder = phrase('on|for|with|in a|an|any|one|some? order|orders|purchase|purchases')

/** "on an order over 100": of that very order. */
const onOrder = (reading: Reading, at: number): number => {
  const end = anOrder(reading, at)
  return end >= 0 && totalSlot(reading, end, noSlots()) !== undefined ? end : at
}

const itWord = phrase('it|that', 'that|this|the same code|coupon|voucher|one')

/** "did not use it last year": the code that was named last. */
function sameCode(reading: Reading, at: number) {
  const end = itWord(reading, at)
  if (end < 0) return undefined
  const held = reading.situation.vocabulary.values('discount_code')
  for (const i of placesBefore(at)) {
    const named = held.find((info) => foldText(info.value) === reading.tokens[i]?.word)
    if (named !== undefined) return { value: [named.value], end }
  }
  return undefined
}

const codeWord = phrase(
  'discount|coupon|voucher|promo|promotional? code|codes',
  'coupon|coupons|voucher|vouchers',
)
const wasUsed = phrase(
  'was|were|is|being|been|ever|never|not|have|has? used|redeemed|applied|entered',
  'on it|them',
)
const noCode = phrase(
  'no|zero|a|any|without|single',
  'not? a single|one?',
  'not any',
  'with no',
  'one single?',
)

/** `no code used`, `not once a code used`, `codes never used`: the code stands before the verb. */
const codeFirst: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: start } = polarity(reading, at)
  const none = noCode(reading, start)
  const code = codeWord(reading, none >= 0 ? none : start)
  const verb = code < 0 ? -1 : wasUsed(reading, code)
  if (verb < 0) return undefined
  const words = reading.tokens.slice(start, verb).map(({ word }) => word)
  const negative = denied !== words.some((word) => /^(?:no|zero|not|never|without)$/.test(word))
  const slots = noSlots()
  readAnyCode(reading, slots, start, code)
  const end = collect(reading, verb, slots, [timesSlot, timingSlot, totalSlot, ...whereSlots], between)
  return { value: boughtMeaning(slots, negative), end }
}

const notSinceWords = phrase(
  'have|has|had|did? not|never bought|ordered|purchased|been|come|returned|shopped back? since|again|anymore',
  'have|has|had? nothing|none since|again',
  'nothing|none bought|ordered|purchased|placed|else since',
  'no|not a single? order|orders|purchase|purchases since',
)

/** "… and nothing since", "… has not ordered since": no order after the window said before. */
const notSince: Parser<Meaning> = (reading, at) => {
  const end = notSinceWords(reading, at)
  if (end < 0 || timingBehind(reading, end)) return undefined
  const since = sinceWindowBefore(reading, at)
  if (since === undefined) return undefined
  const criteria = ordersAsked('count', NONE, {
    timing: { windows: [since], assumptions: [], doubts: [] },
    where: {},
  })
  return {
    value: { criteria, assumptions: [`Since then is read as: no order ${windowWords(since)}.`], doubts: [] },
    end,
  }
}

const timingBehind = (reading: Reading, at: number): boolean => {
  const slots = noSlots()
  return collect(reading, at - 1, slots, [timingSlot], between) > at
}

/** `WELCOME10 on their first order`, `VIP15 or SUMMER20 users`: a code of the data by its name, with what is said of it. */
const codeAlone: Parser<Meaning> = (reading, at) => {
  const found = namedCodes(reading, at)
  if (found === undefined || reading.links.at(at).some(({ field }) => field !== 'discount_code'))
    return undefined
  const slots: NthSlots = noSlots()
  slots.where.code = found.value
  const head = skip(reading, found.end, codeNoun)
  const end = collect(
    reading,
    head,
    slots,
    [timesSlot, timingSlot, totalSlot, nthSlot, ...whereSlots],
    between,
  )
  if (end === found.end) return undefined
  const nth = inNth(reading, slots, false, at, end)
  if (nth !== undefined) return { value: nth, end }
  withTotal(reading, slots, at, end)
  return { value: boughtMeaning(slots, false), end }
}

const codeNoun = phrase(
  'users|user|redeemers|redeemer|orders|buyers|customers|shoppers|people|folks|crowd|used|redeemed|applied',
)

const codeUsers = phrase(
  'coupon|voucher|code|promo code? users|user|redeemers|customers|shoppers',
  'discount|coupon|promo code users|user|customers',
  'users|redeemers of a|any|our? discount|coupon|promo? code|codes|coupon|coupons|vouchers',
)

/** `coupon users`: an order with any code. */
const codeUser: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = codeUsers(reading, start)
  if (head < 0) return undefined
  const slots = noSlots()
  readAnyCode(reading, slots, start, head)
  const end = collect(reading, head, slots, [timesSlot, timingSlot, totalSlot, ...whereSlots], between)
  return { value: { ...boughtMeaning(slots, negative), people: true }, end }
}

const refundWords = phrase(
  'had|have|got|get|received|receive|requested|asked for? a|any|some? refund|refunds',
  'a|any|some? refund|refunds',
  'got|get|were|was|been? refunded',
  'returned something|anything|items|products',
  'returned a|an|some? order|orders|item|product|purchase',
)

const noRefund = phrase(
  'no|zero|without refund|refunds',
  'never|not had|got|received a|any|one|single? refund|refunds',
  'without|not a|any|one|single? refund|refunds',
  'with no refund|refunds',
)

const refundNoun = phrase('refund|refunds')
const wholeRefund = phrase(
  'had|have|has|got|with? a|an|any|some|at? least? one? fully|completely|entirely refunded order|orders|purchase',
  'had|have|has|got|with? a|any|some? full|complete refund|refunds',
)
/** "…, not partial": of a full refund it says nothing more. */
const notInPart = phrase(',? not|no|never partial|partially|part|partly refunded|refund|refunds|ones?')
const partialRefund = phrase('had|have|has|got|with? a|any|some? partial|part refund|refunds')

/** `had a refund in the last 60 days`, `no refunds`: an order that was refunded, wholly or in part. */
const refunded: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: start } = polarity(reading, at)
  const [some, none] = [
    refundWords(reading, start),
    Math.max(noRefund(reading, start), noRefund(reading, at)),
  ]
  const counted = comparison(reading, start)
  const isNone = counted === undefined || passesZero(counted.value)
  const noun = isNone ? -1 : refundNoun(reading, counted.end)
  const whole = wholeRefund(reading, start)
  const head = Math.max(some, none, noun, partialRefund(reading, start), whole)
  if (head < 0) return undefined
  const negative = denied || (none === head && none >= some && none >= noun)
  const slots = noSlots()
  if (counted !== undefined && head === noun) slots.times = counted.value
  slots.where.status = ['refunded', 'partially_refunded']
  const part = partialRefund(reading, start)
  if (part === head) slots.where.status = ['partially_refunded']
  else if (whole === head) slots.where.status = ['refunded']
  else slots.assumptions.push('Refunds count by the date of the order, in part or in full.')
  const from = whole === head ? skip(reading, head, notInPart) : head
  const end = collect(reading, from, slots, [timesSlot, timingSlot, totalSlot, ...whereSlots], between)
  return { value: boughtMeaning(slots, negative), end }
}

const apartWord = phrase(',? on|in|with|across two|2? different|separate orders|purchases|occasions')

/** "used A and also B, on different orders": an order has one code, so that there are two of them at least. */
const onDifferentOrders: Parser<Meaning> = (reading, at) => {
  const end = apartWord(reading, at)
  if (end < 0) return undefined
  const held = reading.situation.vocabulary.values('discount_code').map(({ value }) => foldText(value))
  const codes = new Set(
    [...placesBefore(at)].map((i) => wordAt(reading, i)).filter((word) => held.includes(word)),
  )
  if (codes.size < 2) return undefined
  const criteria = { type: 'orders', measure: 'count', op: '>=', value: 2 } as const
  return { value: meaning(criteria, ['An order has one code at most.']), end }
}

/** Those that say what kind of order was placed. */
export const orderKindPhrases: readonly Parser<Meaning>[] = eachRemembered([
  usedCode,
  neverCoded,
  codeFirst,
  codeAlone,
  codeUser,
  refunded,
])

export const orderCodePhrases: readonly Parser<Meaning>[] = [...orderKindPhrases, notSince, onDifferentOrders]
