import { between, type BuySlots, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { whereOf } from '../../language/grammar/asked.ts'
import { type Doubt, question } from '../../language/grammar/meaning.ts'
import { longestIn, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { type Products, products } from '../../language/grammar/products.ts'
import { type Found, type Parser, type Reading, remembered } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import type { Timing } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'
import type { OrderFilter, ProductFilter } from '../shared/filters.ts'
import type { Window } from '../../time/window.ts'
import type { RankMeasure } from './rank-values.ts'

/** What people are ranked by, as said. */
export interface Measure {
  readonly by: RankMeasure
  readonly of?: ProductFilter
  readonly where?: OrderFilter
  readonly within?: Window
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const MEASURES: readonly (readonly [RankMeasure, Phrase])[] = [
  [
    'spend',
    phrase(
      'total|lifetime|overall|cumulative|gross? spend|spending|spent|revenue|ltv|clv|value|money|sales|turnover|expenditure',
      'spenders|spender',
      'amount|money|sum they? spent',
      'what they? have|has? spent|spend|paid|pay',
      'total|lifetime value|spend|spending',
      'lifetime value|revenue',
      'spending|paying customers|clients',
      "how much they? have|'ve|has? spent|spend|paid in? total|overall?",
      'value customers',
      'money spent',
    ),
  ],
  [
    'net_spend',
    phrase('net spend|spending|revenue|sales', 'money spent net of refunds', 'spend net of refunds'),
  ],
  [
    'orders',
    phrase(
      'number|count|amount of orders|purchases',
      'order|purchase count|counts|frequency|volume|numbers',
      'orders|purchases|frequency',
      "how often they? have|'ve? buy|order|bought|ordered|purchase|purchased",
      'purchase frequency|count',
    ),
  ],
  [
    'quantity',
    phrase(
      'number|count of units|items|pieces|products bought|purchased?',
      'units|items|pieces bought|purchased',
      'quantity bought|purchased?',
      'units|quantity',
      'how many units|items they? bought',
    ),
  ],
  [
    'average',
    phrase(
      'aov|aovs',
      'average|avg|mean order value|size|total',
      'average|avg basket|cart value|size?',
      'average|mean order',
      'average spend per order?',
      'basket size|value',
    ),
  ],
  [
    'largest',
    phrase(
      'largest|biggest|highest single? order|purchase value?',
      'largest|biggest single order',
      'single order|purchase|basket value|total?',
      'single orders|purchases|baskets|transactions',
    ),
  ],
  [
    'discount',
    phrase(
      'discount|discounts|savings',
      'total? discount|discounts received|given|got|taken',
      'money saved through discounts',
      'total discounts?',
    ),
  ],
  [
    'last_date',
    phrase(
      'recency',
      'last|latest order|purchase date?',
      'most recent order|purchase',
      'date of the last order ( latest|earliest first )',
    ),
  ],
  [
    'first_date',
    phrase(
      'first order|purchase date?',
      'date of the first order ( latest|earliest first )',
      'acquisition date',
    ),
  ],
  [
    'signed_up',
    phrase(
      'date of signing up ( latest|earliest first )',
      'signup|registration|joining|creation date|time?',
      'sign up date?',
      'date they? joined|registered',
      'when they joined|registered|subscribed',
      'when they signed up',
    ),
  ],
]

/** Behind a product: "Skincare revenue", "Tea orders". */
const OF_PRODUCT: readonly (readonly [RankMeasure, Phrase])[] = [
  [
    'spend',
    phrase(
      'revenue|spend|spending|sales|value|turnover|expenditure|spenders|spender',
      'lifetime? spend|revenue',
    ),
  ],
  ['orders', phrase('orders|purchases|order|purchase count|frequency?', 'orders|purchases')],
  ['quantity', phrase('units|quantity|items|pieces|volume')],
]
/** Between a measure and its products. */
const ON: Readonly<Partial<Record<RankMeasure, Phrase>>> = {
  spend: phrase('on|in|from|for|with|of', 'they? spent on'),
  orders: phrase('with|of|for|containing|including'),
  quantity: phrase('of|from|in', 'bought|purchased of|from|in?'),
}

/**
 * `total spend`, `Skincare revenue`, `number of orders with any product in the category Tea this year`.
 * Remembered, since ranks look for one at every word, and several do so behind the same words.
 */
export const measureAt: Parser<Measure> = remembered((reading, at) => {
  const slots = noSlots()
  const plain = measured(reading, at)
  // "online spend", "this year’s spend", "2024 revenue": which orders, before what they come to.
  const start = plain === undefined ? ordersBefore(reading, at, slots) : at
  const found = plain ?? (start > at ? measured(reading, start) : undefined)
  if (found === undefined) return undefined
  const end = collect(reading, found.end, slots, [timingSlot, ...whereSlots], between)
  return { value: withSlots(found, slots, end), end }
})

const possessive = phrase("'s", "'", 's')

/** When, of what is measured behind it: "this year’s", "Q3", "2024". */
export function timeBefore(reading: Reading, at: number): Found<Timing> | undefined {
  const found = window(reading, at)
  return found && { ...found, end: skip(reading, found.end, possessive) }
}

/** When and where orders were placed, before what is measured of them. */
function ordersBefore(reading: Reading, at: number, slots: BuySlots): number {
  const time = timeBefore(reading, at)
  if (time !== undefined) {
    slots.timing = time.value
    slots.assumptions.push(...time.value.assumptions)
    slots.doubts.push(...time.value.doubts)
  }
  return collect(reading, time?.end ?? at, slots, whereSlots, between)
}

/** A measure without anything around it. */
export function plainMeasureAt(reading: Reading, at: number): Found<RankMeasure> | undefined {
  return longestIn(reading, at, MEASURES)
}

const boughtWord = phrase('they? bought|purchased|ordered')

type Named = Found<{ readonly by: RankMeasure; readonly products?: Products }>

const measured = (reading: Reading, at: number): Named | undefined =>
  ofProducts(reading, at) ?? named(reading, at)

const numberOf = phrase(
  'number|count|amount|total of?',
  'the? number|count|amount of',
  'total|lifetime|overall',
)

function ofProducts(reading: Reading, at: number): Named | undefined {
  const before = products(reading, skip(reading, at, numberOf))
  // A product expression takes the noun behind it along: "Tea orders".
  const noun =
    before === undefined
      ? undefined
      : (longestIn(reading, before.end, OF_PRODUCT) ?? longestIn(reading, before.end - 1, OF_PRODUCT))
  if (before === undefined || noun === undefined) return undefined
  return { value: { by: noun.value, products: before.value }, end: noun.end }
}

function named(reading: Reading, at: number): Named | undefined {
  const measure = plainMeasureAt(reading, at)
  if (measure === undefined) return undefined
  const joint = ON[measure.value]?.(reading, measure.end) ?? -1
  const behind = joint < 0 ? undefined : products(reading, joint)
  return behind === undefined
    ? { value: { by: measure.value }, end: measure.end }
    : { value: { by: measure.value, products: behind.value }, end: skip(reading, behind.end, boughtWord) }
}

function withSlots({ value }: Named, slots: BuySlots, end: number): Measure {
  const { by, products: said } = value
  const doubts = [...slots.doubts, ...(said?.doubts ?? [])]
  const [within, more] = slots.timing?.windows ?? []
  if (more !== undefined)
    doubts.push(question(end - 1, end, 'Which of these times should the ranking be over?'))
  const of = said === undefined ? undefined : filterOf(said.tree)
  if (said !== undefined && (of === undefined || said.not !== undefined || said.except !== undefined))
    doubts.push(question(end - 1, end, 'Rank by one product, category or brand, or by several of one kind.'))
  const where = whereOf(slots.where)
  if (where !== undefined && by === 'last_date')
    doubts.push(question(end - 1, end, 'Rank by the date of which orders?'))
  return {
    by,
    ...(of === undefined ? {} : { of }),
    ...(where === undefined ? {} : { where }),
    ...(within === undefined ? {} : { within }),
    assumptions: [...slots.assumptions, ...(said?.assumptions ?? [])],
    doubts,
  }
}
