import type { OrderFilter } from '../../conditions/shared/filters.ts'
import { containsSlot, kindsSlot, withoutSlot } from './basket.ts'
import { clockHours } from './clock-hours.ts'
import { comparedBehind, comparison, isPlain, mayBeMoney, type Test } from './comparison.ts'
import { discountAmountSlot } from './discount-amount.ts'
import { type Doubt, question } from './meaning.ts'
import { code, coded } from './code-words.ts'
import { channel, device, discounted, status } from './order-words.ts'
import { isOfOrders } from './of-orders.ts'
import { leftOutSlot } from './orders-left-out.ts'
import { phrase, skip } from './phrase.ts'
import { unionOf } from './product-criteria.ts'
import { type Products, products } from './products.ts'
import { type Found, type Parser, type Reading, said as written } from './reading.ts'
import { recurringSlot } from './recurring.ts'
import { deniedBefore } from './rolling.ts'
import { type Slot, slot } from './slots.ts'
import { times } from './times.ts'
import type { Timing } from './timing.ts'
import { window } from './window.ts'

/** What can be said beside "bought", "ordered", "orders" or "spent". */
export interface BuySlots {
  times?: Test
  timing?: Timing
  products?: Products
  /** A number before the products: "2+ hoodies". */
  quantity?: Test
  /** They were called units, so that even “at least 1” counts pieces. */
  pieces?: true
  total?: Test
  where: OrderFilter
  assumptions: string[]
  doubts: Doubt[]
}

export const noSlots = (): BuySlots => ({ where: {}, assumptions: [], doubts: [] })

const worth = phrase(
  'worth|totalling|totaling|costing',
  'worth|valued|priced of|at',
  'and? with a total|value of?',
  'whose total|value is|was',
  'for|of',
  'of a? value of?',
)
const withATotal = phrase('and? with a total of')
const each = phrase('each', 'apiece', 'per order', 'on|in that|one|a order', 'on it', 'in value')
const inTotal = phrase('in total')
const countNoun = phrase(
  'orders|order|purchases|purchase|times|x|items|units|%|products|different|distinct|separate|occasions|emails|points|stars',
  'days|weeks|months|years|hours|quarters|fortnights|hrs|wk|wks|mo|mths|yr|yrs|h|d|w|m|y',
)

/** An order's own total: `over $80`, `worth at least 100`. A bare number says nothing by itself. */
const totalAt = (reading: Reading, at: number, needsWord: boolean): Found<Test> | undefined => {
  const opened = Math.max(
    worth(reading, at),
    ORDER.test(reading.tokens[at - 1]?.word ?? '') ? was(reading, at) : -1,
  )
  const found = comparison(reading, opened >= 0 ? opened : at)
  if (found === undefined || found.value.bare || !mayBeMoney(found.value)) return undefined
  // "a discount of more than 20" is not what the order came to.
  const said = /^(?:and|with)$/.test(reading.tokens[at]?.word ?? '')
  if (!said && [1, 2].some((back) => DISCOUNT.test(reading.tokens[at - back]?.word ?? ''))) return undefined
  if (needsWord && opened < 0 && found.value.currency === undefined) return undefined
  const named = withATotal(reading, at) >= 0
  // "lunch orders from 11 to 14" are hours.
  if (opened < 0 && found.value.currency === undefined && (clockHours(reading, at)?.end ?? at) >= found.end)
    return undefined
  // "between 24 and 26 December" are days.
  if (opened < 0 && (window(reading, at)?.end ?? at) > found.end) return undefined
  if (countNoun(reading, found.end) >= 0 || (!named && found.value.tests.some((test) => test.value === 0)))
    return undefined
  // "orders at weekends more than 3" are so many; an order is hardly over 3.
  if (opened < 0 && isSmall(found.value) && !ORDER.test(reading.tokens[at - 1]?.word ?? '')) return undefined
  // "haven’t ordered for at least 3" is a time.
  if (reading.tokens[at]?.word === 'for' && found.value.currency === undefined && deniedBefore(reading, at))
    return undefined
  // "bought for over 500 in total in 2025" and "orders worth more than 500 in total" are no single order.
  if (opened >= 0 && !isOfOrders(reading, at) && comesInTotal(reading, found.end)) return undefined
  const after = each(reading, found.end)
  return {
    value: found.value,
    end: after >= 0 ? after : needsWord ? found.end : skip(reading, found.end, inTotal),
  }
}

