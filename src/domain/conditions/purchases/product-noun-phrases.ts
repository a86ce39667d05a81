import {
  between,
  noSlots,
  productSlot,
  timesSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { told, whereOf } from '../../language/grammar/asked.ts'
import { comparison, suffix } from '../../language/grammar/comparison.ts'
import { jointAt } from '../../language/grammar/joints.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { inNth, nthSlot } from '../../language/grammar/nth.ts'
import { LEXICON, phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import {
  eachRemembered,
  type Found,
  type Parser,
  type Reading,
  said,
  wordAt,
} from '../../language/grammar/reading.ts'
import { refusedBehind } from '../../language/grammar/refused-behind.ts'
import { collect } from '../../language/grammar/slots.ts'
import { window } from '../../language/grammar/window.ts'
import { namesProduct } from '../../language/linking/links.ts'
import { inOneOrder, productMeaning, togetherSlot, type TogetherSlots } from './purchases-phrases.ts'

const no = phrase('no|zero', 'not a? single? one?', 'not any', 'never any|a')
const done = phrase(
  'bought|purchased|ordered',
  'was|were|is|are|being|been? bought|purchased|ordered',
  'in the|their? basket|bag? at checkout',
  'in|among their|the order|purchase history',
  'in|among their|past|previous orders|purchases',
  'in one of their orders',
)
const wasIn = phrase('was|were|is|are|came|featured|appeared')
const helping = phrase('have|has|had|having|with')

/**
 * Products before what was done with them: `no sofa bought`, `at least 4 units of Tea since July`, `Tea and Coffee in
 * the same order`, `something from Nike was in their second order`.
 */
const productsFirst: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, helping)
  const none = no(reading, start)
  const slots: TogetherSlots = noSlots()
  const from = none >= 0 ? none : start
  const list = productSlot(reading, from, slots)
  if (list === undefined || !isNamed(reading, from, list.end)) return undefined
  list.fill()
  if (slots.products === undefined) return undefined
  const end = collect(reading, list.end, slots, [togetherSlot], between)
  const negative = denied !== none >= 0
  const manner = { negative, only: false, from, to: end }
  if (slots.together === true) {
    const behind = collect(reading, end, slots, [timingSlot, ...whereSlots], between)
    const basket = inOneOrder(reading, slots, slots.products, { ...manner, to: behind, head: from })
    return basket && { value: basket, end: behind }
  }
  return inWhichOrder(reading, list.end, slots, manner) ?? broughtAbout(reading, list.end, slots, manner)
}

/**
 * The words of a sentence stand in titles too ("Tea and Honey"): before a deed, as in "in Germany and ordered", they
 * name no product unless another word is with them or they are all of a name.
 */
const isNamed = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens
    .slice(from, to)
    .some(({ word, kind }, i) => kind === 'quoted' || !LEXICON.has(word) || isWholeName(reading, from + i))

type Manner = Parameters<typeof productMeaning>[2]

/** "… was in their second order" */
function inWhichOrder(reading: Reading, at: number, slots: TogetherSlots, { negative, from }: Manner) {
  const { negative: later, end } = polarity(reading, at)
  const nth = nthSlot(reading, skip(reading, end, wasIn), slots)
  if (nth === undefined) return undefined
  nth.fill()
  const value = inNth(reading, slots, negative !== later, from, nth.end)
  return value && { value, end: nth.end }
}

/** "… bought", or so many units of it. */
function broughtAbout(
  reading: Reading,
  at: number,
  slots: TogetherSlots,
  manner: Manner,
): Found<Meaning> | undefined {
  const { negative: later, end: verb } = polarity(reading, at)
  const bought = done(reading, verb)
  const counted = slots.quantity !== undefined && isOfPieces(reading, manner.from)
  const ordered = inOrders(reading, at) >= 0 && timesSlot(reading, at, slots) !== undefined
  if ((bought < 0 && !counted && !ordered) || slots.products === undefined) return undefined
  const late = bought < 0 && slots.quantity?.bare === true ? suffix(reading, at) : undefined
  const from = bought >= 0 ? bought : (late?.end ?? at)
  const end = collect(reading, from, slots, [timesSlot, timingSlot, ...whereSlots], between)
  const negative = manner.negative !== (bought >= 0 && later)
  return { value: productMeaning(slots, slots.products, { ...manner, negative, to: end }), end }
}

/** "Tea in 3 or more separate orders": the orders say that it was bought. */
const inOrders = phrase('in|on|across|over|spread|split')

const PIECES = /^(?:units?|pieces?|bottles?|packs?|bags?|boxes|pairs?|copies)$/

/** "at least 4 units of Tea", and not "over 50 on Tea". */
const isOfPieces = (reading: Reading, at: number): boolean =>
  PIECES.test(wordAt(reading, comparison(reading, at)?.end ?? at))

