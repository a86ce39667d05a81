import { withTotal } from '../../language/grammar/asked.ts'
import {
  noSlots,
  plainProductSlot,
  pricedSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { bareCode } from '../../language/grammar/bare-code.ts'
import { longestIn, never, type Phrase, phrase, skip } from '../../language/grammar/phrase.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { collect, type Slot, slot } from '../../language/grammar/slots.ts'
import { timing } from '../../language/grammar/timing.ts'
import { BY_NOUN, BY_VERB, EVENT_KINDS, type EventKind } from '../events/event-kinds.ts'
import { type EventSlots, shownSlots } from '../events/event-slots.ts'
import { shownEvents } from '../events/shown-events.ts'
import type { Figure, OrderFigureMeasure } from './figure.ts'

/** One of two figures, as far as it is said: the other half may say the rest. */
export interface HalfSlots extends EventSlots {
  /** “of all time”: the time of the other half is not meant. */
  ever?: true
}
export interface Half {
  /** “More often” counts orders, where “bought more” counts pieces. */
  readonly often?: true
  readonly measure?: OrderFigureMeasure
  readonly kinds?: readonly EventKind[]
  readonly slots: HalfSlots
}

const article = phrase(
  'whose|with|have|has|having|had|their|his|her|the|a|an|show|showing|made|placed',
  'where their|the',
  'have|has|had|with|whose a|an|their|the',
)
const NOUNS: readonly (readonly [OrderFigureMeasure, Phrase])[] = [
  [
    'average',
    phrase(
      'aov|abv',
      'own? usual? average|avg|mean order|basket|purchase|ticket value|size|total?',
      'average|avg|mean spend|spending per order',
      'own|usual? average|avg|mean',
      'order|basket value|size',
      'spend per order',
    ),
  ],
  ['net_spend', phrase('net spend|spending|revenue', 'total net spend')],
  [
    'spend',
    phrase(
      'total|overall? spend|spending|spendings|revenue|expenditure',
      'what|all|everything they|he|she spend|spent|spends',
      'amount|money|total they? spent',
      'total amount|money they? spent',
    ),
  ],
  [
    'discount',
    phrase(
      'total? discount|discounts|savings',
      'discount|discounts total|amount',
      'discounts they got|received|had',
      'what they saved',
    ),
  ],
  ['largest', phrase('largest|biggest|highest|max|maximum|top single? order|purchase|basket value|total?')],
  ['smallest', phrase('smallest|lowest|min|minimum|cheapest single? order|purchase|basket value|total?')],
  ['first', phrase('very? first|initial order|purchase value|total?')],
  [
    'last',
    phrase('very? last|latest|most order|purchase value|total?', 'most recent order|purchase value|total?'),
  ],
  [
    'units',
    phrase(
      'number|count|total of units|items|pieces|products bought|purchased?',
      'units|items|pieces bought|purchased?',
    ),
  ],
  [
    'count',
    phrase(
      'number|count|total of orders|purchases placed|made?',
      'orders|purchases placed|made?',
      'order|purchase count|frequency|numbers',
    ),
  ],
]
const TIMES_THEY = phrase('number of times they|he|she', 'how often they|he|she', 'times they|he|she')
const numberOf = phrase('number|count|total of', 'the number|count of')
const done = phrase('placed|made|that they made|placed')
const between = phrase(
  'of|in|on|over|during|for|from|with|at|via|through|their|the|our|any|total|altogether|combined|together',
  'over|on orders',
  'in total',
  'placed|made|done|bought|spent',
)
const everWords = phrase('of all time', 'all time', 'ever', 'lifetime', 'in their lifetime')
const ever: Slot<HalfSlots> = slot(
  (reading, at) => {
    const end = everWords(reading, at)
    return end < 0 ? undefined : { value: true, end }
  },
  (slots) => slots.ever !== undefined || slots.timing !== undefined,
  (slots) => {
    slots.ever = true
  },
)
/** "orders 2024", "spend 2025": a year by itself, where an amount would make no figure. */
const bareYear: Slot<HalfSlots> = slot(
  (reading, at) => {
    const { number, text, currency } = reading.tokens[at] ?? {}
    if (number === undefined || currency !== undefined || !/^20\d\d$/.test(text ?? '')) return undefined
    return { value: number, end: at + 1 }
  },
  (slots) => slots.timing !== undefined,
  (slots, year) => {
    slots.timing = timing({ kind: 'dates', from: `${year}-01-01`, to: `${year}-12-31` })
  },
)
const READERS: readonly Slot<HalfSlots>[] = [
  ever,
  bareYear,
  bareCode,
  timingSlot,
  plainProductSlot,
  pricedSlot,
  ...whereSlots,
]
const EVENT_READERS: readonly Slot<HalfSlots>[] = [ever, ...shownSlots]
const BEFORE: readonly Slot<HalfSlots>[] = [timingSlot, plainProductSlot, ...whereSlots]

/** Said of one thing only where another is counted against it. */
const SHORT: Readonly<Record<string, Phrase>> = {
  visited_site: phrase('visits', 'times on the site'),
  added_to_cart: phrase('carts|baskets', 'cart|basket adds|additions'),
  started_checkout: phrase('checkouts started|begun?', 'checkout starts'),
}

const EVENT_NOUNS: readonly (readonly [EventKind, Phrase])[] = [
  ...BY_NOUN,
  ...EVENT_KINDS.flatMap((kind) => {
    const short = SHORT[kind.types[0] ?? '']
    return short === undefined ? [] : [[kind, short] as const]
  }),
]

/** `number of orders on mobile this year`, `in-store spend`, `discounts`, `visits`, `number of times they opened an e-mail`. */
export function nounHalf(reading: Reading, at: number): Found<Half> | undefined {
  let start = at
  for (let i = 0; i < 2; i++) start = skip(reading, start, article)
  const slots: HalfSlots = noSlots()
  const shown = TIMES_THEY(reading, start)
  const listed = shown < 0 ? undefined : shownEvents(reading, shown)
  if (listed !== undefined) {
    const end = collect(reading, listed.end, slots, EVENT_READERS, between)
    return { value: { kinds: listed.value, slots }, end }
  }
  const head = headAt(reading, start)
  const counted = skip(reading, start, numberOf)
  const before = head === undefined ? collect(reading, counted, slots, BEFORE, never) : counted
  const found = head ?? (before > counted ? headAt(reading, skip(reading, before, owner)) : undefined)
  if (found === undefined) return undefined
  const { measure, kinds } = found.value
  const readers = kinds === undefined ? READERS : EVENT_READERS
  const end = collect(reading, skip(reading, found.end, done), slots, readers, between)
  withTotal(reading, slots, at, end)
  return { value: { ...(measure && { measure }), ...(kinds && { kinds }), slots }, end }
}

const owner = phrase("'s|’s|'|’")

function headAt(
  reading: Reading,
  at: number,
): Found<{ measure?: OrderFigureMeasure; kinds?: readonly EventKind[] }> | undefined {
  const order = longestIn(reading, at, NOUNS)
  const from = skip(reading, at, numberOf)
  const event = longestIn(reading, from, EVENT_NOUNS)
  if (event !== undefined && event.end > (order?.end ?? at))
    return { value: { kinds: [event.value] }, end: event.end }
  return order && { value: { measure: order.value }, end: order.end }
}

const VERBS: readonly (readonly [OrderFigureMeasure, Phrase])[] = [
  ['spend', phrase('spent|spend|spends|spending|paid|pay|pays')],
  [
    'count',
    phrase(
      'ordered|order|orders|shopped|shop|shops|purchased|purchase|purchases|placed|place|places|made|make|makes|used|use|uses',
    ),
  ],
  ['units', phrase('bought|buy|buys')],
  ['discount', phrase('saved|save|saves')],
]

/** `spent`, `bought`, `opened`, `visited the site`: what is done, before how much of it. */
export function verbAt(
  reading: Reading,
  at: number,
): Found<{ measure?: OrderFigureMeasure; kinds?: readonly EventKind[] }> | undefined {
  const order = longestIn(reading, at, VERBS)
  const event = longestIn(reading, at, BY_VERB)
  if (event !== undefined && event.end > (order?.end ?? at))
    return { value: { kinds: [event.value] }, end: event.end }
  return order && { value: { measure: order.value }, end: order.end }
}

/** What stands behind the verb or noun: the object of an event, and whatever narrows the figure. */
export function restOf(
  reading: Reading,
  at: number,
  { measure, kinds }: Pick<Half, 'measure' | 'kinds'>,
): Found<Half> {
  const slots: HalfSlots = noSlots()
  const [kind] = kinds ?? []
  const object = kind?.object === undefined ? at : skip(reading, at, kind.object)
  const readers = kind === undefined ? READERS : EVENT_READERS
  const end = collect(reading, object, slots, readers, between)
  withTotal(reading, slots, at, end)
  return { value: { ...(measure && { measure }), ...(kinds && { kinds }), slots }, end }
}

/** The figure, once its measure is known; undefined for products that no one filter tells. */
export function figureFrom(reading: Reading, { measure, kinds, slots }: Half): Figure | undefined {
  const within = slots.timing?.windows[0]
  const time = within === undefined ? {} : { within }
  const of = slots.products === undefined ? undefined : filterOf(slots.products.tree)
  if (slots.products !== undefined && (of === undefined || slots.products.not !== undefined)) return undefined
  if (kinds !== undefined) {
    const held = reading.situation.vocabulary.values('event').map((info) => info.value)
    const known = kinds.flatMap(({ types }) => types.filter((type) => held.includes(type)))
    const event = known.length > 0 ? known : kinds.flatMap(({ types }) => types.slice(0, 1))
    const { channel, device, hours, weekdays, months, month_days } = slots.where
    const where = {
      ...(of && { product: of }),
      ...(slots.campaign && { campaign: slots.campaign }),
      ...(channel && { channel }),
      ...(device && { device }),
      ...(hours && { hours }),
      ...(weekdays && { weekdays }),
      ...(months && { months }),
      ...(month_days && { month_days }),
    }
    return { from: 'events', event, ...(Object.keys(where).length > 0 && { where }), ...time }
  }
  if (measure === undefined) return undefined
  const where = { ...slots.where }
  return {
    from: 'orders',
    measure,
    ...(of && { of }),
    ...(Object.keys(where).length > 0 && { where }),
    ...time,
  }
}
