import type { Criteria } from '../../criteria/schema.ts'
import { AT_LEAST_ONE, atLeast, NONE, ordersAsked, passesZero, told, withTotal } from '../grammar/asked.ts'
import {
  between,
  type BuySlots,
  noSlots,
  pricedSlot,
  timesSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../grammar/buying.ts'
import { comparison, suffix, type Test } from '../grammar/comparison.ts'
import { allOf, type Meaning, missing, negated, question } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { NON_BUYERS } from '../grammar/non-buyers.ts'
import { polarity } from '../grammar/polarity.ts'
import type { Found, Parser, Reading } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'
import { windowEndBefore } from '../grammar/window.ts'

export const buyVerb = phrase(
  'bought|buy|buys|buying|purchased|purchase|purchases|purchasing|ordered|order|orders|ordering|shopped|shop|shops|shopping|transacted|converted',
  'bought|purchased|ordered anything|something',
  'made|make|makes a|any|an|their purchase|purchases|order|orders|transaction',
  'placed|place|places a|any|an|their order|orders',
  'came|come|been back and? bought|ordered',
  'bought|ordered|shopped from|with|at us',
  'checked out',
  'had|have|having bought|ordered|purchased',
)

/** `bought in the last 30 days`, `haven’t ordered since June`, `ordered more than 3 times on mobile`. */
const bought: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = buyVerb(reading, start)
  if (verb < 0) return undefined
  const slots = noSlots()
  const end = collect(reading, verb, slots, [timesSlot, timingSlot, pricedSlot, ...whereSlots], between)
  withTotal(reading, slots, start, end)
  return { value: boughtMeaning(slots, negative), end }
}

function boughtMeaning(slots: BuySlots, negative: boolean): Meaning {
  if (slots.times !== undefined) {
    // "bought once" is one-and-done; "bought 3 times" has at least three.
    const once = slots.times.bare && slots.times.tests[0]?.value === 1
    const asked = once
      ? { test: slots.times, assumptions: ['“once” is read as exactly once.'] }
      : atLeast(slots.times, ' times')
    const criteria = onceLongAgo(asked.test, slots) ?? ordersAsked('count', asked.test, slots)
    const zero = !negative && passesZero(asked.test) ? [NON_BUYERS] : []
    return told(negative ? negated(criteria) : criteria, slots, [...asked.assumptions, ...zero])
  }
  if (!negative) return told(ordersAsked('count', AT_LEAST_ONE, slots), slots)
  const lapsed = slots.timing !== undefined || Object.keys(slots.where).length > 0
  return told(ordersAsked('count', NONE, slots), slots, lapsed ? [NON_BUYERS] : [])
}

/** "only once, more than 6 months ago": one order in all, and that one then. */
function onceLongAgo(test: Test, { timing, where }: BuySlots): Criteria | undefined {
  const [during, more] = timing?.windows ?? []
  const [only] = test.tests
  if (during?.kind !== 'older' || more !== undefined || only?.op !== '=' || Object.keys(where).length > 0)
    return undefined
  return allOf([ordersAsked('count', test, { where }), { type: 'orders', measure: 'last_date', during }])
}

const lead = phrase(
  'placed|place|made|make|had|have|has|with|having|got|completed|made|of|who|are|been',
  'a|an|the',
  'a total of',
  'there are',
)
const none = phrase(
  'no|without|zero',
  'no single',
  'not a single',
  'not any',
  'not one',
  'without any|a|an|placing',
  'never any',
  'not a',
)
const some = phrase('any|some', 'a|an', 'a single', 'only one|a', 'just one', 'one single', 'the')
const single = phrase('a single', 'only one', 'just one', 'one single', 'only a single', 'just a', 'only a')
const adjective = phrase(
  'separate|different|single|distinct|individual|total|lifetime|completed|paid|historical|previous|prior|past|successful|more',
)
const noun = phrase(
  'order|orders|purchase|purchases|transaction|transactions',
  'purchase|order history',
  'purchases|orders made|placed',
)
const countNoun = phrase(
  'order|purchase|transaction count',
  'number|count of orders|purchases|transactions',
  'total? orders|purchases',
  'order|purchase frequency',
)
const isWord = phrase('is|was|of|are|=|:|equals', 'equal to')