const ORDER = /^(?:order|orders|purchase|purchases|basket|baskets|one)$/
const isSmall = ({ tests, currency }: Test): boolean =>
  currency === undefined && tests.every(({ value }) => [value].flat().every((n) => n < FEWEST))
/** So little is hardly what an order came to, where no currency says so. */
const FEWEST = 10

/** Behind the amount, or behind when it was spent. */
const comesInTotal = (reading: Reading, at: number): boolean =>
  inTotal(reading, at) >= 0 || inTotal(reading, window(reading, at)?.end ?? at) >= 0

const was = phrase('is|was')
const comma = phrase(',', '-', '(')
const closing = phrase(',', ';', '.', ')', '-', 'only', 'and', 'but')

/** A window; behind a comma one that stands by itself: "3+ orders, last 90 days, France". */
const timed: Parser<Timing> = (reading, at) => {
  const opened = comma(reading, at)
  const found = window(reading, skip(reading, opened >= 0 ? opened : at, was))
  if (found === undefined || opened < 0) return found
  const bracket = reading.tokens[at]?.word === '('
  if (!bracket && closesInserted(reading, at)) return undefined
  const last = found.end >= reading.tokens.length
  if (bracket) return reading.tokens[found.end]?.word === ')' ? { ...found, end: found.end + 1 } : undefined
  return last || closing(reading, found.end) >= 0 ? found : undefined
}

/** "bought Shoes, without a code, last week": behind the comma it is said of what stands before the other one. */
function closesInserted({ tokens }: Reading, at: number): boolean {
  const before = tokens.slice(0, at).findLastIndex(({ word }) => word === ',')
  return before >= 0 && LEAVES_OUT.test(tokens[before + 1]?.word ?? '')
}

const LEAVES_OUT = /^(?:without|except|excluding|unless|minus|besides)$/

/** The time of it, as a parser reads it. */
export const timedBy = (parser: Parser<Timing>): Slot<BuySlots> =>
  slot(
    parser,
    (slots) => slots.timing !== undefined,
    (slots, value) => {
      slots.timing = value
      slots.assumptions.push(...value.assumptions)
      slots.doubts.push(...value.doubts)
    },
  )
export const timingSlot = timedBy(timed)
export const timesSlot: Slot<BuySlots> = slot(
  times,
  (slots) => slots.times !== undefined,
  (slots, value) => {
    slots.times = value
  },
)
const DISCOUNT = /^(?:discounts?|coupons?|vouchers?|codes?)$/

/** Behind "orders": `orders over 80`. */
export const totalSlot: Slot<BuySlots> = slot(
  (reading, at) => totalAt(reading, at, false),
  (slots) => slots.total !== undefined,
  (slots, value) => {
    slots.total = value
  },
)
/** Behind a verb: `bought for over 80`, `ordered over $80`; without a word or a currency it could be a number. */
export const pricedSlot: Slot<BuySlots> = slot(
  (reading, at) => totalAt(reading, at, true),
  (slots) => slots.total !== undefined,
  (slots, value) => {
    slots.total = value
  },
)
const quantityNoun = phrase(
  'units|unit|pieces|piece|pcs|items|item|bottles|packs|products|pairs|bags|boxes|copies of?',
  'units|unit|pieces|piece|items|item ( units|pieces|items|quantity ,? not orders|order|purchases ) of?',
  'units|unit|pieces|piece|items|item ( not orders|order|purchases ) of?',
  'of',
)

