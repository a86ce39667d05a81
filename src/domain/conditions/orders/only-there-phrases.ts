import type { Criteria } from '../../criteria/schema.ts'
import { AT_LEAST_ONE, NONE, ordersAsked, told } from '../../language/grammar/asked.ts'
import { between, type BuySlots, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { allOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { type Phrase, phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { timing } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'
import type { Window } from '../../time/window.ts'
import { WEEKDAYS } from '../shared/recurring.ts'
import { noneOtherwise } from './order-always-phrases.ts'
import { buyers } from './order-people-phrases.ts'
import { buyVerb } from './orders-phrases.ts'

const ONLY = 'only|exclusively|solely'
const only = phrase(ONLY)
const have = phrase('have|has|had|having|with|placed|made')
const onlyOrders = phrase(
  'have|has|had|having|with|placed|made only|exclusively|just|solely',
  `${ONLY}|just ever? have|has|had|having|placed|place|places|made|make|makes`,
)
const HAS = /^(?:have|has|had|having|with)$/
const ordersNoun = phrase('orders|purchases')
const onlyBuyers = phrase(`only ${buyers}`, `${buyers} only|exclusively`, `exclusive ${buyers}`, 'only')
const onlySuch = phrase('exclusively|solely|purely|strictly')
const someBuyers = phrase(buyers)

const discountOnly = phrase(`discount|sale|promo only ${buyers}`)

const onlyBought = phrase(
  'only|exclusively|solely|always ever? bought|buy|buys|ordered|order|orders|shop|shopped|shops|purchased|purchase',
  'only|always bought|buy|buys|shop',
)
const BUY = 'bought|buy|buys|ordered|order|orders|shop|shopped|shops|purchased|purchase'
const nowhereElse = phrase(
  `who|that|they? have|has|had|do|does|did? never|not ever? ${BUY} anywhere|anyplace else? but|except|besides`,
  `who|that|they? have|has|had|do|does|did? never|not ever? ${BUY} anywhere|anyplace other|else than`,
  `who|that|they? have|has|had? ${BUY} nowhere else? but|except|besides`,
  `who|that|they? have|has|had? ${BUY} nowhere other|else than`,
)

/** How it is said before a kind of orders, and what closes it behind them. */
interface Opening {
  readonly start: number
  readonly close: Phrase
}

/** "in store only in May" may be in store only, or only in May. */
const onlyOfKind: Phrase = (reading, at) => {
  const end = only(reading, at)
  return end >= 0 && window(reading, end) === undefined ? end : -1
}
const open: Phrase = (_reading, at) => at
const ordersOnly: Phrase = (reading, at) => {
  const noun = ordersNoun(reading, at)
  return noun < 0 ? -1 : onlyOfKind(reading, noun)
}

function openingsAt(reading: Reading, at: number): readonly Opening[] {
  const { negative, end: begin } = polarity(reading, at)
  const nowhere = { start: nowhereElse(reading, at), close: open }
  // "who are not online-only buyers"
  if (negative)
    return [
      nowhere,
      { start: onlySuch(reading, begin), close: someBuyers },
      { start: begin, close: onlyBuyers },
    ]
  const bought = buyVerb(reading, begin)
  // "everyone who has only in-store orders": who has it stands before.
  const had = HAS.test(wordAt(reading, at - 1)) ? only(reading, at) : -1
  return [
    nowhere,
    { start: onlyBought(reading, begin), close: open },
    { start: Math.max(onlyOrders(reading, at), onlyOrders(reading, begin), had), close: ordersNoun },
    { start: bought < 0 ? -1 : only(reading, bought), close: open },
    // "bought in store only", "with in-store orders only"
    { start: bought, close: onlyOfKind },
    { start: have(reading, at), close: ordersOnly },
    { start: onlySuch(reading, begin), close: someBuyers },
    { start: begin, close: onlyBuyers },
  ]
}

/** The kind of orders that is spoken of, with the words that say that it is the only one. */
function kindAt(reading: Reading, at: number): (Found<BuySlots> & { denied: boolean }) | undefined {
  const { negative, end: begin } = polarity(reading, at)
  const reduced = discountOnly(reading, begin)
  if (reduced >= 0)
    return { value: { ...noSlots(), where: { discounted: true } }, end: reduced, denied: negative }
  for (const { start, close } of openingsAt(reading, at)) {
    if (start < 0) continue
    const slots = noSlots()
    const described = collect(reading, start, slots, [...whereSlots, timingSlot], between)
    const end = described === start ? -1 : close(reading, described)
    // “never bought anywhere else” denies the other places, and not that it is said.
    if (end >= 0) return { value: slots, end, denied: negative && close !== open }
  }
  return undefined
}

/** `online-only shoppers`, `only ever bought in store`, `always buys on discount`. */
const onlyThere: Parser<Meaning> = (reading, at) => {
  const found = kindAt(reading, at)
  const only = found && onlyOf(reading, found.value)
  if (found === undefined || only === undefined) return undefined
  const { stated, criteria } = only
  const value = told(found.denied ? negated(criteria) : criteria, found.value, stated)
  return { value, end: found.end }
}

/** Orders of that kind, and none of the others; undefined where nobody knows the others. */
function onlyOf(reading: Reading, slots: BuySlots) {
  const both = (rest: Pick<BuySlots, 'where' | 'timing'>): Criteria =>
    allOf([ordersAsked('count', AT_LEAST_ONE, slots), ordersAsked('count', NONE, rest)])
  // "only buys at weekends online": of both together, or of either?
  if (Object.keys(slots.where).length > 1) return undefined
  const { discounted } = slots.where
  if (discounted !== undefined) {
    return {
      criteria: noneOtherwise(slots, [{ discounted: !discounted }]),
      stated: [stating(discounted ? 'at full price' : 'with a discount')],
    }
  }
  const devices = otherDevices(reading, slots.where.device)
  if (devices !== undefined)
    return {
      criteria: both({ ...slots, where: { device: devices } }),
      stated: [stating(`on ${devices.join(' or ')}`)],
    }
  const days = otherDays(slots)
  if (days !== undefined) return { criteria: both(days), stated: [] }
  const outside = otherTimes(slots)
  if (outside !== undefined) return { criteria: outside, stated: [] }
  const channels = otherChannels(reading, slots.where.channel)
  return channels === undefined
    ? undefined
    : {
        criteria: both({ ...slots, where: { channel: channels } }),
        stated: [stating(`through ${channels.join(' or ')}`)],
      }
}

const stating = (others: string): string => `“only” is read as: no order ${others}.`

/** "only ordered in 2024": then, and neither before nor after. */
function otherTimes(slots: BuySlots): Criteria | undefined {
  const [during, more] = slots.timing?.windows ?? []
  if (during?.kind !== 'dates' || more !== undefined || Object.keys(slots.where).length > 0) return undefined
  const none = (within: Window) => ordersAsked('count', NONE, { where: {}, timing: timing(within) })
  return allOf([
    ordersAsked('count', AT_LEAST_ONE, slots),
    ...(during.from === undefined ? [] : [none({ kind: 'dates', before: during.from })]),
    ...(during.to === undefined ? [] : [none({ kind: 'dates', after: during.to })]),
  ])
}

/** "only on weekends": on no other day of the week. */
function otherDays({ where, timing: said }: BuySlots): Pick<BuySlots, 'where' | 'timing'> | undefined {
  const { weekdays, ...more } = where
  if (weekdays === undefined || Object.keys(more).length > 0) return undefined
  const others = WEEKDAYS.filter((day) => !weekdays.includes(day))
  if (others.length === 0) return undefined
  return { where: { weekdays: others }, ...(said === undefined ? {} : { timing: said }) }
}

function otherDevices(reading: Reading, said: readonly string[] | undefined): string[] | undefined {
  if (said === undefined) return undefined
  const held = reading.situation.vocabulary.values('device').map((info) => info.value)
  const others = held.filter((value) => !said.includes(value))
  return others.length > 0 ? others : undefined
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

export const onlyTherePhrases: readonly Parser<Meaning>[] = [onlyThere]
