import type { Criteria } from '../../criteria/schema.ts'
import { atLeast, overWindows, told } from '../../language/grammar/asked.ts'
import { timesSlot, timingSlot } from '../../language/grammar/buying.ts'
import { comparison, mayBeMoney, type Test } from '../../language/grammar/comparison.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import type { Parser, Reading } from '../../language/grammar/reading.ts'
import { type Slot, slot } from '../../language/grammar/slots.ts'
import { campaignSlot, deviceSlot, type EventSlots } from '../events/event-slots.ts'
import type { Abandonable } from './abandonable.ts'
import type { AbandonedCondition } from './abandoned.ts'
import type { Things } from './abandoned-words.ts'

const holding = phrase(
  'with|containing|holding|including|contained|having|for|that',
  'that|which had|has|contained|contains|included|includes|have',
  'full of',
)
const inside = phrase('in it|them|there', 'inside', 'inside it|them')
const valued = phrase('with|having a|an? value|total of?', 'valued|worth at?', 'whose value|total is?')
const itemsWord = phrase('items|item|products|product|things|units|pieces in it|them?')

const held: Slot<EventSlots> = slot(
  (reading, at) => {
    const found = products(reading, skip(reading, at, holding))
    return found && { value: found.value, end: skip(reading, found.end, inside) }
  },
  (slots) => slots.products !== undefined,
  (slots, value) => {
    slots.products = value
    slots.doubts.push(...value.doubts)
  },
)

const NO_WORTH =
  'What a cart or checkout was worth is not in the data; when it was abandoned, and which products were put into it, is.'

const cartWorth = phrase(
  'their|a|the|with|whose? cart|basket|trolley|checkout value|total|amount|worth|size is|was|of?',
  'cart|carts|basket|baskets|checkouts|trolleys worth|valued|totalling|totaling',
)
const leftBehind = phrase('left|leave|leaving|have|had|with|got|still|put')
const inCart = phrase(
  'worth? of? goods|stuff|products|things|items? in|into their|the|a|our? cart|carts|basket|baskets|trolley|checkout behind?',
)

/** `cart value over 50`, `left more than $100 in the cart`: an amount that nothing in the data tells. */
export const worthOfCart: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const named = cartWorth(reading, start)
  const amount = comparison(reading, named >= 0 ? named : skip(reading, start, leftBehind))
  if (amount === undefined || !mayBeMoney(amount.value)) return undefined
  const end = named >= 0 ? amount.end : inCart(reading, amount.end)
  if (end < 0 || (named < 0 && amount.value.currency === undefined)) return undefined
  return { value: doubtful(missing(at, end, 'cart values', NO_WORTH)), end }
}

/** "over $100", "with 3+ items": what no event says. */
const worth =
  (kind: 'value' | 'items'): Parser<Test> =>
  (reading, at) => {
    const opened = Math.max(valued(reading, at), holding(reading, at))
    const found = comparison(reading, opened >= 0 ? opened : at)
    if (found === undefined) return undefined
    if (kind === 'items') {
      const end = opened < 0 ? -1 : itemsWord(reading, found.end)
      return end < 0 ? undefined : { value: found.value, end }
    }
    return found.value.currency !== undefined || valued(reading, at) >= 0 ? found : undefined
  }

const unknown =
  (reader: Parser<Test>, name: string, says: string): Slot<EventSlots> =>
  (reading, at, slots) => {
    const found = reader(reading, at)
    return found && { end: found.end, fill: () => slots.doubts.push(missing(at, found.end, name, says)) }
  }

export const abandonedSlots: readonly Slot<EventSlots>[] = [
  timesSlot,
  timingSlot,
  campaignSlot,
  deviceSlot,
  held,
  unknown(worth('value'), 'cart values', NO_WORTH),
  unknown(
    worth('items'),
    'what a cart held at one time',
    'How much lay in a cart at one time is not in the data; how often something was put into one is.',
  ),
]

export interface Said {
  readonly things: Things
  readonly slots: EventSlots
  readonly negative: boolean
  readonly from: number
  readonly end: number
}

export const SAYS: Readonly<Record<Abandonable, string>> = {
  added_to_cart: 'Abandoned carts: something was added to the cart, and no order came at or after that.',
  started_checkout: 'Abandoned checkouts: a checkout was started, and no order came at or after that.',
  viewed_product:
    'Abandoned browsing: a product was viewed, and no order of anything came at or after that. For no order in that time at all, earlier ones included, say “viewed a product last week and did not order last week”.',
}

const NAMES: Readonly<Record<Abandonable, string>> = {
  added_to_cart: 'added to cart',
  started_checkout: 'started checkouts',
  viewed_product: 'viewed products',
}

/** What was said of abandoned things, as criteria; a doubt where the data knows nothing of them. */
export function abandonedMeaning(reading: Reading, { things, slots, negative, from, end }: Said): Meaning {
  const held = reading.situation.vocabulary.values('event').map((info) => info.value)
  const absent = things.events.filter((event) => !held.includes(event)).map((event) => NAMES[event])
  if (absent.length > 0) {
    const names = absent.join(', ')
    return doubtful(missing(from, end, names, `The data holds no events of this kind: ${names}.`))
  }
  const filter = whereOf(slots)
  if (filter === 'several') {
    return doubtful(question(from, end, 'Name these products one by one, or by one category or brand.'))
  }
  const said = slots.times ?? slots.object
  const once = said?.bare === true && said.tests[0]?.value === 1
  const asked = said === undefined || once ? undefined : atLeast(said, ' times')
  const none = negative && asked === undefined
  const make = (event: Abandonable): Criteria =>
    overWindows(slots.timing, (within) =>
      allOf(
        (asked?.test.tests ?? [undefined]).map(
          (test): AbandonedCondition => ({
            type: 'abandoned',
            event,
            ...(none ? { op: '=', value: 0 } : test === undefined || isOnce(test) ? {} : test),
            ...(within === undefined ? {} : { within }),
            ...(filter === undefined ? {} : { where: filter }),
          }),
        ),
      ),
    )
  const each = things.events.map(make)
  const wanted = (things.all === none ? anyOf : allOf)(each)
  const spared = things.spared?.map(make)
  if (spared !== undefined && negative)
    return doubtful(question(from, end, 'Please say what was abandoned, and what was not, in two parts.'))
  const criteria = spared === undefined ? wanted : allOf([wanted, { none: spared }])
  const shown = negative && !none ? negated(criteria) : criteria
  return told(shown, slots, [...(asked?.assumptions ?? []), ...things.events.map((event) => SAYS[event])])
}

const isOnce = ({ op, value }: Test['tests'][number]): boolean => op === '>=' && value === 1

function whereOf({ products: said, campaign, where }: EventSlots): AbandonedCondition['where'] | 'several' {
  const single = said === undefined || (said.not === undefined && said.except === undefined)
  const product = said === undefined ? undefined : filterOf(said.tree)
  if (said !== undefined && (!single || product === undefined)) return 'several'
  const filter = {
    ...(product === undefined ? {} : { product }),
    ...(campaign === undefined ? {} : { campaign }),
    ...(where.device === undefined ? {} : { device: where.device }),
  }
  return Object.keys(filter).length === 0 ? undefined : filter
}
