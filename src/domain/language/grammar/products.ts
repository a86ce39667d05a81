import type { ProductFilter } from '../../conditions/filters.ts'
import type { Link } from '../linking/links.ts'
import { comparison } from './comparison.ts'
import { type Doubt, question } from './meaning.ts'
import { placesBefore } from './look-back.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, remembered } from './reading.ts'

/** Which products were said: one kind, or kinds joined by "and" or "or". */
export type ProductTree =
  | { readonly kind: 'one'; readonly of: ProductFilter; readonly key: ProductKey; readonly label: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ProductTree[] }

export interface Products {
  readonly tree: ProductTree
  /** "but never Juice" */
  readonly not?: ProductTree
  /** "anything from Nike except socks": lines that don't count. */
  readonly except?: ProductTree
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

type ProductKey = 'category' | 'brand' | 'product' | 'sku' | 'tag'
const KEYS = {
  category: 'category',
  brand: 'brand',
  product: 'product',
  sku: 'sku',
  product_tag: 'tag',
} as const

const lead = phrase(
  'anything|something|items|item|products|product|stuff|goods|things|everything|one|some|any|pieces',
  'anything|something|items|item|products|product|stuff|goods|things|one|some|any|pieces from|in|by|of|within|under',
  'anything|something|products made by',
  'anything|something|items|products|stuff from|in|by|of|within|under the|our|a category|brand|range|line?',
)
const determiner = phrase(
  'the|a|an|any|our|some|their|of|from|in|by|on|both|either|all|more',
  'one of',
  'any of the?',
  'one of the',
)
const kindBefore: readonly (readonly [ProductKey, ReturnType<typeof phrase>])[] = [
  ['category', phrase('category|categories', 'category called|named', 'the category|categories')],
  ['brand', phrase('brand|brands', 'the brand|brands')],
  ['product', phrase('product|products|item')],
  ['sku', phrase('sku|skus', 'sku number')],
]
const kindAfter: readonly (readonly [ProductKey | undefined, ReturnType<typeof phrase>])[] = [
  ['category', phrase('category|categories|department|section', 'category products|items')],
  ['brand', phrase('brand|brands', 'brand products|items', 'branded products|items')],
  [
    undefined,
    phrase('product|products|item|items|line|range|stuff|goods|collection|things|purchases|orders'),
  ],
]

/** A product expression: `Tea and Coffee, or Cocoa, but never Juice`, `anything from Nike except socks`. */
export const products = remembered((reading: Reading, at: number): Found<Products> | undefined => {
  const said = pronoun(reading, at)
  if (said >= 0) {
    const before = productsBefore(reading, at)
    return before && { value: { tree: before.tree, assumptions: [], doubts: before.doubts }, end: said }
  }
  const leadEnd = lead(reading, at)
  const start = leadEnd >= 0 ? leadEnd : at
  const list = productList(reading, start)
  if (list === undefined) return undefined
  const state = { assumptions: [...list.value.assumptions], doubts: [...list.value.doubts] }
  let end = list.end
  let not: ProductTree | undefined
  let except: ProductTree | undefined
  for (;;) {
    const spared = afterWord(reading, end, exceptWord)
    const refused = spared === undefined ? afterWord(reading, end, butNot) : undefined
    const found = spared ?? refused
    if (found === undefined || (spared !== undefined ? except : not) !== undefined) break
    if (spared !== undefined) except = found.value.tree
    else not = found.value.tree
    state.assumptions.push(...found.value.assumptions)
    state.doubts.push(...found.value.doubts)
    end = found.end
  }
  return {
    value: {
      tree: list.value.tree,
      ...(not === undefined ? {} : { not }),
      ...(except === undefined ? {} : { except }),
      ...state,
    },
    end,
  }
})

const pronoun = phrase(
  'it|them|those|these',
  'on|of it|them|those|these',
  'that one|product',
  'the same product|products|thing|one',
  'any|one of it|them|those',
)

/** The products named last before a token: what "it" means. */
export function productsBefore(reading: Reading, at: number): Products | undefined {
  let best: Found<Products> | undefined
  for (const i of placesBefore(at)) {
    const found = products(reading, i)
    if (found === undefined || found.end > at) continue
    if (best !== undefined && found.end !== best.end) break
    best = found
  }
  return best?.value
}

const exceptWord = phrase(
  ',? except for?',
  ',? excluding',
  ',? other than',
  ',? apart from',
  ',? besides',
  ',? aside from',
  ',? bar',
)
const butNot = phrase(
  ',? but|and|yet not|never|no',
  ',? but|and have|has|did not|never',
  ',? not',
  ',? but|and without|minus',
  ',? without',
  ',? and|but not|never any',
)
const tried = phrase('bought|ordered|purchased|tried|buy|order|any|a|an|the')

function afterWord(reading: Reading, at: number, word: ReturnType<typeof phrase>) {
  const opened = word(reading, at)
  return opened < 0 ? undefined : productList(reading, skip(reading, opened, tried))
}

interface Item {
  readonly tree: ProductTree
  readonly assumptions: readonly string[]
  readonly doubts: readonly Doubt[]
}

const separator: readonly (readonly ['and' | 'or' | ',', ReturnType<typeof phrase>])[] = [
  ['or', phrase('or', ', or', '/', 'nor', ', nor', 'and / or', 'or else')],
  ['and', phrase('and', ', and', 'plus', 'as well as', 'and also', 'along with', 'together with')],
  [',', phrase(',')],
]

/** Items joined by commas, "and" and "or"; "and" binds tighter. */
function productList(reading: Reading, at: number): Found<Item> | undefined {
  const first = item(reading, at)
  if (first === undefined) return undefined
  const items: Item[] = [first.value]
  const joints: ('and' | 'or' | ',')[] = []
  let end = first.end
  for (;;) {
    const next = nextItem(reading, end)
    if (next === undefined) break
    items.push(next.value.item)
    joints.push(next.value.joint)
    end = next.end
  }
  // "Tea, Coffee or Cocoa": a comma joins as the next word does; with no word at all it is "or".
  const resolved = joints.map((joint, i) =>
    joint === ','
      ? (joints.slice(i).find((later) => later !== ',') ?? joints.find((one) => one !== ',') ?? 'or')
      : joint,
  )
  const groups: Item[][] = [[]]
  items.forEach((one, i) => {
    if (i > 0 && resolved[i - 1] === 'or') groups.push([])
    groups.at(-1)?.push(one)
  })
  const trees = groups.map((group) =>
    join(
      'all',
      group.map((one) => one.tree),
    ),
  )
  return {
    value: {
      tree: join('any', trees),
      assumptions: items.flatMap((one) => one.assumptions),
      doubts: items.flatMap((one) => one.doubts),
    },
    end,
  }
}

function join(kind: 'all' | 'any', trees: readonly ProductTree[]): ProductTree {
  const [only] = trees
  return trees.length === 1 && only !== undefined ? only : { kind, of: trees }
}

function nextItem(reading: Reading, at: number) {
  for (const [joint, words] of separator) {
    const opened = words(reading, at)
    const found = opened < 0 ? undefined : item(reading, opened)
    if (found !== undefined) return { value: { item: found.value, joint }, end: found.end }
  }
  return undefined
}

function item(reading: Reading, at: number): Found<Item> | undefined {
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

function named(reading: Reading, at: number, wanted: ProductKey | undefined): Found<Item> | undefined {
  const links = reading.links.at(at).filter((link) => link.field in KEYS)
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

const priceWord = phrase('priced|costing|that cost', 'priced at', 'with a price', 'with a price of')

/** `under $100` behind a product is its list price. */
function priced(reading: Reading, found: Found<Item>): Found<Item> {
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