/** `2+ orders`, `no orders in 60 days`, `at least one order over 80`, `order count over 5`. */
const orderNoun: Parser<Meaning> = (reading, at) => {
  const start = leads(reading, at)
  const counted = countNoun(reading, start)
  const head = counted >= 0 ? countFirst(reading, counted) : quantityFirst(reading, start)
  if (head === undefined) return undefined
  const { test, slots } = head.value
  const end = collect(reading, head.end, slots, [timingSlot, totalSlot, ...whereSlots], between)
  withTotal(reading, slots, start, end)
  const after = test.bare ? suffix(reading, end) : undefined
  if (after !== undefined) {
    const tests = test.tests.map((one) => ({ ...one, op: after.op }))
    return {
      value: countMeaning(reading, { ...test, tests, bare: false }, slots, at, after.end),
      end: after.end,
    }
  }
  return { value: countMeaning(reading, test, slots, at, end), end }
}

const leads = (reading: Reading, at: number): number =>
  skip(reading, skip(reading, at, lead), phrase('a total of'))

type Head = Found<{ test: Test; slots: BuySlots }>

function countFirst(reading: Reading, at: number): Head | undefined {
  const test = comparison(reading, skip(reading, skip(reading, at, isWord), isWord))
  return test && { value: { test: test.value, slots: noSlots() }, end: test.end }
}

function quantityFirst(reading: Reading, at: number): Head | undefined {
  const slots = noSlots()
  const said = comparison(reading, at)
  // "no more than 2" is no "no".
  const refused = none(reading, at) >= (said?.end ?? 0) ? none(reading, at) : -1
  const alone = refused >= 0 ? -1 : single(reading, at)
  const number = refused >= 0 || alone >= 0 ? undefined : said
  if (
    number !== undefined &&
    (number.value.currency ?? number.value.percent ?? number.value.times) !== undefined
  )
    return undefined
  const start = refused >= 0 ? refused : alone >= 0 ? alone : (number?.end ?? skip(reading, at, some))
  const described = collect(reading, skip(reading, start, adjective), slots, whereSlots, adjective)
  const end = noun(reading, skip(reading, described, adjective))
  if (end < 0) return undefined
  const exactlyOne: Test = { tests: [{ op: '=', value: 1 }], bare: false }
  const test = refused >= 0 ? NONE : alone >= 0 ? exactlyOne : (number?.value ?? AT_LEAST_ONE)
  const after = test.bare ? suffix(reading, end) : undefined
  if (after === undefined) return { value: { test, slots }, end }
  return {
    value: {
      test: { ...test, tests: test.tests.map((one) => ({ ...one, op: after.op })), bare: false },
      slots,
    },
    end: after.end,
  }
}

function countMeaning(reading: Reading, test: Test, slots: BuySlots, from: number, to: number): Meaning {
  const n = test.tests[0]?.value
  if (slots.where.total !== undefined && n === 1 && test.tests[0]?.op === '=') {
    return told(ordersAsked('count', AT_LEAST_ONE, slots), slots, [
      '“one order” of that kind is read as at least one.',
    ])
  }
  if (test.bare && n === 1)
    return told(ordersAsked('count', test, slots), slots, ['“one order” is read as exactly one.'])
  if (test.bare && slots.timing === undefined) {
    const text = reading.tokens.slice(from, to).map((token) => token.text)
    const at = text.findIndex((word) => word === String(n) || /^\p{L}+$/u.test(word) === false)
    const rest = text.slice(Math.max(at, 0)).join(' ')
    const doubt = question(from, to, `Exactly ${n} orders, or at least ${n}?`, [
      [`exactly ${n}`, `exactly ${rest}`],
      [`at least ${n}`, `at least ${rest}`],
    ])
    return told(undefined, { ...slots, doubts: [...slots.doubts, doubt] })
  }
  const asked = atLeast(test, ' orders')
  const empty = passesZero(asked.test) && asked.test !== NONE ? [NON_BUYERS] : []
  const lapsed = asked.test === NONE && slots.timing !== undefined ? [NON_BUYERS] : []
  return told(ordersAsked('count', asked.test, slots), slots, [...asked.assumptions, ...empty, ...lapsed])
}

