import type { OrderFilter, ProductFilter } from '../../conditions/shared/filters.ts'
import type { Measure } from '../../indicators/measures/index.ts'
import type { Window } from '../../time/window.ts'
import { code } from '../grammar/code-words.ts'
import { channel, device, discounted, status } from '../grammar/order-words.ts'
import { phrase, type Phrase, skip } from '../grammar/phrase.ts'
import { filterOf } from '../grammar/product-criteria.ts'
import { products } from '../grammar/products.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import { eventsAt } from './measured-events.ts'

const article = phrase('the|a|an|their|our|its', 'the? customer|customers', 'how')
const share = phrase(
  'share|part|percentage|percent|proportion|fraction|% of the|their|all|total?',
  'how much of their',
)
const spend = phrase('spend|spending|spent|revenue|money|sales|purchases|budget', 'money|amount spent')
const orders = phrase('orders|order|purchases|purchase')
const on = phrase('on|in|from|for|of|to|with')
const sinceOrder = phrase(
  'days? since the|their? last|latest|most order|purchase',
  'number of days since the|their? last|latest order|purchase',
  'days since the|their? most recent order|purchase',
  'days? without an? order|purchase',
)
const sinceFirst = phrase('number? of? days since the|their? first order|purchase')
const sinceEvent = phrase('number? of? days since they|their|the? last', 'number? of? days since they')
const interval = phrase(
  'average|mean|typical|usual? order|purchase interval|gap|frequency',
  'average|mean? number? of? days|time|gap|interval between the|their|two? orders|purchases',
)
const totals: readonly (readonly [Extract<Measure, { measure: 'orders' }>['of'], Phrase])[] = [
  [
    'count',
    phrase('number|count of orders|purchases', 'order|purchase count', 'orders', 'many orders|purchases'),
  ],
  ['net_spend', phrase('net spend|spending|revenue', 'money spent net of refunds')],
  [
    'spend',
    phrase(
      'total|lifetime|overall? spend|spending|revenue|value|ltv|clv',
      'money|amount spent',
      'total money|amount spent',
      'much they spent',
    ),
  ],
  ['average', phrase('aov', 'average|mean order|basket value|size|total?')],
  ['largest', phrase('largest|biggest|highest order|purchase')],
  ['discount', phrase('money saved through discounts', 'total? discounts|savings')],
]
const bought = phrase(
  'number of times they bought',
  'number of orders|purchases of|with|from|in|containing',
  'number|count of purchases of|in|from',
)
const units = phrase('number|count of units|pieces|items bought? of|in|from', 'units|items bought? of|from')
const times = phrase('number|count of times? they? have?', 'how often they', 'number|count of')
const score = (of: string) => phrase(`${of} score|value?`, `rfm ${of} score?`)
const scores = [
  ['recency', score('recency')],
  ['frequency', score('frequency')],
  ['monetary', score('monetary')],
] as const
const periods = phrase('share|percentage|part of the? last')
const inWhich = phrase('in which they', 'with', 'in which')
const period = phrase('periods|period of', 'periods|stretches|windows of')
const day = phrase('day|days')

/** What a measure is said as, when every word from `at` on belongs to it: `share of spend on Outdoor this year`. */
export function measureAt(reading: Reading, at: number): Measure | undefined {
  const start = skip(reading, at, article)
  for (const read of [regular, shareOf, since, gap, rfm, purchases, eventCount, total]) {
    const found = read(reading, start)
    if (found !== undefined && isEnd(reading, found.end)) return found.value
  }
  return undefined
}

function isEnd({ tokens }: Reading, at: number): boolean {
  return tokens.slice(at).every(({ kind }) => kind === 'sign')
}

type Reads = (reading: Reading, at: number) => Found<Measure> | undefined

interface Narrowed {
  readonly within?: Window
  readonly where?: OrderFilter
  readonly end: number
}

