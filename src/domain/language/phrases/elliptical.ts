import { campaignSlot, type EventSlots } from '../../conditions/events/event-slots.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { overWindows, told, whereOf } from '../grammar/asked.ts'
import { bareCode } from '../grammar/bare-code.ts'
import { between, type BuySlots, noSlots, productSlot, timingSlot, whereSlots } from '../grammar/buying.ts'
import { allOf, anyOf, type Meaning } from '../grammar/meaning.ts'
import { placesBefore } from '../grammar/look-back.ts'
import { type Deed, deedBefore } from './deed-before.ts'
import { type Phrase, phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { productCriteria } from '../grammar/product-criteria.ts'
import type { Products } from '../grammar/products.ts'
import { type Found, type Parser, type Reading, remembered } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'

const joint = phrase(
  'and|or|but|nor|yet|plus|though|although|;|,',
  ',? then',
  'as well as',
  'and|but also|then',
  ',? though|although|yet',
)
const spoken = phrase('and|or|but|plus|then', 'as well as', 'and|but also|then')
const once = phrase('again|also|then|back', 'once more', 'back again')
const backAgain = phrase('back again?', 'again')
const nothing = phrase(
  'nothing yet?',
  'nothing so far',
  'nothing|none at all',
  'nothing|none whatsoever|else',
  'not a thing|sausage',
  'zero|zilch|nada',
  'neither',
  'none',
  'no|not a? single? orders|order|purchases|purchase',
  'not anything|any',
)

/** "… but nothing online": of anything, and not of what was bought. */
const ofAnything = phrase(
  'nothing yet?',
  'nothing so far',
  'nothing at all',
  'nothing whatsoever',
  'not a thing|sausage',
  'zilch|nada',
  'no|not a? single? orders|order|purchases|purchase',
  'not anything',
)

/** "… and not one online" */
const one = phrase('one|ones of? them|those?', 'a? single|solitary one?')

/**
 * "bought last year but not this year", "… but never online": the deed spoken of before, at another time or
 * in another way. `deeds` reads what can stand before it.
 */
export const elliptical = (deeds: Parser<Meaning>): Parser<Meaning> => {
  const parser: Parser<Meaning> = remembered((reading, at) => {
    if (!isBehind(reading, at, joint)) return undefined
    const read = polarity(reading, skip(reading, at, once))
    const none = Math.max(nothing(reading, read.end), read.negative ? one(reading, read.end) : -1)
    const early = read.negative || none >= 0
    const start = Math.max(none, read.end)
    const slots: EventSlots = noSlots()
    const readers = [productSlot, bareCode, campaignSlot, ...whereSlots, timingSlot]
    const said = collect(reading, start, slots, readers, between)
    const late = read.negative ? -1 : notBehind(reading, said)
    const [end, negative] = late >= 0 && said > start ? [late, true] : [said, early]
    const positive = isBehind(reading, at, spoken) || backAgain(reading, at) >= 0
    if (end === start || (!negative && !positive)) return undefined
    const deed = deedBefore(reading, at, deeds) ?? deedOfEarlier(reading, at, { deeds, parser })
    if (deed === undefined) return undefined
    if (slots.products !== undefined) return otherProducts(slots, slots.products, { deed, negative, end })
    const windows = slots.timing?.windows ?? [undefined]
    const ever = saysEver(reading, at, end)
    const anything = ofAnything(reading, read.end) >= 0
    const parts = windows.map((within) =>
      again(deed, slots, { within, negative, none: none >= 0, anything, ever }),
    )
    const every = negative || slots.timing?.every === true
    const certain = parts.every((part) => part !== undefined) ? (every ? allOf : anyOf)(parts) : undefined
    if (certain === undefined && slots.doubts.length === 0) return undefined
    return { value: told(certain, slots), end }
  })
  return parser
}

/** Whether such words stand right before a token. */
const isBehind = (reading: Reading, at: number, words: Phrase): boolean =>
  [1, 2, 3].some((back) => at >= back && words(reading, at - back) === at)

/** "ordered in May and in June but not in July": the deed of an elliptical part right before. */
function deedOfEarlier(
  reading: Reading,
  at: number,
  { deeds, parser }: { deeds: Parser<Meaning>; parser: Parser<Meaning> },
): Deed | undefined {
  for (const i of placesBefore(at - 1)) {
    const found = parser(reading, i)
    if (found === undefined || found.end > at || found.end < at - 2) continue
    return deedBefore(reading, i, deeds) ?? deedOfEarlier(reading, i, { deeds, parser })
  }
  return undefined
}

/** "never", or "ever" right behind: then the time of the deed before is not meant. */
const saysEver = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to + 1).some(({ word }) => word === 'never' || word === 'ever')

