import { fillContained, together } from '../../language/grammar/basket.ts'
import {
  AT_LEAST_ONE,
  atLeast,
  NONE,
  ordersAsked,
  overWindows,
  told,
  whereOf,
  withTotal,
} from '../../language/grammar/asked.ts'
import {
  between,
  type BuySlots,
  noSlots,
  productSlot,
  timesSlot,
  timingSlot,
  pricedSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { inNth, nthSlot, type NthSlots } from '../../language/grammar/nth.ts'
import { NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { placeBehindComma } from '../../language/grammar/place-behind-comma.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Bought, productCriteria, unionOf } from '../../language/grammar/product-criteria.ts'
import { type Products } from '../../language/grammar/products.ts'
import { eachRemembered, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { shownProducts } from '../../language/grammar/shown-products.ts'
import { collect, type Slot } from '../../language/grammar/slots.ts'
import { sameAgainSlot } from '../../language/grammar/same-again.ts'
import { spending } from '../orders/order-money-phrases.ts'
import { spendingMeaning } from '../orders/spending-meaning.ts'
import { gotProduct } from './got-product.ts'
import { onlyBefore, onlyBehind, onlyWord } from './only-words.ts'
import { worthMeaning, type WorthSlots, worthSlot } from './worth-of-products.ts'
import { buyVerb } from '../orders/orders-phrases.ts'

/** Bought more than once. */
const AGAIN = [
  'reordered|reorder|repurchased|repurchase|rebought|rebuy|restocked',
  'bought|ordered|purchased again',
]
const again = phrase(...AGAIN)
const verb = phrase(
  'tried|try|own|owns|owned|owning|grabbed|snagged|touched|touch',
  'picked|pick|snapped|snap|snatched|stocked|stock up',
  'stocked|stock up on',
  'splashed out on',
  'treated themselves to',
  'invested in',
  ...AGAIN,
  'bought into',
  'have a|an',
  'picked up',
  'went|gone|go|came|come for',
  'snapped|picked up',
  'spent money on',
  'order|orders|ordered|purchases|purchase|buyers|purchasers of|containing|with|including|for',
)
/** "own a dog" says whom they live with, and nothing of what they bought. */
const somebody = phrase(
  'own|owns|owned|owning|have a|an|two|2? dog|dogs|cat|cats|pet|pets|horse|horses|puppy|kitten|house|home|car|child|children|kids|baby',
)
const ownsSomebody = (reading: Reading, at: number): boolean => somebody(reading, at) >= 0

/** What is done to products of one order: “put Tea and Coffee in the same order”. */
const combine = phrase('put|combined|paired|mixed|got|had|have|bundled')
const zero = phrase('no|zero|any|neither', 'no single', 'nothing from|by|in|of')
const oneOfThem = phrase('a single', 'one single?')
const inAll = phrase('a total of', 'in total')
/** "never bought anything but Nike": behind the verb it is what nothing else was bought beside. */
const nothingBut = phrase('anything but|except|besides', 'anything other than', 'anything apart|aside from')

/** `bought Tea or Coffee twice this year`, `never ordered Juice`, `only ever bought Accessories`. */
const boughtProducts: Parser<Meaning> = (reading, at) => {
  const first = onlyBefore(reading, at)
  const { negative, end: polar } = polarity(reading, first >= 0 ? first : at)
  const second = first >= 0 ? -1 : onlyBefore(reading, polar)
  const start = second >= 0 ? polarity(reading, second).end : polar
  const combined = combine(reading, start)
  const got = gotProduct(reading, start)
  const taken = ownsSomebody(reading, start) ? -1 : verb(reading, start)
  const head = Math.max(buyVerb(reading, start), taken, combined, got)
  if (head < 0) return undefined
  // "reordered Tea" is twice at least; "haven’t reordered it in 45 days" speaks of those days alone.
  const said = again(reading, start) === head
  // The verb takes “anything” along.
  const spared = negative ? Math.max(nothingBut(reading, head), nothingBut(reading, head - 1)) : -1
  const third = Math.max(onlyWord(reading, head), spared)
  const alone = first >= 0 || second >= 0 || third >= 0
  const slots: TogetherSlots = noSlots()
  // "no fewer than 5" is no "no".
  const refused = third >= 0 || comparison(reading, head) !== undefined ? -1 : zero(reading, head)
  const counted = third >= 0 ? third : Math.max(refused, head)
  // "bought anything priced above 300": the verb takes “anything” along.
  const priced = ANYTHING.test(wordAt(reading, head - 1)) ? shownProducts(reading, head - 1) : undefined
  const from =
    priced !== undefined
      ? head - 1
      : skip(reading, negative ? skip(reading, counted, oneOfThem) : counted, inAll)
  const end = collect(
    reading,
    from,
    slots,
    [
      productSlot,
      timesSlot,
      timingSlot,
      worthSlot,
      pricedSlot,
      nthSlot,
      togetherSlot,
      sameAgainSlot,
      placeBehindComma,
      ...whereSlots,
    ],
    between,
  )
  if (slots.products === undefined) return undefined
  if (head === combined && head !== got && slots.together !== true) return undefined
  const exact = first >= 0 || second >= 0 ? exactly(slots.times) : undefined
  if (exact !== undefined) slots.times = exact
  const only = alone && exact === undefined
  if (spared >= 0) slots.assumptions.push(BUYERS_ALONE)
  if (slots.worth !== undefined && !only)
    return {
      value: worthMeaning(reading, slots, { products: slots.products, worth: slots.worth, negative }),
      end,
    }
  if (said && !negative) slots.times ??= { tests: [{ op: '>=', value: 2 }], bare: false }
  const nothing = refused >= 0 && reading.tokens[head]?.word !== 'any'
  // "bought Coffee only"
  const others = only || negative || countedAs(slots) !== undefined ? -1 : onlyBehind(reading, end)
  // "and nothing else since" is of the time after it.
  const last = LATER.test(wordAt(reading, others)) ? -1 : others
  const manner = {
    negative: negative !== nothing && spared < 0,
    only: only || last >= 0,
    from: start,
    to: end,
  }
  if (last >= 0) return { value: productMeaning(slots, slots.products, manner), end: last }
  const basket = only ? undefined : inOneOrder(reading, slots, slots.products, { ...manner, head })
  if (basket !== undefined) return { value: basket, end }
  const nth = only ? undefined : inNth(reading, slots, negative !== nothing, start, end)
  if (nth !== undefined) return { value: nth, end }
  withTotal(reading, slots, start, end)
  if (said && negative && slots.timing === undefined && slots.times === undefined) {
    const once = { ...slots, times: { tests: [{ op: '=', value: 1 } as const], bare: false } }
    return { value: productMeaning(once, slots.products, { ...manner, negative: false }), end }
  }
  const value = productMeaning(slots, slots.products, manner)
  return { value: said && negative ? boughtBefore(value, slots.products) : value, end }
}

/** "has not rebought it in 45 days" is said of whoever bought it before, "never rebought it" of one order. */
function boughtBefore(value: Meaning, products: Products): Meaning {
  const { criteria } = productMeaning(noSlots(), products, { negative: false, only: false, from: 0, to: 0 })
  if (value.criteria === undefined || criteria === undefined) return value
  return { ...value, criteria: allOf([criteria, value.criteria]) }
}

const ANYTHING = /^(?:anything|something|items?)$/
const LATER = /^(?:since|after|afterwards?|thereafter|later)$/

const BUYERS_ALONE = 'Who never bought anything at all is not meant.'

/** "only bought Tea once": so often and no more; a number that is compared stays what it is. */
const exactly = (times: Test | undefined): Test | undefined =>
  times?.bare === true
    ? { ...times, tests: times.tests.map(({ value }) => ({ op: '=', value }) as const), bare: false }
    : undefined

export interface TogetherSlots extends NthSlots, WorthSlots {
  together?: true
}

export const togetherSlot: Slot<TogetherSlots> = (reading, at, slots) => {
  const end = slots.together ? -1 : together(reading, at)
  return end < 0 ? undefined : { end, fill: () => void (slots.together = true) }
}

/** "Tea and Coffee in the same order", "an order with Tea and Coffee": one order that holds them all. */
export function inOneOrder(
  reading: Reading,
  slots: TogetherSlots,
  said: Products,
  { negative, from, head, to }: Manner & { readonly head: number },
): Meaning | undefined {
  const ofOrder = reading.tokens.slice(from, head).some(({ word }) => /^(?:orders?|purchases?)$/.test(word))
  // "an order with Shoes but without Socks" is one that held the ones and not the others.
  const held = said.tree.kind === 'all' || said.not !== undefined
  const named = ofOrder && held && head > from + 1
  if (slots.together !== true && !named) return undefined
  const { quantity: units } = slots
  const contained = { products: said, ...(units === undefined ? {} : { units }) }
  fillContained(reading, slots, [contained], { only: false, from, to })
  withTotal(reading, slots, from, to)
  if (slots.times === undefined)
    return told(
      ordersAsked('count', negative ? NONE : AT_LEAST_ONE, slots),
      slots,
      negative ? [NON_BUYERS] : [],
    )
  const asked = atLeast(slots.times, ' times')
  const criteria = ordersAsked('count', asked.test, slots)
  return told(negative ? negated(criteria) : criteria, slots, asked.assumptions)
}

interface Manner {
  readonly negative: boolean
  readonly only: boolean
  readonly from: number
  readonly to: number
  /** "without Tea and Coffee": names alone, of which none was bought. */
  readonly noneOfThem?: true
}

export function productMeaning(
  slots: BuySlots,
  said: Products,
  { negative, only, from, to, noneOfThem }: Manner,
): Meaning {
  const counted = countedAs(slots)
  const plain = counted === undefined
  const match: Bought['match'] = only ? 'only' : negative && plain ? 'none' : 'any'
  const doubts = [...slots.doubts]
  const several = negative && said.tree.kind === 'all'
  if (several && noneOfThem !== true) {
    doubts.push(
      question(
        from,
        to,
        'None of these products, or just not all of them together? Say “or” for none of them.',
      ),
    )
  }
  if (only && counted !== undefined) doubts.push(question(from, to, 'Say “only” without a number of times.'))
  const all = only && said.tree.kind === 'all'
  if (only && said.tree.kind !== 'one' && unionOf(said.tree) === undefined)
    doubts.push(question(from, to, 'Say “only” of products, of categories or of brands, and not of a mix.'))
  const assumptions = [
    ...(counted?.assumptions ?? []),
    ...(several && noneOfThem ? [NONE_OF_THEM] : []),
    ...(all ? [NOTHING_ELSE] : []),
  ]
  if (said.except !== undefined) {
    assumptions.push(
      'Somebody who also bought what is excepted stays in, as long as they bought something else of it.',
    )
  }
  const criteria = overWindows(slots.timing, (within) =>
    productCriteria(said, {
      match,
      within,
      where: whereOf(slots.where),
      ...(counted === undefined ? {} : { measure: counted.measure, tests: counted.test.tests }),
    }),
  )
  return told(
    negative && match !== 'none' ? negated(criteria) : criteria,
    { assumptions: slots.assumptions, doubts },
    assumptions,
  )
}

const NONE_OF_THEM =
  'Whoever bought any of these products is left out; say “who bought both” for only those who bought them all.'

const NOTHING_ELSE =
  '“only” is read as nothing but these, and one of them is enough; add “and bought” each of them for those who have them all.'

/** Times are orders; a number before the products is pieces. "At least one" needs no comparison. */
function countedAs(
  slots: BuySlots,
): { measure: 'orders' | 'quantity'; test: Test; assumptions: string[] } | undefined {
  const test = slots.times ?? slots.quantity
  const pieces = slots.times === undefined && slots.pieces === true
  if (test === undefined || (isAtLeastOne(test) && !pieces)) return undefined
  const measure = slots.times === undefined ? 'quantity' : 'orders'
  const once = test.bare && test.tests[0]?.value === 1
  if (once && measure === 'quantity') return undefined
  if (once) return { measure, test, assumptions: ['“once” is read as exactly once.'] }
  return { measure, ...atLeast(test, measure === 'orders' ? ' times' : ' pieces') }
}

const isAtLeastOne = ({ tests }: Test) => tests.length === 1 && tests[0]?.op === '>=' && tests[0].value === 1

const spentOn: Parser<Meaning> = (reading: Reading, at: number) => {
  const found = spending(reading, at)
  return found?.value.slots.products === undefined
    ? undefined
    : { value: spendingMeaning(reading, found.value), end: found.end }
}

export const purchasePhrases: readonly Parser<Meaning>[] = eachRemembered([spentOn, boughtProducts])