/** Words behind which a product by itself is what was bought. */
const OPENING =
  /^(?:and|or|but|nor|plus|with|without|except|exclude|excluding|excl|omit|omitting|minus|barring|not|no|never|only|just|any|[,;.:(|/+-])$/

/** `Green Tea`, `Skincare, never Makeup`: a product, category or brand alone, by its whole name. */
const productAlone: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: start } = polarity(reading, at)
  if (at > 0 && !OPENING.test(wordAt(reading, at - 1)) && start === at) return undefined
  const none = no(reading, start)
  const from = skip(reading, none >= 0 ? none : start, article)
  if (!isWholeName(reading, from)) return undefined
  const slots: TogetherSlots = noSlots()
  const list = productSlot(reading, from, slots)
  list?.fill()
  const { products, quantity } = slots
  if (list === undefined || products === undefined || quantity !== undefined) return undefined
  const late = refusedBehind(reading, list.end)
  const answer =
    yesOrNo(reading, list.end, none >= 0 || denied) ??
    (late < 0 || none >= 0 || denied ? undefined : { value: false, end: late })
  const end =
    answer?.end ?? collect(reading, list.end, slots, [timesSlot, timingSlot, ...whereSlots], between)
  if (!endsHere(reading, end) || !Object.keys(slots.where).every((key) => OF_PRICE.has(key))) return undefined
  const negative = answer === undefined ? denied !== none >= 0 : !answer.value
  const words = said(reading, from, list.end)
  const bought = slots.times !== undefined || whereOf(slots.where) !== undefined
  if (at === 0 && end === reading.tokens.length && !negative && !bought)
    return { value: doubtful(askDeed(at, end, said(reading, from, end))), end }
  const value = productMeaning(slots, products, { negative, only: false, from, to: end, noneOfThem: true })
  const stated = `“${words}” is read as bought, and not only looked at.`
  return { value: told(value.criteria, value, negative ? [] : [stated]), end }
}

/** "Trail Shoe at full price": what was paid says that it was bought; "on mobile" it may have been looked at. */
const OF_PRICE: ReadonlySet<string> = new Set(['discounted', 'coded', 'code'])

/** `5 or more Protein Bars in total`, `two jackets this year`: so many pieces, with no verb. */
const productsCounted: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = skip(reading, start, having)
  if (at > 0 && !OPENING.test(wordAt(reading, at - 1)) && opened === at) return undefined
  const slots: TogetherSlots = noSlots()
  const list = productSlot(reading, opened, slots)
  list?.fill()
  const { products, quantity } = slots
  if (list === undefined || products === undefined || quantity === undefined) return undefined
  const number = comparison(reading, opened)?.end ?? opened
  if (!isWholeName(reading, number)) return undefined
  const end = collect(reading, list.end, slots, [timingSlot], inAll)
  const closed = skip(reading, end, inAll)
  if (!endsHere(reading, closed)) return undefined
  const value = productMeaning(slots, products, { negative, only: false, from: opened, to: closed })
  return { value, end: closed }
}
const having = phrase('with|have|has|had|got|own|owns')
const inAll = phrase('in total|all', 'altogether|overall|total|combined|ever', 'over time', 'so far', 'in')

/** Nothing but its name was said. */
const askDeed = (from: number, to: number, words: string) =>
  question(from, to, `“${words}”: who bought it, or who looked at it?`, [
    ['bought it', `bought ${words}`],
    ['looked at it', `viewed ${words}`],
  ])

const yes = phrase('-|:|=? yes|y')
const nay = phrase('-|:|=? no|n')

/** "Running Shoe yes, Crew Socks no" */
function yesOrNo(reading: Reading, at: number, denied: boolean): Found<boolean> | undefined {
  const [taken, refused] = [yes(reading, at), nay(reading, at)]
  const end = Math.max(taken, refused)
  // "Tea, no Coffee" denies what follows.
  if (denied || end < 0 || !/^(?:|[.,;:!?)]|and|but)$/.test(wordAt(reading, end))) return undefined
  return { value: taken >= 0, end }
}

const article = phrase('a|an|the|any|some|our')

/** A name that is nothing but that of products. */
function isWholeName(reading: Reading, at: number): boolean {
  const [first, ...links] = reading.links.at(at)
  if (first === undefined || first.match !== 'whole') return false
  return [first, ...links].every((link) => link.end < first.end || namesProduct(link))
}

/** Nothing that the name may be a part of comes behind it. */
const endsHere = (reading: Reading, at: number): boolean =>
  at >= reading.tokens.length ||
  jointAt(reading, at) !== undefined ||
  CLOSING.test(wordAt(reading, at)) ||
  window(reading, at) !== undefined

const CLOSING = /^(?:[.!?,;:)]|please|thanks)$/

const nothingBut = phrase(
  'nothing but|except|besides',
  'nothing other than',
  'never anything but|except',
  'never anything other than',
)

/** `nothing but Nike`: bought, with no verb. */
const nothingElse: Parser<Meaning> = (reading, at) => {
  const opened = nothingBut(reading, at)
  const slots: TogetherSlots = noSlots()
  const list = opened < 0 ? undefined : productSlot(reading, opened, slots)
  list?.fill()
  const { products } = slots
  if (list === undefined || products === undefined) return undefined
  const end = collect(reading, list.end, slots, [timingSlot, ...whereSlots], between)
  return { value: productMeaning(slots, products, { negative: false, only: true, from: at, to: end }), end }
}

export const productNounPhrases: readonly Parser<Meaning>[] = eachRemembered([
  productsFirst,
  productAlone,
  productsCounted,
  nothingElse,
])
