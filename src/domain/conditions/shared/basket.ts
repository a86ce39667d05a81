import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#kernel/text.ts'
import type { OrderRecord } from '../../customers/record.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import { type Comparison, compare, timesWords } from './comparison.ts'
import { comparisonRaw, comparisonText } from './comparison-sql.ts'
import type { Contained, OrderFilter, ProductFilter } from './filters.ts'
import {
  productFilterProblems,
  productFilterText,
  productFilterWords,
  productPasses,
} from './product-filter.ts'
import { isSelected, selectedIds } from './selection.ts'

/** What stands in one order. */
export type Basket = Pick<
  OrderFilter,
  'contains' | 'only' | 'without' | 'units' | 'products' | 'categories' | 'brands'
>

type Line = OrderRecord['lines'][number]

/** A number of the lines of an order. */
interface LineCount {
  /** Over rows of `items AS line`, with `products AS product` beside them. */
  readonly rows: RawBuilder<number>
  /** Over rows of `v_items`. */
  readonly text: string
  of(lines: readonly Line[]): number
  readonly noun: { readonly one: string; readonly many: string }
}

const distinct = (values: readonly (string | number | null)[]): number =>
  new Set(values.flatMap((value) => (value === null ? [] : [value]))).size

const folded = (text: string | null): string | null => (text === null ? null : foldText(text))

const LINE_COUNTS = {
  units: {
    rows: sql`coalesce(sum(line.quantity), 0)`,
    text: 'SUM(quantity)',
    of: (lines) => lines.reduce((sum, line) => sum + line.quantity, 0),
    noun: { one: 'unit', many: 'units' },
  },
  products: {
    rows: sql`count(DISTINCT line.product_id)`,
    text: 'COUNT(DISTINCT product_id)',
    of: (lines) => distinct(lines.map(({ product }) => product.id)),
    noun: { one: 'different product', many: 'different products' },
  },
  categories: {
    rows: sql`count(DISTINCT line.category_id)`,
    text: 'COUNT(DISTINCT category_key)',
    of: (lines) => distinct(lines.map(({ product }) => folded(product.category))),
    noun: { one: 'different category', many: 'different categories' },
  },
  brands: {
    rows: sql`count(DISTINCT product.brand_id)`,
    text: 'COUNT(DISTINCT brand_key)',
    of: (lines) => distinct(lines.map(({ product }) => folded(product.brand))),
    noun: { one: 'different brand', many: 'different brands' },
  },
} as const satisfies Record<string, LineCount>

export type LineCountName = keyof typeof LINE_COUNTS
export const LINE_COUNT_NAMES = [
  'units',
  'products',
  'categories',
  'brands',
] as const satisfies LineCountName[]
export const lineCount = (name: LineCountName): LineCount => LINE_COUNTS[name]

/** Does the filter look into the order? */
export const looksInside = (filter: OrderFilter | undefined): boolean =>
  filter !== undefined &&
  (filter.contains ??
    filter.only ??
    filter.without ??
    filter.units ??
    filter.products ??
    filter.categories ??
    filter.brands) !== undefined

/** `containing any product in the category Tea and containing any product of the brand Kopi`, `of at least 3 units` */
export function basketWords(basket: Basket, ctx: ReadingContext): string[] {
  const any = (filter: ProductFilter) => `any product ${productFilterWords(filter, ctx)}`
  const contained = ({ units, ...of }: Contained) =>
    units === undefined ? any(of) : `${timesWords(units, 'unit')} of ${any(of)}`
  const parts: string[] = []
  if (basket.contains !== undefined) {
    parts.push(basket.contains.map((one) => `containing ${contained(one)}`).join(' and '))
  }
  if (basket.only !== undefined)
    parts.push(`containing only products ${productFilterWords(basket.only, ctx)}`)
  if (basket.without !== undefined) parts.push(`without ${any(basket.without)}`)
  for (const name of LINE_COUNT_NAMES) {
    const test = basket[name]
    const { one, many } = LINE_COUNTS[name].noun
    if (test !== undefined) parts.push(`of ${timesWords(test, one, many)}`)
  }
  return parts
}

