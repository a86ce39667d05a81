import type { ProductFilter } from '../../conditions/shared/filters.ts'
import type { DictionaryField } from '../../vocabulary/dictionary.ts'
import { comparison } from './comparison.ts'
import { phrase } from './phrase.ts'
import { type Found, type Reading, remembered } from './reading.ts'
import { shownValues } from './shown-values.ts'

const lead = phrase('for? any? product|products|item|items', 'for? anything|something|items|products')

type TextKey = Exclude<keyof ProductFilter, 'price'>

const KEYS: readonly (readonly [TextKey, DictionaryField, ReturnType<typeof phrase>])[] = [
  [
    'product',
    'product',
    phrase(
      'whose|which|with name|names|title|titles contains|contain|includes|include|containing|including',
      'with a name|title containing|including',
      'named|called',
    ),
  ],
  ['category', 'category', phrase('in|from|of|within the? category|categories')],
  ['brand', 'brand', phrase('of|from|by|in the? brand|brands')],
  ['sku', 'sku', phrase('with the|a? sku|skus')],
  ['tag', 'product_tag', phrase('tagged as?', 'with the|a? tag|tags')],
]
const priceLead = phrase(
  'with a? list? price of?',
  'priced at?',
  'whose price is',
  'costing',
  'that cost|costs',
)
const joint = phrase('and', ',')

/** What conditions/shared/product-filter.ts writes: `any product in the category Tea or Coffee and tagged “to go”`. */
export const shownProducts = remembered((reading: Reading, at: number): Found<ProductFilter> | undefined => {
  const opened = lead(reading, at)
  if (opened < 0) return undefined
  const first = partAt(reading, opened)
  if (first === undefined) return undefined
  const filter = { ...first.value }
  let { end } = first
  for (;;) {
    const behind = joint(reading, end)
    const next = behind < 0 ? undefined : partAt(reading, behind)
    // The same kind twice is another product.
    if (next === undefined || Object.keys(next.value).some((key) => key in filter))
      return { value: filter, end }
    Object.assign(filter, next.value)
    end = next.end
  }
})

function partAt(reading: Reading, at: number): Found<ProductFilter> | undefined {
  for (const [key, field, words] of KEYS) {
    const said = words(reading, at)
    const found = said < 0 ? undefined : shownValues(reading, said, field)
    if (found !== undefined) return { value: { [key]: found.value }, end: found.end }
  }
  const said = priceLead(reading, at)
  const price = said < 0 ? undefined : comparison(reading, said)
  const [test, more] = price?.value.tests ?? []
  if (price === undefined || test === undefined || more !== undefined) return undefined
  return price.value.bare || price.value.times || price.value.percent
    ? undefined
    : { value: { price: test }, end: price.end }
}

const EACH: readonly (readonly [TextKey, DictionaryField, ReturnType<typeof phrase>])[] = [
  ['category', 'category', phrase('something? from|in|of? each|all|both of? the categories')],
  ['brand', 'brand', phrase('something? from|of|by? each|all|both of? the brands')],
  ['product', 'product', phrase('something? from|of? each of the product names')],
  ['sku', 'sku', phrase('something? from|of? each|all|both of? the skus')],
  ['tag', 'product_tag', phrase('something? from|of? each|all|both of? the product? tags')],
]

/** `something from each of the categories Tea and Coffee`: each of them by itself. */
export function shownEach(
  reading: Reading,
  at: number,
): Found<{ readonly key: TextKey; readonly values: string[] }> | undefined {
  for (const [key, field, words] of EACH) {
    const opened = words(reading, at)
    const found = opened < 0 ? undefined : shownValues(reading, opened, field, 'and')
    if (found !== undefined && found.value.length > 1)
      return { value: { key, values: found.value }, end: found.end }
  }
  return undefined
}
