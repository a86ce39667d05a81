import type { Criteria } from '../../criteria/schema.ts'
import {
  AT_LEAST_ONE,
  atLeast,
  ordersAsked,
  overWindows,
  passesZero,
  told,
  whereOf,
  withTotal,
} from '../../language/grammar/asked.ts'
import { fillKinds, type Kinds, kinds, together } from '../../language/grammar/basket.ts'
import {
  between,
  type BuySlots,
  noSlots,
  pricedSlot,
  timingSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparison, isPlain } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated, question } from '../../language/grammar/meaning.ts'
import { NON_BUYERS } from '../../language/grammar/non-buyers.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { filterOf, unionOf } from '../../language/grammar/product-criteria.ts'
import { products } from '../../language/grammar/products.ts'
import { type Found, longest, type Parser, type Reading, said } from '../../language/grammar/reading.ts'
import { collect, type Slot } from '../../language/grammar/slots.ts'
import { lineCount } from '../shared/basket.ts'
import type { ProductFilter } from '../shared/filters.ts'

const verb = phrase(
  'bought|buy|buys|buying|purchased|purchase|purchases|ordered|order|orders|shopped|shop|shops|shopping|tried|own|owns',
  'bought|purchased|ordered|shopped products|items|things|something|anything',
  'made purchases',
  'placed|made|have|has an? order|orders|purchase|purchases',
  'with|have|has|having purchases|orders',
)
const from = phrase(
  'from|in|across|of|with|within|spanning|among|covering',
  'products|items from|in|across|of|by',
)
const lead = phrase('with|having|have|has|in|from|across', 'with|from products of', 'customers of')

/** `bought from at least 3 different categories`, `2+ brands this year`, `more than 5 units at once`. */
const itemCount: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const done = verb(reading, start)
  const opened = done >= 0 ? skip(reading, done, from) : skip(reading, skip(reading, start, lead), from)
  const found = of(reading, opened)
  if (found === undefined) return undefined
  // "3 items" or "2 products" alone may be anything: a verb or "different" has to say what is counted.
  const slots: ItemSlots = { ...noSlots() }
  const readers = [togetherSlot, amongSlot, timingSlot, pricedSlot, ...whereSlots]
  const listed = collect(reading, found.end, slots, readers, total)
  // "3 different products bought this year"
  const bought = done < 0 ? boughtBehind(reading, listed) : -1
  const end = bought < 0 ? listed : collect(reading, bought, slots, readers, total)
  withTotal(reading, slots, start, end)
  const different = reading.tokens
    .slice(opened, found.end)
    .some(({ word }) =>
      /^(?:different|distinct|unique|separate|categor|brand|kinds|types|sorts|varieties)/.test(word),
    )
  if (done < 0 && !different && slots.together !== true) return undefined
  if (slots.among !== undefined && found.value.products !== undefined) return undefined
  if (isPerOrder(reading, found.end, end)) slots.doubts.push(perOrder(reading, start, end))
  return { value: itemMeaning(found.value, slots, { negative, from: start, to: end }), end }
}

/** "3 items per order" is no single order: each of them, or the average. */
const isPerOrder = (reading: Reading, from: number, to: number): boolean =>
  reading.tokens.slice(from, to).some(({ word }) => word === 'per')

const perOrder = (reading: Reading, from: number, to: number) =>
  question(
    from,
    to,
    'In how many of their orders? The average of items in an order can’t be asked yet; one order that holds so many can.',
    [['at least one such order', said(reading, from, to).replace(/\bper\b/iu, 'in one')]],
  )

const boughtBehind = phrase('bought|ordered|purchased')

interface ItemSlots extends BuySlots {
  together?: true
  among?: ProductFilter
}

const total = phrase(
  'in orders|order',
  'in total|all',
  'overall|altogether|total|ever',
  'all time|told',
  'so far',
  'of|in|the|a|an|our|their|on',
)

const togetherSlot: Slot<ItemSlots> = (reading, at, slots) => {
  const end = slots.together ? -1 : together(reading, at)
  return end < 0 ? undefined : { end, fill: () => void (slots.together = true) }
}

const among = phrase('among|amongst|within|of|from|in', 'out of', 'among products')

/** `… among products in the category Tea or Coffee` */
const amongSlot: Slot<ItemSlots> = (reading, at, slots) => {
  const opened = slots.among === undefined ? among(reading, at) : -1
  const found = opened < 0 ? undefined : products(reading, opened)
  const filter = found === undefined ? undefined : unionOf(found.value.tree)
  if (found === undefined || filter === undefined || (found.value.not ?? found.value.except) !== undefined)
    return undefined
  return {
    end: found.end,
    fill() {
      slots.among = filter
      slots.doubts.push(...found.value.doubts)
    },
  }
}

interface Of extends Kinds {
  readonly products?: ProductFilter
}

