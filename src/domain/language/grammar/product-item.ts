import type { ProductFilter } from '../../conditions/shared/filters.ts'
import type { Link } from '../linking/links.ts'
import { comparison } from './comparison.ts'
import { type Doubt, question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import { shownEach, shownProducts } from './shown-products.ts'

/** Which products were said: one kind, or kinds joined by "and" or "or". */
export type ProductTree =
  | {
      readonly kind: 'one'
      readonly of: ProductFilter
      readonly key: ProductKey
      readonly label: string
      /** Each of its values by itself. */
      readonly each?: true
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ProductTree[] }

type ProductKey = 'category' | 'brand' | 'product' | 'sku' | 'tag'

const KEYS = {
  category: 'category',
  brand: 'brand',
  product: 'product',
  sku: 'sku',
  product_tag: 'tag',
} as const

export interface ProductItem {
  readonly tree: ProductTree
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const determiner = phrase(
  'the|a|an|any|our|some|their|of|from|in|by|on|both|either|all|more',
  'one of',
  'any of the?',
  'one of the',
  'any|all|every|some sort|sorts|kind|kinds|type|types|flavour|flavours|flavor|flavors|variety|varieties of',
)

const kindBefore: readonly (readonly [ProductKey, ReturnType<typeof phrase>])[] = [
  ['category', phrase('category|categories :|=?', 'category called|named', 'in? the category|categories')],
  ['brand', phrase('brand|brands', 'of? the brand|brands')],
  [
    'product',
    phrase(
      'product|products|item',
      'whose name|title contains|includes|is',
      'with a? name|title containing?',
    ),
  ],
  ['sku', phrase('sku|skus :|=|#?', 'sku number')],
]

const kindAfter: readonly (readonly [ProductKey | undefined, ReturnType<typeof phrase>])[] = [
  ['category', phrase('category|categories|department|section', 'category products|items')],
  ['brand', phrase('brand|brands', 'brand products|items', 'branded products|items')],
  [undefined, phrase('page|pages', 'product page|pages')],
  [
    undefined,
    phrase(
      'product|products|item|items|unit|units|line|range|stuff|gear|goods|collection|things|purchases|orders',
    ),
  ],
]

export function item(reading: Reading, at: number): Found<ProductItem> | undefined {
  const each = shownEach(reading, at)
  if (each !== undefined) {
    const { key, values } = each.value
    const tree: ProductTree = {
      kind: 'one',
      of: { [key]: values },
      key,
      label: values.join(' and '),
      each: true,
    }
    return { value: { tree, assumptions: [], doubts: [] }, end: each.end }
  }
  const shown = shownProducts(reading, at)
  if (shown !== undefined) return { value: itemOf(shown.value), end: shown.end }
  let start = at
  for (let i = 0; i < 3; i++) start = skip(reading, start, determiner)
  for (const [key, words] of kindBefore) {
    const said = words(reading, start)
    const found = said < 0 ? undefined : named(reading, said, key)
    if (found !== undefined) return priced(reading, found)
  }
  const found = named(reading, start, undefined)
  return found && priced(reading, found)
}

function named(reading: Reading, at: number, wanted: ProductKey | undefined): Found<ProductItem> | undefined {
  const links = reading.links.at(at).filter((link) => link.field in KEYS && !isSeason(reading, at, link))
  const longest = links[0]?.end ?? 0
  const fitting = links.filter((link) => link.end === longest)
  if (fitting.length === 0) return undefined
  let key = wanted
  let end = longest
  for (const [after, words] of kindAfter) {
    const said = words(reading, longest)
    if (said < 0) continue
    key ??= after
    end = said
    break
  }
  const chosen = fitting.filter((link) => key === undefined || keyOf(link) === key)
  const candidates = chosen.length > 0 ? chosen : fitting
  const best = ORDER.flatMap(([field, match]) =>
    candidates.filter((l) => l.field === field && l.match === match),
  )
  const [link] = best
  if (link === undefined) return undefined
  const rival = best.find(
    (other) => other.field !== link.field && other.match === 'whole' && link.match === 'whole',
  )
  const doubts = rival === undefined || !isOpen(link, rival) ? [] : [askWhich(at, longest, link, rival)]
  const key1 = keyOf(link)
  return {
    value: {
      tree: { kind: 'one', of: { [key1]: [...link.values] }, key: key1, label: link.label },
      assumptions: [],
      doubts,
    },
    end,
  }
}

const SEASON = /^(?:spring|summer|autumn|fall|winter)$/
const DURING = /^(?:in|during|over|last|this|every|each|the|of)$/

/** "ordered mostly in winter" is a time, and no Winter Parka. */
const isSeason = ({ tokens }: Reading, at: number, link: Link): boolean =>
  link.match === 'part' &&
  link.end === at + 1 &&
  SEASON.test(tokens[at]?.word ?? '') &&
  DURING.test(tokens[at - 1]?.word ?? '')

/** Whole categories and brands come before parts of titles. */
const ORDER = [
  ['category', 'whole'],
  ['brand', 'whole'],
  ['sku', 'whole'],
  ['product', 'whole'],
  ['product', 'part'],
  ['product_tag', 'whole'],
] as const

const isOpen = (one: Link, other: Link) =>
  [one, other].every((link) => link.field === 'category' || link.field === 'brand')

const askWhich = (from: number, to: number, one: Link, other: Link): Doubt =>
  question(from, to, `“${one.label}” is a ${one.field} and a ${other.field}. Which do you mean?`, [
    [`the ${one.field}`, `${one.field} ${one.label}`],
    [`the ${other.field}`, `${other.field} ${other.label}`],
  ])

function keyOf(link: Link): ProductKey {
  return link.field === 'category' || link.field === 'brand' || link.field === 'sku'
    ? link.field
    : link.field === 'product_tag'
      ? 'tag'
      : 'product'
}

function itemOf(of: ProductFilter): ProductItem {
  const key = PRODUCT_KEYS.find((one) => of[one] !== undefined) ?? 'product'
  return { tree: { kind: 'one', of, key, label: (of[key] ?? []).join(' or ') }, assumptions: [], doubts: [] }
}

const PRODUCT_KEYS = ['category', 'brand', 'product', 'sku', 'tag'] as const

const priceWord = phrase('priced|costing|that cost', 'priced at', 'with a price', 'with a price of')

/** `under $100` behind a product is its list price. */
function priced(reading: Reading, found: Found<ProductItem>): Found<ProductItem> {
  const { tree } = found.value
  const said = priceWord(reading, found.end)
  const price = comparison(reading, said >= 0 ? said : found.end)
  const [test] = price?.value.tests ?? []
  if (tree.kind !== 'one' || price === undefined || test === undefined || price.value.tests.length > 1)
    return found
  if (price.value.bare || price.value.times || (said < 0 && price.value.currency === undefined)) return found
  return {
    value: {
      ...found.value,
      tree: { ...tree, of: { ...tree.of, price: test } },
      assumptions: [...found.value.assumptions, 'The price is the list price of the product.'],
    },
    end: price.end,
  }
}