const buyers = 'buyer|buyers|customer|customers|shopper|shoppers|purchaser|purchasers|orderers|client|clients'
const repeat = phrase(
  `repeat|returning|multi|recurring ${buyers}`,
  `repeat purchase ${buyers}`,
  `multi order|purchase|time ${buyers}`,
  'repeat|recurring purchasers',
  'bought|ordered again',
  'bought|ordered repeatedly',
  'made repeat purchases',
  'returned to buy',
)
const oneTime = phrase(
  `one time|off|order|purchase ${buyers}?`,
  `single order|purchase|time ${buyers}`,
  `first time ${buyers}`,
  'one and done',
  `one and done ${buyers}`,
  'only? ever? bought|ordered|purchased|shopped only? once',
  'only? bought|ordered|purchased one time',
  'just bought|ordered once',
  'bought|ordered|purchased just|only|exactly once',
)
const nonBuyer = phrase(
  `non ${buyers}`,
  'never buyers',
  'no orders ever',
  'never|not bought|ordered|purchased anything',
  `never purchased ${buyers}`,
  'not yet? bought|ordered|purchased yet',
  'never converted',
  'zero orders|purchases ever',
)
const anyBuyer = phrase(
  'buyer|buyers|shopper|shoppers|purchaser|purchasers',
  'existing|past|previous|paying customers|buyers',
  'have|has? bought|ordered|purchased before|previously',
  'ever bought|ordered|purchased',
  'bought|ordered|purchased at least something|anything',
  'at all bought',
)

/** `repeat buyers`, `one-time customers`, `non-buyers`, with a window or a kind of order behind them. */
const buyerNoun: Parser<Meaning> = (reading, at) => {
  const kinds = [
    [repeat, [{ op: '>=', value: 2 }]],
    [oneTime, [{ op: '=', value: 1 }]],
    [nonBuyer, [{ op: '=', value: 0 }]],
    [anyBuyer, [{ op: '>=', value: 1 }]],
  ] as const
  const { negative, end: begin } = polarity(reading, at)
  const lead = noSlots()
  const start = collect(reading, begin, lead, whereSlots, adjective)
  let best: { test: Test; end: number } | undefined
  for (const [words, tests] of kinds) {
    const end = words(reading, start)
    if (end >= 0 && (best === undefined || end > best.end))
      best = { test: { tests: [...tests], bare: false }, end }
  }
  if (best === undefined) return undefined
  const end = collect(reading, best.end, lead, [timingSlot, ...whereSlots], between)
  const criteria = onceLongAgo(best.test, lead) ?? ordersAsked('count', best.test, lead)
  return { value: { ...told(negative ? negated(criteria) : criteria, lead), people: true }, end }
}

const only = phrase('only', 'exclusively', 'solely')
const onlyBuyers = phrase(`only ${buyers}`, `exclusive ${buyers}`, 'only')
const onlyBought = phrase(
  'only|exclusively|solely|always ever? bought|buy|buys|ordered|order|orders|shop|shopped|shops|purchased|purchase',
  'only|always bought|buy|buys|shop',
)

/** `online-only shoppers`, `only ever bought in store`, `always buys on discount`. */
const onlyThere: Parser<Meaning> = (reading, at) => {
  const { negative, end: begin } = polarity(reading, at)
  const verb = onlyBought(reading, begin)
  const plain = verb >= 0 ? verb : buyVerb(reading, begin)
  const start = verb >= 0 ? verb : plain >= 0 ? only(reading, plain) : begin
  if (start < 0 || negative) return undefined
  const slots = noSlots()
  const described = collect(reading, start, slots, [...whereSlots, timingSlot], between)
  const { discounted } = slots.where
  const behind = verb >= 0 || plain >= 0 ? described : onlyBuyers(reading, described)
  if (behind < 0 || described === start) return undefined
  if (discounted !== undefined) {
    const rest = { ...slots, where: { ...slots.where, discounted: !discounted } }
    return {
      value: told(
        allOf([ordersAsked('count', AT_LEAST_ONE, slots), ordersAsked('count', NONE, rest)]),
        slots,
      ),
      end: behind,
    }
  }
  const other = otherChannels(reading, slots.where.channel)
  if (other === undefined) return undefined
  const rest = { ...slots, where: { channel: other } }
  const criteria = allOf([ordersAsked('count', AT_LEAST_ONE, slots), ordersAsked('count', NONE, rest)])
  const stated = `“only” is read as: no order through ${other.join(' or ')}.`
  return { value: told(criteria, slots, [stated]), end: behind }
}