/** Tests on a row of `orders` under an alias. */
export function basketRaw(basket: Basket, alias: string, ctx: PlanContext): RawBuilder<boolean>[] {
  const lines = sql`items AS line WHERE line.order_id = ${sql.ref(`${alias}.id`)}`
  const selected = (of: ProductFilter) => isSelected(selectedIds({ of }, ctx), ctx, 'line')
  const some = (of: ProductFilter) => sql<boolean>`EXISTS (SELECT 1 FROM ${lines} AND ${selected(of)})`
  const pieces = (of: ProductFilter, units: Comparison) =>
    comparisonRaw(sql`(SELECT sum(line.quantity) FROM ${lines} AND ${selected(of)})`, units)
  const tests = (basket.contains ?? []).map(({ units, ...of }) =>
    units === undefined ? some(of) : pieces(of, units),
  )
  if (basket.only !== undefined) {
    tests.push(
      some(basket.only),
      sql<boolean>`NOT EXISTS (SELECT 1 FROM ${lines} AND (${selected(basket.only)}) IS NOT TRUE)`,
    )
  }
  if (basket.without !== undefined) tests.push(sql<boolean>`NOT ${some(basket.without)}`)
  for (const name of LINE_COUNT_NAMES) {
    const test = basket[name]
    if (test === undefined) continue
    const from =
      name === 'brands'
        ? sql`items AS line JOIN products AS product ON product.id = line.product_id
              WHERE line.order_id = ${sql.ref(`${alias}.id`)}`
        : lines
    tests.push(comparisonRaw(sql`(SELECT ${LINE_COUNTS[name].rows} FROM ${from})`, test))
  }
  return tests
}

/** The same on a row of `v_orders`. */
export function basketText(basket: Basket): string[] {
  const inOrder = (rows: string, negated = false) =>
    `id ${negated ? 'NOT IN' : 'IN'} (SELECT order_id FROM v_items ${rows})`
  const tests = (basket.contains ?? []).map(({ units, ...of }) =>
    inOrder(
      `WHERE ${productFilterText(of)}` +
        (units === undefined ? '' : ` GROUP BY order_id HAVING ${comparisonText('SUM(quantity)', units)}`),
    ),
  )
  if (basket.only !== undefined) {
    const only = productFilterText(basket.only)
    tests.push(inOrder(`WHERE ${only}`), inOrder(`WHERE (${only}) IS NOT TRUE`, true))
  }
  if (basket.without !== undefined) tests.push(inOrder(`WHERE ${productFilterText(basket.without)}`, true))
  for (const name of LINE_COUNT_NAMES) {
    const test = basket[name]
    if (test === undefined) continue
    // An order without lines has no row there: where it passes, the others are left out instead.
    const complement = compare(0, test)
    const having = comparisonText(LINE_COUNTS[name].text, test, { complement })
    tests.push(inOrder(`GROUP BY order_id HAVING ${having}`, complement))
  }
  return tests
}

/** The same in memory. */
export function basketPasses(basket: Basket, { lines }: OrderRecord, ctx: ReadingContext): boolean {
  const has = (of: ProductFilter) => lines.some(({ product }) => productPasses(of, product, ctx))
  const holds = ({ units, ...of }: Contained) => {
    const matching = lines.filter(({ product }) => productPasses(of, product, ctx))
    return matching.length > 0 && (units === undefined || compare(LINE_COUNTS.units.of(matching), units))
  }
  const { contains, only, without } = basket
  return (
    (contains?.every(holds) ?? true) &&
    (only === undefined || (has(only) && lines.every(({ product }) => productPasses(only, product, ctx)))) &&
    (without === undefined || !has(without)) &&
    LINE_COUNT_NAMES.every((name) => {
      const test = basket[name]
      return test === undefined || compare(LINE_COUNTS[name].of(lines), test)
    })
  )
}

export const basketProblems = (
  basket: Basket,
  ctx: PlanContext,
  path: readonly (string | number)[],
): Problem[] => [
  ...(basket.contains ?? []).flatMap((of, i) => productFilterProblems(of, ctx, [...path, 'contains', i])),
  ...productFilterProblems(basket.only, ctx, [...path, 'only']),
  ...productFilterProblems(basket.without, ctx, [...path, 'without']),
]
