import type { Criteria } from '../../criteria/schema.ts'
import { overWindows, told, whereOf, withTotal } from '../../language/grammar/asked.ts'
import { fillContained } from '../../language/grammar/basket.ts'
import {
  between,
  type BuySlots,
  noSlots,
  plainProductSlot,
  pricedSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { eachOrder } from '../../language/grammar/every-order.ts'
import { allOf, doubtful, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { ofWhole, type Parser, type Reading } from '../../language/grammar/reading.ts'
import { collect, type Slot } from '../../language/grammar/slots.ts'
import { over, percentage, type Portion, portion, WHOLE } from './portion.ts'

const lead = phrase('placed|made|had|have|has|with|spent|spend|spends|where|got|whose|do|does|did|done')
const ofOrders = phrase(
  'of? their|his|her|the|all|whose? orders|purchases|transactions|baskets',
  'of all? of? their|the orders|purchases|transactions',
  'of their|his|her|the? shopping|buying|ordering|purchasing',
  'of what|everything|all they|he|she? have|has|had|ever? ordered|bought|purchased|order|buy',
)
const ofSpend = phrase(
  'of their|his|her|the|all? total|lifetime? spend|spending|money|revenue',
  'of what|everything|all they|he|she? have|has|had|ever? ever? spent|spend|spends|paid|pay',
  'of their|his|her total|lifetime? expenditure|outlay',
)
const link = phrase(
  'is|was|were|are|had|have|has|went|goes|comes|came|used|made|placed|being|that|got|get',
  'were|was|are|is made|placed|ordered|bought|done',
  'happened|happen|occurred|occur',
  'took|take|taken place',
)
const onWord = phrase(
  'on|from|to|in|for|with|went|contained|contain|containing|included|include',
  'goes|went to',
  'came|comes from',
  'on orders',
)
const denied = phrase('not')

const aDiscount = phrase('a|any|some? discount|discounts')
const aCode = phrase(
  'a|any|some? discount|promo|coupon|voucher code|codes',
  'a|any|some? coupon|voucher|code',
)

/** "had a discount", "used a code": without the "with" that they stand behind elsewhere. */
const bareDiscountSlot: Slot<BuySlots> = (reading, at, { where }) => {
  const code = where.coded === undefined ? aCode(reading, at) : -1
  const discount = where.discounted === undefined ? aDiscount(reading, at) : -1
  if (code < 0 && discount < 0) return undefined
  return code > discount
    ? { end: code, fill: () => void (where.coded = true) }
    : { end: discount, fill: () => void (where.discounted = true) }
}

/** `more than half of their orders had a discount`, `at least half of their spend is on Outdoor`. */
const shareOf: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  // "all" is a small word elsewhere, and the whole of it here.
  const every = eachOrder(reading, at)
  const found =
    every >= 0
      ? { value: WHOLE, end: every }
      : (portion(reading, skip(reading, at, lead)) ?? portion(reading, skip(reading, polar, lead)))
  if (found === undefined) return undefined
  const orders = every >= 0 ? every : ofOrders(reading, found.end)
  const spend = ofSpend(reading, found.end)
  const head = Math.max(orders, spend)
  if (head < 0) return undefined
  const slots = noSlots()
  // A time before the verb: "of their orders this year were …".
  const early = collect(reading, head, noSlots(), [timingSlot], between)
  const timed = link(reading, early) >= 0 ? collect(reading, head, slots, [timingSlot], between) : head
  const linked = skip(reading, skip(reading, timed, link), link)
  // "were not discounted" would turn the filter around: that is said in another way.
  if (denied(reading, linked) >= 0) {
    const doubt = question(at, linked + 1, 'Please say what those orders are, and not what they are not.')
    return { value: doubtful(doubt), end: linked + 1 }
  }
  const readers = [plainProductSlot, bareDiscountSlot, timingSlot, pricedSlot, ...whereSlots]
  const direct = collect(reading, linked, slots, readers, between)
  const end =
    direct > linked ? direct : collect(reading, skip(reading, linked, onWord), slots, readers, between)
  const nothing =
    slots.products === undefined && Object.keys(slots.where).length === 0 && slots.total === undefined
  if (nothing && slots.doubts.length === 0) return undefined
  return {
    value: shareMeaning(reading, found.value, slots, { spend: spend > orders, negative, from: at, to: end }),
    end,
  }
}

interface Manner {
  readonly spend: boolean
  readonly negative: boolean
  readonly from: number
  readonly to: number
}

function shareMeaning(
  reading: Reading,
  { test, assumptions }: Portion,
  slots: BuySlots,
  { spend, negative, from, to }: Manner,
): Meaning {
  const said = slots.products
  withTotal(reading, slots, from, to)
  const filtered = Object.keys(slots.where).length > 0
  const products = spend && said !== undefined ? filterOf(said.tree) : undefined
  if (said !== undefined && !spend)
    fillContained(reading, slots, [{ products: said }], { only: false, from, to })
  const odd =
    spend &&
    said !== undefined &&
    (products === undefined || filtered || (said.not ?? said.except) !== undefined)
  if (odd)
    slots.doubts.push(
      question(from, to, 'A share of spend is on products, or on orders of a kind: please name one of them.'),
    )
  const where = whereOf(slots.where)
  const criteria = overWindows(slots.timing, (within) =>
    allOf(
      test.tests.map(
        ({ op, value }): Criteria => ({
          type: 'share',
          of: spend ? 'spend' : 'orders',
          op,
          value,
          ...(products === undefined ? (where === undefined ? {} : { where }) : { products }),
          ...(within === undefined ? {} : { within }),
        }),
      ),
    ),
  )
  return told(negative ? negated(criteria) : criteria, slots, assumptions)
}

const ordersNoun = phrase('orders|purchases')

/** `more than 50% in-store orders`: so many of their orders are of that kind. */
const shareBefore: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const found = percentage(reading, skip(reading, polar, lead))
  if (found === undefined) return undefined
  const slots = noSlots()
  const described = collect(reading, found.end, slots, whereSlots, between)
  const head = described === found.end ? -1 : ordersNoun(reading, described)
  if (head < 0) return undefined
  const end = collect(reading, head, slots, [timingSlot, pricedSlot, ...whereSlots], between)
  const asked = { test: found.value, assumptions: [] }
  return { value: shareMeaning(reading, asked, slots, { spend: false, negative, from: at, to: end }), end }
}

