import type { Comparison } from '../../conditions/shared/comparison.ts'
import type { Contained, OrderFilter } from '../../conditions/shared/filters.ts'
import { comparison, isPlain, suffix, type Test } from './comparison.ts'
import { placesBefore } from './look-back.ts'
import { type Doubt, question } from './meaning.ts'
import { phrase } from './phrase.ts'
import { filterOf } from './product-criteria.ts'
import type { ProductTree } from './product-item.ts'
import { type Products, products } from './products.ts'
import { type Found, type Parser, type Reading, said, wordAt } from './reading.ts'
import type { Slot } from './slots.ts'

/** What is said to stand in one order. */
interface BasketSlots {
  where: OrderFilter
  assumptions: string[]
  doubts: Doubt[]
}

const holding = phrase(
  'containing|contains|contain|contained|including|includes|include|included|comprising',
  'that|which contain|contains|contained|include|includes|included|had|has|have',
  'with both',
  'with at least one of each of',
)
const andHolding = phrase(
  ',? and? containing|contains|contained|including|includes|included',
  'and|, also containing|contains|contained',
)
const only = phrase('only|just|exclusively|solely', 'nothing but|except', 'nothing other than')
const pieces = phrase('units|unit|pieces|piece|items|item|packs|bottles|bags|boxes|pairs|copies|x of?', 'x')

/** `containing Tea and Coffee`, `containing at least 3 units of Tea`, `that included nothing but Socks`. */
export const containsSlot: Slot<BasketSlots> = (reading, at, slots) => {
  const { where } = slots
  const opened = holding(reading, at)
  if (opened < 0) return undefined
  const alone = only(reading, opened)
  if ((alone >= 0 ? where.only : where.contains) !== undefined) return undefined
  const found = contained(reading, alone >= 0 ? alone : opened)
  if (found === undefined) return undefined
  let end = found.end
  const all = [found.value]
  for (;;) {
    const joint = andHolding(reading, end)
    const next = joint < 0 || alone >= 0 ? undefined : contained(reading, joint)
    if (next === undefined) break
    all.push(next.value)
    end = next.end
  }
  return { end, fill: () => fillContained(reading, slots, all, { only: alone >= 0, from: at, to: end }) }
}

interface Said {
  readonly products: Products
  readonly units?: Test
}

function contained(reading: Reading, at: number): Found<Said> | undefined {
  const number = comparison(reading, at)
  const of = number === undefined ? -1 : pieces(reading, number.end)
  const counted =
    number === undefined || number.value.currency !== undefined
      ? undefined
      : products(reading, of >= 0 ? of : number.end)
  if (number !== undefined && counted !== undefined)
    return { value: { products: counted.value, units: number.value }, end: counted.end }
  const found = products(reading, at)
  return found && { value: { products: found.value }, end: found.end }
}

/** Puts products into the filter of an order: what it holds, all it holds, what it does not hold. */
export function fillContained(
  reading: Reading,
  { where, assumptions, doubts }: BasketSlots,
  all: readonly Said[],
  { only: alone, from, to }: { only: boolean; from: number; to: number },
): void {
  const ask = (says: string) => doubts.push(question(from, to, says))
  for (const { products: found, units } of all) {
    assumptions.push(...found.assumptions)
    doubts.push(...found.doubts)
    const parts = conjuncts(found.tree)
    const not = found.not === undefined ? undefined : filterOf(found.not)
    if (parts === undefined || found.except !== undefined || (found.not !== undefined && not === undefined)) {
      ask('Name these products one by one, joined by “and”, or by one category or brand.')
      continue
    }
    if (not !== undefined) where.without = not
    const test = units === undefined ? undefined : atLeastOf(units)
    if (test === 'several') ask('Say the number of pieces as one comparison.')
    else if (alone) {
      const [one, more] = parts
      if (one === undefined || more !== undefined || test !== undefined)
        ask('Say “only” of one kind of product, without a number.')
      else where.only = one
    } else {
      const held = parts.map((of): Contained => (test === undefined ? of : { ...of, units: test }))
      where.contains = [...(where.contains ?? []), ...held]
    }
  }
  if (said(reading, from, to) === '') ask('Which products do you mean?')
}

/** Kinds that must each be there; undefined where "or" joins kinds of different sorts. */
function conjuncts(tree: ProductTree) {
  const one = filterOf(tree)
  if (one !== undefined) return [one]
  if (tree.kind !== 'all') return undefined
  const parts = tree.of.map(filterOf)
  return parts.every((part) => part !== undefined) ? parts : undefined
}

/** A bare number is at least that many; "at least one" goes without saying. */
function atLeastOf({ tests, bare }: Test): Comparison | 'several' | undefined {
  const [test, more] = tests
  if (test === undefined || more !== undefined) return 'several'
  const asked: Comparison = bare ? { op: '>=', value: test.value } : test
  return bare && asked.value === 1 ? undefined : asked
}

const without = phrase(
  'without any? of?',
  'with no',
  'that|which do|did|does not contain|include',
  'not containing|including',
)

/** `orders without any product in the category Juice`; of buyers, "without Juice" is never. */
export const withoutSlot: Slot<BasketSlots> = (reading, at, slots) => {
  const opened = slots.where.without === undefined ? without(reading, at) : -1
  const found = opened >= 0 && speaksOfOrders(reading, at) ? products(reading, opened) : undefined
  const of = found === undefined ? undefined : filterOf(found.value.tree)
  if (found === undefined || of === undefined || (found.value.not ?? found.value.except) !== undefined)
    return undefined
  return {
    end: found.end,
    fill() {
      slots.where.without = of
      slots.doubts.push(...found.value.doubts)
    },
  }
}