/** `2+ hoodies`, `at least 3 units of Tea`: only where products follow. */
const counted = (
  reading: Reading,
  at: number,
): Found<{ quantity?: Test; pieces?: boolean; products: Products }> | undefined => {
  const number = comparison(reading, at)
  if (number === undefined || !isPlain(number.value)) {
    const found = products(reading, at)
    return found && { value: { products: found.value }, end: found.end }
  }
  // "over 90 on Tea" is money.
  if (reading.tokens[number.end]?.word === 'on') return undefined
  const noun = quantityNoun(reading, number.end)
  const found = products(reading, noun >= 0 ? noun : number.end)
  if (found === undefined) return undefined
  // "2 of Tea, Coffee and Cocoa" may be pieces, or kinds.
  const { value: quantity, end } = comparedBehind(reading, number.value, found.end)
  const several = reading.tokens[number.end]?.word === 'of' && found.value.tree.kind !== 'one'
  const doubts = several ? [piecesOrKinds(reading, at, number.end, found)] : []
  const said = { ...found.value, doubts: [...found.value.doubts, ...doubts] }
  const pieces = /^units?$/.test(reading.tokens[number.end]?.word ?? '')
  return { value: { quantity, pieces, products: said }, end }
}

/** "at least 2 of Tea, Coffee and Cocoa" */
function piecesOrKinds(reading: Reading, at: number, of: number, found: Found<Products>): Doubt {
  const number = written(reading, at, of)
  const list = written(reading, of + 1, found.end)
  const key = Object.keys(unionOf(found.value.tree) ?? {})[0]
  const kinds = key === 'category' ? 'categories' : key === 'brand' ? 'brands' : 'products'
  return question(at, found.end, 'That many pieces, or that many of these kinds?', [
    [`that many different ${kinds} of these`, `${number} different ${kinds} among ${list}`],
    ['that many pieces in all', `${number} units of ${list.replace(/,? and /, ' or ')}`],
  ])
}

export const productSlot: Slot<BuySlots> = slot(
  counted,
  (slots) => slots.products !== undefined,
  (slots, value) => {
    slots.products = value.products
    if (value.quantity !== undefined) slots.quantity = value.quantity
    if (value.pieces === true) slots.pieces = true
    slots.assumptions.push(...value.products.assumptions)
    slots.doubts.push(...value.products.doubts)
  },
)

/** Products without a number before them: in "spent over 200 on Tea" the number is money. */
export const plainProductSlot: Slot<BuySlots> = slot(
  products,
  (slots) => slots.products !== undefined,
  (slots, value) => {
    slots.products = value
    slots.assumptions.push(...value.assumptions)
    slots.doubts.push(...value.doubts)
  },
)

/** Where and on what an order was placed. */
export const placeSlots: readonly Slot<BuySlots>[] = [
  slot(
    channel,
    (slots) => slots.where.channel !== undefined,
    (slots, value) => {
      slots.where.channel = value.values
      slots.doubts.push(...value.doubts)
    },
  ),
  slot(
    device,
    (slots) => slots.where.device !== undefined,
    (slots, value) => {
      slots.where.device = value.values
      slots.doubts.push(...value.doubts)
    },
  ),
]

export const whereSlots: readonly Slot<BuySlots>[] = [
  ...placeSlots,
  slot(
    code,
    (slots) => slots.where.code !== undefined,
    (slots, value) => {
      slots.where.code = value.values
      slots.doubts.push(...value.doubts)
    },
  ),
  slot(
    coded,
    (slots) => slots.where.coded !== undefined,
    (slots, value) => {
      slots.where.coded = value
    },
  ),
  slot(
    discounted,
    (slots) => slots.where.discounted !== undefined,
    (slots, value) => {
      slots.where.discounted = value
    },
  ),
  slot(
    status,
    (slots) => slots.where.status !== undefined,
    (slots, value) => {
      slots.where.status = [...value]
    },
  ),
  discountAmountSlot,
  recurringSlot,
  containsSlot,
  withoutSlot,
  kindsSlot,
  leftOutSlot,
]

/** Small words that may stand between slots and say nothing. */
export const between = phrase(
  'in orders|order',
  'of|in|the|a|an|any|our|their|on|both',
  'in total|all',
  'all told',
  'overall|altogether|total|combined|ever|lifetime|cumulatively',
  'from|with|at us',
  'with|at|in our shop|store|brand',
  'of all time',
  'or? so far',
  'all time',
  'dated',
)
