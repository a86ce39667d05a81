import { NONE, withTotal } from '../../language/grammar/asked.ts'
import {
  between,
  type BuySlots,
  noSlots,
  plainProductSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparedBehind, comparison, isPlain, type Test } from '../../language/grammar/comparison.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  eachRemembered,
  type Found,
  type Parser,
  type Reading,
  wordAt,
} from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { none, single, some } from '../orders/order-nouns.ts'
import { onlyWord } from './only-words.ts'
import { inOneOrder, productMeaning } from './purchases-phrases.ts'

const light = phrase(
  'made|make|makes|making|placed|place|places|placing|put|completed|did',
  'put in|through',
  'had|have|has|having|with|got|get|gets',
)
const separate = phrase('separate|different|individual|distinct|single|total|more')
const noun = phrase('order|orders|purchase|purchases|transaction|transactions')
/** Of an order, what it is about; "containing" tells of its lines, which other phrases read. */
const about = phrase('with|of|for|in|from')
const measured =
  /^(?:values?|size|sizes|counts?|totals?|numbers?|frequency|amounts?|history|dates?|lines?|cycle|price)$/

/**
 * Orders by their products: `made at least 3 coffee purchases`, `no Nike orders since June`, `an order for Green Tea`,
 * `3 or more orders with Tea`. The number is that of the orders, not of pieces.
 */
const ordersOfProducts: Parser<Meaning> = (reading, at) => {
  if (/^(?:followed|by|after|before|then|first|last)$/.test(wordAt(reading, at - 1))) return undefined
  const { negative: denied, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, light)
  // "only one coffee order" says how many there were, and not that there were no others.
  const numbered = single(reading, start) >= 0 || comparison(reading, start) !== undefined
  const alone = numbered ? -1 : onlyWord(reading, start)
  const counted: { value?: Test; end: number } = alone >= 0 ? { end: alone } : countBefore(reading, start)
  const slots = noSlots()
  const head = named(reading, counted.end, slots) ?? nounFirst(reading, counted.end, slots)
  if (head === undefined || slots.products === undefined) return undefined
  const early = counted.value && comparedBehind(reading, counted.value, head.end)
  const readers = [timingSlot, totalSlot, ...whereSlots]
  const said = collect(reading, early?.end ?? head.end, slots, readers, between)
  const late = early && comparedBehind(reading, early.value, said)
  const end = late?.end ?? said
  // "within 7 days of viewing it" is the time from another deed.
  if (slots.timing !== undefined && /^(?:of|after|before|from|since)$/.test(wordAt(reading, end)))
    return undefined
  const refused = counted.value === NONE
  if (late !== undefined && !refused) slots.times = late.value
  const manner = { negative: denied !== refused, only: alone >= 0, from: at, to: end }
  const apart = slots.products.not !== undefined
  if (alone < 0 && head.value === 'held' && (slots.products.tree.kind === 'all' || apart)) {
    const basket = inOneOrder(reading, { ...slots, together: true }, slots.products, { ...manner, head: at })
    return basket && { value: basket, end }
  }
  withTotal(reading, slots, at, end)
  return { value: productMeaning(slots, slots.products, manner), end }
}

function countBefore(reading: Reading, at: number): { value?: Test; end: number } {
  const number = comparison(reading, at)
  const refused = none(reading, at)
  // "no more than 2" is no "no".
  if (refused >= 0 && refused >= (number?.end ?? 0)) return { value: NONE, end: refused }
  const alone = single(reading, at)
  if (alone >= 0 && alone >= (number?.end ?? 0))
    return { value: { tests: [{ op: '=', value: 1 }], bare: false }, end: alone }
  if (number === undefined) return { end: skip(reading, at, some) }
  return isPlain(number.value) ? number : { end: at }
}

type Head = Found<'named' | 'held'>

/** `coffee purchases` */
function named(reading: Reading, at: number, slots: BuySlots): Head | undefined {
  const list = plainProductSlot(reading, skip(reading, at, separate), slots)
  if (list === undefined) return undefined
  // The names of products take “orders” along, as in “Nike orders”.
  const end = Math.max(noun(reading, list.end), noun(reading, list.end - 1))
  if (end < 0 || measured.test(wordAt(reading, end))) return undefined
  list.fill()
  return { value: 'named', end }
}

/** `orders with coffee` */
function nounFirst(reading: Reading, at: number, slots: BuySlots): Head | undefined {
  const opened = noun(reading, skip(reading, at, separate))
  const joint = opened < 0 ? -1 : about(reading, opened)
  const list = joint < 0 ? undefined : plainProductSlot(reading, joint, slots)
  if (list === undefined) return undefined
  list.fill()
  return { value: wordAt(reading, joint - 1) === 'with' ? 'held' : 'named', end: list.end }
}

/** Orders by the products that they are of. */
export const productOrdersPhrases: readonly Parser<Meaning>[] = eachRemembered([ordersOfProducts])