const ORDER = /^(?:orders?|purchases?|baskets?|transactions?)$/
const speaksOfOrders = (reading: Reading, at: number): boolean =>
  [...placesBefore(at)].some((i) => ORDER.test(wordAt(reading, i)))

/** How many of what. */
export interface Kinds {
  readonly of: 'units' | 'products' | 'categories' | 'brands'
  readonly test: Test
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const different = phrase('different|distinct|unique|separate|various', 'kinds|types of')
const NOUNS = [
  [
    'categories',
    phrase('product? category|categories', 'categories|category of products', 'departments|department'),
  ],
  ['brands', phrase('brand|brands', 'product brands')],
  ['products', phrase('product|products|item|items|articles|things|skus|sku|lines', 'product lines')],
  ['units', phrase('unit|units|piece|pieces')],
] as const
const things = phrase('item|items|articles|article|things')
const single = phrase('a single|one', 'only|just one|a', 'only|just a single', 'one single')
const several = phrase('multiple|several|many', 'more than one')

/** `at least 3 different categories`, `2+ brands`, `more than 5 items`, `only one category`. */
export const kinds: Parser<Kinds> = (reading, at) => {
  const number = comparison(reading, at)
  if (number !== undefined && isPlain(number.value)) {
    return counted(reading, at, number.value, number.end)
  }
  const one = single(reading, at)
  if (one >= 0) return counted(reading, at, { tests: [{ op: '=', value: 1 }], bare: false }, one)
  const more = several(reading, at)
  const many = reading.tokens[at]?.word === 'several' || reading.tokens[at]?.word === 'many'
  if (more < 0 || many) return undefined
  const found = counted(reading, at, { tests: [{ op: '>=', value: 2 }], bare: false }, more)
  if (found === undefined) return undefined
  const stated = `“${said(reading, at, more)}” is read as at least 2.`
  return { ...found, value: { ...found.value, assumptions: [...found.value.assumptions, stated] } }
}

function counted(reading: Reading, from: number, test: Test, at: number): Found<Kinds> | undefined {
  const apart = different(reading, at)
  const start = apart >= 0 ? apart : at
  for (const [of, words] of NOUNS) {
    const end = words(reading, start)
    if (end < 0) continue
    const late = test.bare ? suffix(reading, end) : undefined
    const behind = late?.end ?? end
    const tests = late === undefined ? test.tests : test.tests.map((one) => ({ ...one, op: late.op }))
    const asked: Test = { ...test, tests, bare: test.bare && late === undefined }
    const assumptions = test.assumption === undefined ? [] : [test.assumption]
    if (of !== 'products' || apart >= 0)
      return { value: { of, test: asked, assumptions, doubts: [] }, end: behind }
    if (things(reading, start) >= 0) {
      const stated = `“${said(reading, start, end)}” are counted piece by piece; say “different products” for another count.`
      return {
        value: { of: 'units', test: asked, assumptions: [...assumptions, stated], doubts: [] },
        end: behind,
      }
    }
    const n = said(reading, from, at)
    const doubt = question(from, behind, `“${said(reading, from, behind)}”: pieces, or different products?`, [
      ['different products', `${n} different products`],
      ['pieces', `${n} units`],
    ])
    return { value: { of, test: asked, assumptions, doubts: [doubt] }, end: behind }
  }
  return undefined
}

const inIt = phrase(
  'with|of|containing|including',
  'made up of',
  'consisting of',
  'that|which have|had|contain|contained|include|included',
  'with a total of',
)
const inOrders = phrase('from|across|for|spanning|having|in')

/** `with 3 or more items`, `of at least 2 different categories`: what one order holds. */
export const kindsSlot: Slot<BasketSlots> = (reading, at, slots) =>
  kindsBehind(reading, inIt(reading, at), at, slots)

/** Right behind "orders", `from 3 categories` is said of one of them. */
export const orderKindsSlot: Slot<BasketSlots> = (reading, at, slots) =>
  kindsBehind(reading, inOrders(reading, at), at, slots)

function kindsBehind(reading: Reading, opened: number, at: number, slots: BasketSlots) {
  const found = opened < 0 ? undefined : kinds(reading, opened)
  if (found === undefined || slots.where[found.value.of] !== undefined) return undefined
  return { end: found.end, fill: () => fillKinds(slots, found.value, at, found.end) }
}

export function fillKinds(
  slots: BasketSlots,
  { of, test, assumptions, doubts }: Kinds,
  from: number,
  to: number,
): void {
  const [only, more] = test.tests
  slots.assumptions.push(...assumptions)
  slots.doubts.push(...doubts)
  if (only === undefined || more !== undefined)
    slots.doubts.push(
      question(from, to, 'Say the number as one comparison, such as “at least 3” or “between 2 and 4”.'),
    )
  else slots.where[of] = test.bare ? { op: '>=', value: only.value } : only
}

/** `in the same order`, `at once`: one order holds it all. */
export const together = phrase(
  'in|on|within|with|as the|one same order|purchase|basket|transaction|cart|checkout',
  'in|on|within|with one|a single? order|purchase|basket|transaction|cart|checkout|go|visit',
  'in|on|within|with the|one very|exact? same order|purchase|basket|transaction|cart|checkout|go|visit',
  'in|on|within|with one and the same order|purchase|basket|transaction|cart|checkout|go|visit',
  'in|on|within|with the? same single order|purchase|basket|transaction',
  'at once',
  'at the same time',
  'all at once',
  'all? together',
  'together in|on|within|with one|a|the single|same? order|purchase|basket|transaction|cart|checkout|go|visit',
  ',? all|both two|three|four|2|3|4? in|within|on the|a|one same|single? order|purchase|basket|transaction|cart|go',
  'per order|purchase|basket|transaction',
  'in any|some one|single? order|purchase|basket|transaction',
  'in an? order|purchase|basket|transaction',
)