/** What follows a number of orders: `with a discount`, `online`, `in the last 90 days`, in any order. */
function narrowed(reading: Reading, from: number): Narrowed | undefined {
  const where: OrderFilter = {}
  let within: Window | undefined
  let end = from
  for (;;) {
    const time = within === undefined ? window(reading, end) : undefined
    const [only, more] = time?.value.windows ?? []
    if (time !== undefined && only !== undefined && more === undefined) {
      within = only
      end = time.end
      continue
    }
    const next = filterAt(reading, end, where)
    if (next === undefined) break
    end = next
  }
  return {
    ...(within === undefined ? {} : { within }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
    end,
  }
}

const joint = phrase('and|that|are|were|with', 'that are|were|was')

/** Fills one more key of an order filter; the token after it. */
function filterAt(reading: Reading, at: number, where: OrderFilter): number | undefined {
  for (const from of new Set([at, skip(reading, at, joint)])) {
    const reduced = where.discounted === undefined ? discounted(reading, from) : undefined
    if (reduced !== undefined) {
      where.discounted = reduced.value
      return reduced.end
    }
    const state = where.status === undefined ? status(reading, from) : undefined
    if (state !== undefined) {
      where.status = state.value
      return state.end
    }
    for (const [key, parser] of [
      ['channel', channel],
      ['device', device],
      ['code', code],
    ] as const) {
      const named = where[key] === undefined ? parser(reading, from) : undefined
      if (named === undefined || named.value.doubts.length > 0 || named.value.values.length === 0) continue
      where[key] = named.value.values
      return named.end
    }
  }
  return undefined
}

function productsAt(reading: Reading, at: number): Found<ProductFilter> | undefined {
  const found = products(reading, at) ?? products(reading, skip(reading, at, on))
  if (found === undefined || found.value.doubts.length > 0 || found.value.not !== undefined) return undefined
  const filter = found.value.except === undefined ? filterOf(found.value.tree) : undefined
  return filter && { value: filter, end: found.end }
}

const shareOf: Reads = (reading, at) => {
  const opened = share(reading, at)
  if (opened < 0) return shareBefore(reading, at)
  const spent = spend(reading, opened)
  const what = spent < 0 ? undefined : productsAt(reading, skip(reading, spent, on))
  if (what !== undefined) {
    const { within, where, end } = narrowed(reading, what.end) ?? { end: what.end }
    if (where !== undefined) return undefined
    return {
      value: { measure: 'share_of_spend', products: what.value, ...(within === undefined ? {} : { within }) },
      end,
    }
  }
  const ordered = orders(reading, opened)
  const of = ordered < 0 ? undefined : narrowed(reading, ordered)
  return of?.where === undefined ? undefined : ofOrders(of.where, of.within, of.end)
}

const discountShare = phrase('discount share|rate', 'discounted? order share|rate')
const refundShare = phrase('refund share|rate', 'return share|rate')

function shareBefore(reading: Reading, at: number): Found<Measure> | undefined {
  for (const [words, where] of [
    [discountShare, { discounted: true }],
    [refundShare, { status: ['refunded', 'partially_refunded'] }],
  ] as const) {
    const opened = words(reading, at)
    const rest = opened < 0 ? undefined : narrowed(reading, opened)
    if (rest !== undefined && rest.where === undefined) {
      return ofOrders('status' in where ? { status: [...where.status] } : where, rest.within, rest.end)
    }
  }
  return undefined
}

const ofOrders = (where: OrderFilter, within: Window | undefined, end: number): Found<Measure> => ({
  value: { measure: 'share_of_orders', where, ...(within === undefined ? {} : { within }) },
  end,
})

const since: Reads = (reading, at) => {
  for (const [words, of] of [
    [sinceOrder, 'last_order'],
    [sinceFirst, 'first_order'],
  ] as const) {
    const end = words(reading, at)
    if (end >= 0) return { value: { measure: 'days_since', of }, end }
  }
  const opened = sinceEvent(reading, at)
  const happened = opened < 0 ? undefined : eventsAt(reading, opened)
  if (happened === undefined || happened.value.within !== undefined || happened.value.where !== undefined)
    return undefined
  return {
    value: { measure: 'days_since', of: 'last_event', event: happened.value.event },
    end: happened.end,
  }
}

const gap: Reads = (reading, at) => {
  const opened = interval(reading, at)
  const rest = opened < 0 ? undefined : narrowed(reading, opened)
  if (rest === undefined || rest.where !== undefined) return undefined
  const { within, end } = rest
  return { value: { measure: 'order_interval', ...(within === undefined ? {} : { within }) }, end }
}

const rfm: Reads = (reading, at) => {
  for (const [of, words] of scores) {
    const end = words(reading, at)
    if (end >= 0) return { value: { measure: 'rfm', of }, end }
  }
  return undefined
}

const purchases: Reads = (reading, at) => {
  for (const [of, words] of [
    ['orders', bought],
    ['quantity', units],
    ['spend', spend],
  ] as const) {
    const opened = words(reading, skip(reading, at, phraseTotal))
    const what = opened < 0 ? undefined : productsAt(reading, skip(reading, opened, on))
    if (what === undefined) continue
    const { end, ...scope } = narrowed(reading, what.end) ?? { end: what.end }
    return { value: { measure: 'purchases', of, products: what.value, ...scope }, end }
  }
  return undefined
}
const phraseTotal = phrase('total|amount|money')

const total: Reads = (reading, at) => {
  for (const [of, words] of totals) {
    const opened = words(reading, at)
    if (opened < 0) continue
    const over = skip(reading, opened, phraseOver)
    const { end, ...scope } = narrowed(reading, over) ?? { end: over }
    return { value: { measure: 'orders', of, ...scope }, end }
  }
  return undefined
}
const phraseOver = phrase('over|of orders', 'on orders')

const eventCount: Reads = (reading, at) => {
  for (const from of new Set([skip(reading, at, times), at])) {
    const happened = eventsAt(reading, from)
    if (happened !== undefined) return { value: { measure: 'events', ...happened.value }, end: happened.end }
  }
  return undefined
}

/** `share of the last 6 periods of 30 days in which they opened or clicked an e-mail` */
const regular: Reads = (reading, at) => {
  const opened = periods(reading, at)
  const many = opened < 0 ? undefined : reading.tokens[opened]?.number
  const of = many === undefined ? -1 : period(reading, opened + 1)
  const days = of < 0 ? undefined : reading.tokens[of]?.number
  const named = days === undefined ? -1 : day(reading, of + 1)
  const which = named < 0 ? -1 : inWhich(reading, named)
  const happened = which < 0 ? undefined : eventsAt(reading, which)
  if (happened === undefined || many === undefined || days === undefined) return undefined
  if (happened.value.within !== undefined || happened.value.where !== undefined) return undefined
  return {
    value: { measure: 'active_periods', event: happened.value.event, periods: many, days },
    end: happened.end,
  }
}
