import { joinWords } from '#kernel/text.ts'
import { type Comparison, moneyWords, timesWords } from '../shared/comparison.ts'
import type { ReadingContext } from '../define.ts'
import { orderFilterWords } from '../shared/order-filter.ts'
import { type Scope, withinWords } from '../shared/order-rows.ts'
import { productFilterWords } from '../shared/product-filter.ts'
import type { LinesTest } from './purchase-plans.ts'
import type { ProductFilter } from '../shared/filters.ts'
import type { Selection } from '../shared/selection.ts'
import { distinct } from '../shared/text-match.ts'
import { valueWords } from '../shared/value-words.ts'

/** `any product in the category Tea other than any product of the brand Kopi`; or `only products …` */
export const selectionWords = (
  { of, except }: Selection,
  ctx: ReadingContext,
  noun = 'any product',
): string => `${noun} ${productFilterWords(of, ctx)}${exceptWords(except, ctx)}`

/** ` in orders with a discount in the last 90 days` */
export const scopeWords = ({ where, within }: Scope, ctx: ReadingContext, manner?: 'whole'): string =>
  (where === undefined ? '' : ` in orders ${orderFilterWords(where, ctx)}`) + withinWords(within, manner)

/** What is said of each value by itself. */
const EACH = {
  product: 'product names',
  category: 'categories',
  brand: 'brands',
  sku: 'SKUs',
  tag: 'product tags',
} as const

/** `each of the categories Tea and Coffee` */
function eachWords({ of, except }: Selection, ctx: ReadingContext): string {
  const key = (['product', 'category', 'brand', 'sku', 'tag'] as const).find((one) => of[one] !== undefined)
  const values = joinWords(distinct((key === undefined ? undefined : of[key]) ?? []).map(valueWords), 'and')
  return `each of the ${EACH[key ?? 'product']} ${values}${exceptWords(except, ctx)}`
}

const exceptWords = (except: ProductFilter | undefined, ctx: ReadingContext): string =>
  except === undefined ? '' : ` other than any product ${productFilterWords(except, ctx)}`

/** `bought any product in the category Tea at least 2 times`; without a comparison, just that they did. */
export function boughtWords(
  selection: Selection,
  { each, measure, test }: { each: boolean; measure: LinesTest['measure']; test: Comparison | undefined },
  ctx: ReadingContext,
): string {
  const what = each ? eachWords(selection, ctx) : selectionWords(selection, ctx)
  const bought = `bought ${each ? 'something from ' : ''}${what}`
  if (test === undefined) return bought
  switch (measure) {
    case 'orders':
      return `${bought} ${timesWords(test)}`
    case 'quantity':
      return `bought ${timesWords(test, 'unit')} of ${what}`
    case 'spend':
      return `spent ${moneyWords(test, ctx.currency)} on ${what}`
  }
}