const mostly = phrase('mostly|mainly|predominantly|primarily|largely', 'for the most part')
const buyWord = phrase(
  'buy|buys|bought|buying|order|orders|ordered|shop|shops|shopped|purchase|purchases|purchased',
  'placed|made',
)

const ordersAre = phrase(
  'whose? orders|purchases are|were placed|made?',
  'whose? orders|purchases have|had been',
  'do|does|did? their|his|her shopping|buying|ordering',
  'whose shopping|buying is|was',
)

/** `mostly online`, `mostly buys Skincare`, `buys mainly at full price`: more than half of the orders. */
const mostlySo: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const before = skip(reading, skip(reading, start, ordersAre), buyWord)
  const word = mostly(reading, before)
  if (word < 0) return undefined
  const slots = noSlots()
  const readers = [plainProductSlot, timingSlot, pricedSlot, ...whereSlots]
  const end = collect(reading, skip(reading, word, buyWord), slots, readers, between)
  const nothing = slots.products === undefined && Object.keys(slots.where).length === 0
  if (nothing && slots.doubts.length === 0) return undefined
  const found = { test: over(50), assumptions: ['“mostly” is read as more than half of their orders.'] }
  return { value: shareMeaning(reading, found, slots, { spend: false, negative, from: at, to: end }), end }
}

const usedVerb = phrase('used|redeemed|use|uses|bought|ordered|shopped|paid|got|had')
const onOrders = phrase('on|in|for|with')

/** `used a discount on more than half of their orders` */
const doneInShare: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = skip(reading, start, usedVerb)
  // "a discount on at least half of the orders"
  if (verb === start && bareDiscountSlot(reading, start, noSlots()) === undefined) return undefined
  const slots = noSlots()
  // Codes are said with their verb: "used a code".
  const first = collect(reading, start, slots, whereSlots, between)
  const described =
    first > start
      ? first
      : collect(reading, verb, slots, [...whereSlots, bareDiscountSlot, plainProductSlot], between)
  if (described === verb) return undefined
  const found = portion(reading, skip(reading, described, onOrders))
  const head = found === undefined ? -1 : ofOrders(reading, found.end)
  if (found === undefined || head < 0) return undefined
  const end = collect(reading, head, slots, [timingSlot, pricedSlot, ...whereSlots], between)
  return {
    value: shareMeaning(reading, found.value, slots, { spend: false, negative, from: at, to: end }),
    end,
  }
}

const refundVerb = phrase('refunded|returned', 'had|got|with? a? refund|refunds|return|returns on|for|in')

/** "refunded more than half": of their orders, or of their money? */
const refundedShare: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const verb = refundVerb(reading, start)
  const found = verb < 0 ? undefined : portion(reading, verb)
  if (found === undefined) return undefined
  const end = ofOrders(reading, found.end)
  if (end < 0) {
    const doubt = question(at, found.end, 'More or less of what was refunded: how many of their orders?', [
      ['more than half of their orders', 'more than half of their orders were refunded'],
    ])
    return { value: doubtful(doubt), end: found.end }
  }
  const slots = noSlots()
  slots.where.status = ['refunded', 'partially_refunded']
  slots.assumptions.push('Refunds count in part or in full.')
  const behind = collect(reading, end, slots, [timingSlot], between)
  return {
    value: shareMeaning(reading, found.value, slots, { spend: false, negative: false, from: at, to: behind }),
    end: behind,
  }
}

const madeUp = phrase(
  'is|are|was|were',
  'makes|make|made|making up',
  'accounts|account|accounted|accounting for',
  'represents|represent|represented|forms|form|constitutes|constitute|equals|takes|took|covers',
  'adds|add|amounts|amount|comes|come up? to',
)

/** `Nike makes up more than half of what they’ve spent`, `Tea is at least 30% of their spend`: what it goes on, first. */
const madeUpShare: Parser<Meaning> = (reading, at) => {
  if (!speaksOfPortion(reading)) return undefined
  const slots = noSlots()
  const told = collect(reading, at, slots, [plainProductSlot, ...whereSlots], between)
  const opened = told === at ? -1 : madeUp(reading, skip(reading, told, ordersWord))
  const found = opened < 0 ? undefined : portion(reading, opened)
  if (found === undefined || found.value === WHOLE) return undefined
  const [orders, spend] = [ofOrders(reading, found.end), ofSpend(reading, found.end)]
  const head = Math.max(orders, spend)
  if (head < 0) return undefined
  const end = collect(reading, head, slots, [timingSlot], between)
  return {
    value: shareMeaning(reading, found.value, slots, {
      spend: spend > orders,
      negative: false,
      from: at,
      to: end,
    }),
    end,
  }
}
const speaksOfPortion = ofWhole(({ text }) =>
  /half|third|quarter|fourth|%|percent|most|majority|bulk/iu.test(text),
)
const ordersWord = phrase('orders|purchases|products|items|things')

export const sharePhrases: readonly Parser<Meaning>[] = [
  shareOf,
  shareBefore,
  mostlySo,
  doneInShare,
  refundedShare,
  madeUpShare,
]
