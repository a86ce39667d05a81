import { collect } from '../grammar/slots.ts'
import { between, noSlots, whereSlots } from '../grammar/buying.ts'
import { comparison } from '../grammar/comparison.ts'
import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { products } from '../grammar/products.ts'
import type { Parser, Reading } from '../grammar/reading.ts'

const verb = phrase(
  'spent|spend|spends|bought|buy|buys|ordered|order|orders|shopped|shop|shops|placed|made|had|have|has',
)
const more = phrase('more|less|fewer|most', 'more|less often|frequently|money', 'more of')
const on = phrase('on|in|from|of|via|through|for|with|worth of?')
const noun = phrase('orders|order|purchases|purchase|buys|items|products|stuff')
const than = phrase('than|over', 'rather than', 'than they|have? spend|spent|buy|bought|order|ordered|do')

const KINDS =
  'Two kinds of orders or products can’t be compared with each other yet. A share of each can be asked: “more than half of their orders are in store”, “at least 30% of their spend is on Skincare”.'

/** `spent more on Skincare than on Makeup`, `more in-store orders than online orders`. */
export const comparedKinds: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const done = skip(reading, start, verb)
  const opened = more(reading, done)
  // "bought Shoes more often than Bags"
  const kind = opened < 0 && done > start ? kindAt(reading, done) : -1
  const first = opened < 0 ? (kind < 0 ? -1 : more(reading, kind)) : kindAt(reading, opened)
  const against = first < 0 ? -1 : than(reading, first)
  const end = against < 0 ? -1 : kindAt(reading, against)
  return end < 0
    ? undefined
    : { value: doubtful(missing(at, end, 'kinds of orders or products against each other', KINDS)), end }
}

/** Behind a kind of order or some products, or -1. */
function kindAt(reading: Reading, at: number): number {
  const start = skip(reading, at, on)
  const named = products(reading, start)
  const kind = Math.max(named?.end ?? -1, collect(reading, at, noSlots(), whereSlots, between))
  const end = kind > at ? kind : collect(reading, start, noSlots(), whereSlots, between)
  return end > start ? skip(reading, end, noun) : -1
}

const averageDiscount = phrase(
  'an|a|the|their|whose|with? average|mean|typical|avg discount|discounts|saving|savings rate|percentage|share|level? is|was|of?',
  'discount rate|percentage|depth|level is|was|of?',
)
const got = phrase('got|get|gets|had|received|used|with? a|an?')
const off = phrase('off', 'discount|discounts|reduction|saving', 'off on average')
const onAverage = phrase('on average', 'per order', 'on average per order')

const IN_PERCENT =
  'How large a discount was in percent can’t be asked yet. What was saved can, in money: “saved over 50 through discounts”; and how many orders had one: “more than half of their orders had a discount”.'

/** `average discount above 15%`, `got more than 20% off`: no order tells it in percent. */
export const discountInPercent: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const named = averageDiscount(reading, start)
  const number = comparison(reading, named >= 0 ? named : skip(reading, start, got))
  if (number?.value.percent === undefined) return undefined
  const noun = named >= 0 ? number.end : off(reading, number.end)
  if (noun < 0) return undefined
  const end = skip(reading, noun, onAverage)
  return { value: doubtful(missing(at, end, 'discounts in percent', IN_PERCENT)), end }
}