/** Online is told from the shop; a marketplace is online as well. */
function otherChannels(reading: Reading, said: readonly string[] | undefined): string[] | undefined {
  if (said === undefined) return undefined
  const held = reading.situation.vocabulary.values('channel').map((info) => info.value)
  const shops = held.filter((value) => /store|shop|pos|retail/i.test(value))
  const others = held.filter((value) => !said.includes(value))
  const told = said.some((value) => /online|web/i.test(value))
    ? others.filter((value) => shops.includes(value))
    : others
  return told.length > 0 ? told : undefined
}

const usedVerb = phrase('used|redeemed|applied|entered|using|redeeming')
const spentOn = phrase('but|and? spent|paid')
const thatOrder = phrase('on|in|for that|the|this|same same? order|purchase|one|occasion')

const anyCodeWord = phrase(
  'a|any|some|our? discount|coupon|voucher|promo|promotional code|codes',
  'a|any|some? coupon|coupons|voucher|vouchers|code|codes',
)
const anyDiscountWord = phrase('a|any|some? discount|discounts|promotion|offer')

/** "a discount code" is any of those that orders have used. */
function readAnyCode(reading: Reading, slots: BuySlots, from: number, to: number): void {
  const held = reading.situation.vocabulary.values('discount_code').map((info) => info.value)
  if (held.length === 0)
    slots.doubts.push(missing(from, to, 'discount codes', 'No order in this workspace has a discount code.'))
  else if (held.length > MOST_CODES) slots.doubts.push(question(from, to, 'Which discount code do you mean?'))
  else {
    slots.where.code = held
    slots.assumptions.push(`“a discount code” is read as any of ${held.join(', ')}.`)
  }
}
const MOST_CODES = 200

/** `used SUMMER20`, `used SUMMER20 but spent less than 50 on that order`, `never used a discount code`. */
const usedCode: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = usedVerb(reading, start)
  if (verb < 0) return undefined
  const slots = noSlots()
  const anyCode = anyCodeWord(reading, verb)
  const discount = anyDiscountWord(reading, verb)
  // The verb is part of how codes are said, so that the slots begin with it.
  const first = collect(reading, start, slots, [...whereSlots], between)
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
  end = collect(reading, end, slots, [timesSlot, timingSlot, totalSlot, ...whereSlots], between)
  withTotal(reading, slots, start, end)
  return { value: boughtMeaning(slots, negative), end }
}

const notSinceWords = phrase(
  'have|has|had|did? not|never|nothing|none bought|ordered|purchased|been|come|returned? back? since|again|anymore',
  'not|never|nothing|none since',
  'not again',
)

/** "… and not since": no order after the window said before. */
const notSince: Parser<Meaning> = (reading, at) => {
  const end = notSinceWords(reading, at)
  if (end < 0 || timingBehind(reading, end)) return undefined
  const before = windowEndBefore(reading, at)
  if (before === undefined) return undefined
  const criteria = ordersAsked('count', NONE, {
    timing: { windows: [{ kind: 'dates', from: before }], assumptions: [], doubts: [] },
    where: {},
  })
  return {
    value: { criteria, assumptions: [`“not since” is read as: no order since ${before}.`], doubts: [] },
    end,
  }
}

const timingBehind = (reading: Reading, at: number): boolean => {
  const slots = noSlots()
  return collect(reading, at - 1, slots, [timingSlot], between) > at
}

export const orderPhrases: readonly Parser<Meaning>[] = [
  bought,
  orderNoun,
  buyerNoun,
  onlyThere,
  usedCode,
  notSince,
]