/** "bought Coffee, never Tea", "bought Tea in May and Coffee in June": other products, bought in the same way. */
function otherProducts(
  slots: BuySlots,
  products: Products,
  { deed, negative, end }: { deed: Deed; negative: boolean; end: number },
): Found<Meaning> | undefined {
  // Without a time of its own it may be one more product of the list before it, which reads itself.
  const plain = !negative && slots.timing === undefined
  if (deed.type !== 'purchases' || slots.quantity !== undefined || plain) return undefined
  const where = whereOf(slots.where)
  const criteria = overWindows(slots.timing, (within) =>
    productCriteria(products, {
      match: negative ? 'none' : 'any',
      within,
      ...(where === undefined ? {} : { where }),
    }),
  )
  return { value: told(criteria, slots), end }
}

interface Manner {
  readonly negative: boolean
  /** "nothing", "no order": rather than "not". */
  readonly none: boolean
  /** "nothing", rather than "none": whatever was bought before. */
  readonly anything: boolean
  readonly ever: boolean
}

/** "Weekly 41 opened, Weekly 42 not" */
const notBehind = phrase('not', 'was|were not', 'did not', 'have|has not', 'never')

/**
 * "an order over 200 last year and nothing this year": no order of any size, with whatever in it. Through which channel
 * and on which device goes on being meant.
 */
function wayOf(where: BuySlots['where'] | undefined): BuySlots['where'] | undefined {
  const { channel, device } = where ?? {}
  return channel === undefined && device === undefined
    ? undefined
    : { ...(channel && { channel }), ...(device && { device }) }
}

/** The deed with another window or another kind of order; without it, when denied. */
function again(
  deed: Deed,
  { where, campaign }: EventSlots,
  { within, negative, none, anything, ever }: Manner & { within: Deed['within'] },
): Criteria | undefined {
  const other = Object.keys(where).length > 0
  if (campaign !== undefined && deed.type !== 'events') return undefined
  // "spent 500 last year and nothing this year" is no order; "… but not this year" may be less than 500.
  if (deed.type === 'orders' && deed.measure !== 'count' && !none) return undefined
  if (deed.type === 'purchases' && deed.measure === 'spend' && !none) return undefined
  if (other && deed.type === 'events') return undefined
  // "in store this year but never online": never is at no time at all.
  const time = within ?? (other && !ever ? deed.within : undefined)
  const timed = time === undefined ? {} : { within: time }
  switch (deed.type) {
    case 'orders': {
      const before = anything ? wayOf(deed.where) : deed.where
      const kept = other ? { where } : before === undefined ? {} : { where: before }
      const test = negative ? { op: '=' as const, value: 0 } : { op: '>=' as const, value: 1 }
      return { type: 'orders', measure: 'count', ...test, ...timed, ...kept }
    }
    case 'purchases': {
      const kept = other ? { where } : deed.where === undefined ? {} : { where: deed.where }
      if (anything) return { type: 'orders', measure: 'count', op: '=', value: 0, ...timed, ...kept }
      return { type: 'purchases', match: negative ? 'none' : 'any', of: deed.of, ...timed, ...kept }
    }
    case 'events': {
      const filter = { ...deed.where, ...(campaign && { campaign }) }
      const kept = Object.keys(filter).length === 0 ? {} : { where: filter }
      return {
        type: 'events',
        event: deed.event,
        ...(negative ? { op: '=', value: 0 } : {}),
        ...timed,
        ...kept,
      }
    }
  }
}