const KINDS = 'kinds|types|sorts|varieties'
const different = phrase(
  'different|distinct|unique|separate|various',
  `different|distinct|separate? ${KINDS} of`,
)

/** `3 different Skincare products`: the products stand inside of the number. */
const inside: Parser<Of> = (reading, at) => {
  const number = comparison(reading, at)
  if (number === undefined || !isPlain(number.value)) return undefined
  const apart = different(reading, number.end)
  const found = apart < 0 ? undefined : products(reading, apart)
  const filter = found === undefined ? undefined : filterOf(found.value.tree)
  if (found === undefined || filter === undefined || (found.value.not ?? found.value.except) !== undefined)
    return undefined
  const { assumptions, doubts } = found.value
  return {
    value: { of: 'products', test: number.value, assumptions, doubts, products: filter },
    end: found.end,
  }
}

const of = longest<Of>(kinds, inside)

interface Place {
  readonly negative: boolean
  readonly from: number
  readonly to: number
}

function itemMeaning(found: Of, slots: ItemSlots, { negative, from: start, to }: Place): Meaning {
  const filter = found.products ?? slots.among
  if (slots.together === true) {
    const [only, more] = found.test.tests
    if (filter !== undefined && found.of === 'units' && only !== undefined && more === undefined) {
      slots.doubts.push(...found.doubts)
      const units = found.test.bare ? { op: '>=' as const, value: only.value } : only
      slots.where.contains = [{ ...filter, units }]
      const held = ordersAsked('count', AT_LEAST_ONE, slots)
      return told(negative ? negated(held) : held, slots, found.assumptions)
    }
    if (filter !== undefined)
      slots.doubts.push(
        question(start, to, 'How many kinds of some products one order holds can’t be asked yet.'),
      )
    fillKinds(slots, found, start, to)
    const criteria = ordersAsked('count', AT_LEAST_ONE, slots)
    return told(negative ? negated(criteria) : criteria, slots)
  }
  slots.doubts.push(...found.doubts)
  const asked = atLeast(found.test, ` ${lineCount(found.of).noun.many}`)
  if (found.of === 'units' && filter !== undefined)
    slots.doubts.push(question(start, to, 'Say the number of pieces right before the products.'))
  const where = whereOf(slots.where)
  const criteria = overWindows(slots.timing, (within) =>
    allOf(
      asked.test.tests.map(
        ({ op, value }): Criteria => ({
          type: 'items',
          measure: found.of,
          op,
          value,
          ...(filter === undefined ? {} : { of: filter }),
          ...(within === undefined ? {} : { within }),
          ...(where === undefined ? {} : { where }),
        }),
      ),
    ),
  )
  const zero = passesZero(asked.test) !== negative ? [NON_BUYERS] : []
  return told(negative ? negated(criteria) : criteria, slots, [
    ...found.assumptions,
    ...asked.assumptions,
    ...zero,
  ])
}

const mixed = phrase(
  'multi|cross category|brand|product|item orders|order|baskets|basket|purchases',
  'multiple|mixed category|brand|product|item orders|order|baskets|basket|purchases',
)
const crossBuyers = phrase(
  'multi|cross category|brand buyers|shoppers|customers|purchasers|buyer|shopper',
  'single category|brand buyers|shoppers|customers|purchasers|buyer|shopper',
)
const NAMED = { category: 'categories', brand: 'brands', product: 'products', item: 'units' } as const

/** `multi-item orders`, `cross-category buyers`. */
const named: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const basket = mixed(reading, start)
  const buyers = crossBuyers(reading, start)
  const end = Math.max(basket, buyers)
  const word = end < 0 ? undefined : reading.tokens[start + 1]?.word
  if (word === undefined || !isNamed(word)) return undefined
  const measure = NAMED[word]
  const single = reading.tokens[start]?.word === 'single'
  const slots = noSlots()
  const behind = collect(reading, end, slots, [timingSlot, ...whereSlots], between)
  const test = single ? ({ op: '=', value: 1 } as const) : ({ op: '>=', value: 2 } as const)
  const stated = `“${said(reading, start, end)}” is read as ${single ? 'exactly 1' : 'at least 2'}.`
  if (basket >= 0) slots.where[measure] = test
  const where = whereOf(slots.where)
  const criteria =
    basket >= 0
      ? ordersAsked('count', AT_LEAST_ONE, slots)
      : overWindows(
          slots.timing,
          (within): Criteria => ({
            type: 'items',
            measure,
            ...test,
            ...(within === undefined ? {} : { within }),
            ...(where === undefined ? {} : { where }),
          }),
        )
  const value = told(negative ? negated(criteria) : criteria, slots, [stated])
  return {
    value: { ...value, ...(buyers >= 0 ? { people: true as const } : {}) },
    end: behind,
  } satisfies Found<Meaning>
}

const isNamed = (word: string): word is keyof typeof NAMED => word in NAMED

export const itemsPhrases: readonly Parser<Meaning>[] = [itemCount, named]
