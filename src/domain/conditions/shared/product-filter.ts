import { foldText, joinWords } from '#kernel/text.ts'
import type { ProductRecord } from '../../customers/record.ts'
import { compare, inMinor, moneyWords } from './comparison.ts'
import { comparisonText } from './comparison-sql.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import type { ProductFilter } from './filters.ts'
import { anyOf } from './value-words.ts'
import { unknownValue, unknownValues, unpayable } from './problems.ts'
import { literal, oneOfText } from './sql-text.ts'
import { isAmong } from './text-match.ts'

/** Follows "product": `in the category Tea or Coffee and of the brand Kopi`. */
export function productFilterWords(filter: ProductFilter, ctx: ReadingContext): string {
  const parts: string[] = []
  if (filter.product !== undefined) parts.push(`whose name contains ${anyOf(filter.product)}`)
  if (filter.category !== undefined) parts.push(`in the category ${anyOf(filter.category)}`)
  if (filter.brand !== undefined) parts.push(`of the brand ${anyOf(filter.brand)}`)
  if (filter.sku !== undefined) parts.push(`with the SKU ${anyOf(filter.sku)}`)
  if (filter.tag !== undefined) parts.push(`tagged ${anyOf(filter.tag)}`)
  if (filter.price !== undefined) parts.push(`with a price of ${moneyWords(filter.price, ctx.currency)}`)
  return joinWords(parts, 'and')
}

/** Tests on a row of `v_items` or `v_events`: both show the product beside it. */
export function productFilterText(filter: ProductFilter): string {
  const tests: string[] = []
  if (filter.product !== undefined) {
    const contains = filter.product.map((title) => `instr(product_key, ${literal(foldText(title))}) > 0`)
    tests.push(contains.length === 1 ? contains.join() : `(${contains.join(' OR ')})`)
  }
  if (filter.category !== undefined) {
    tests.push(oneOfText('category_key', filter.category.map(foldText)))
  }
  if (filter.brand !== undefined) tests.push(oneOfText('brand_key', filter.brand.map(foldText)))
  if (filter.sku !== undefined) tests.push(oneOfText('sku_key', filter.sku.map(foldText)))
  if (filter.tag !== undefined) {
    const tagged = oneOfText('tag_key', filter.tag.map(foldText))
    tests.push(`product_id IN (SELECT product_id FROM v_product_tags WHERE ${tagged})`)
  }
  if (filter.price !== undefined) tests.push(comparisonText('list_price', filter.price))
  return tests.join(' AND ')
}

/** The same in memory. */
export const productPasses = (
  filter: ProductFilter,
  product: ProductRecord,
  { currency }: ReadingContext,
): boolean =>
  (filter.product?.some((part) => foldText(product.title).includes(foldText(part))) ?? true) &&
  isAmong(product.category, filter.category) &&
  isAmong(product.brand, filter.brand) &&
  isAmong(product.sku, filter.sku) &&
  (filter.tag === undefined || product.tags.some((tag) => isAmong(tag, filter.tag))) &&
  (filter.price === undefined ||
    (product.price !== null && compare(product.price, inMinor(filter.price, currency))))

export const productFilterProblems = (
  filter: ProductFilter | undefined,
  { dictionary, currency }: PlanContext,
  path: readonly (string | number)[],
): Problem[] => [
  ...(filter?.product ?? []).flatMap((title) =>
    dictionary.products({ product: [title] }).length > 0
      ? []
      : [
          unknownValue('product', title, dictionary.known('product', foldText(title)).nearest, [
            ...path,
            'product',
          ]),
        ],
  ),
  ...unknownValues(dictionary, 'category', filter?.category, [...path, 'category']),
  ...unknownValues(dictionary, 'brand', filter?.brand, [...path, 'brand']),
  ...unknownValues(dictionary, 'sku', filter?.sku, [...path, 'sku']),
  ...unknownValues(dictionary, 'product_tag', filter?.tag, [...path, 'tag']),
  ...unpayable(filter?.price, currency, [...path, 'price', 'value']),
]
