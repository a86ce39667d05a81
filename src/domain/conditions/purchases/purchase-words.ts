import { joinWords } from '#kernel/text.ts'
import { type Comparison, moneyWords, timesWords } from '../shared/comparison.ts'
import type { ReadingContext } from '../define.ts'
import { orderFilterWords } from '../shared/order-filter.ts'
import { type Scope, withinWords } from '../shared/order-rows.ts'
import { productFilterWords } from '../shared/product-filter.ts'
import type { LinesTest } from './purchase-plans.ts'
import type { Selection } from '../shared/selection.ts'

/** `any product in the category Tea other than any product of the brand Kopi`; or `only products …` */
export const selectionWords = (
  { of, except }: Selection,
  ctx: ReadingContext,
  noun = 'any product',
): string =>
  `${noun} ${productFilterWords(of, ctx)}` +
  (except === undefined ? '' : ` other than any product ${productFilterWords(except, ctx)}`)

/** ` in orders with a discount in the last 90 days` */
export const scopeWords = ({ where, within }: Scope, ctx: ReadingContext): string =>
  (where === undefined ? '' : ` in orders ${orderFilterWords(where, ctx)}`) + withinWords(within)

/** `bought any product in the category Tea at least 2 times`; without a comparison, just that they did. */
export function boughtWords(
  selections: readonly Selection[],
  { measure, test }: { measure: LinesTest['measure']; test: Comparison | undefined },
  ctx: ReadingContext,
): string {
  const any = selections.map((selection) => selectionWords(selection, ctx))
  const what = any.length > 1 ? `each of ${joinWords(any, 'and')}` : any.join()
  if (test === undefined) return `bought ${what}`
  switch (measure) {
    case 'orders':
      return `bought ${what} ${timesWords(test)}`
    case 'quantity':
      return `bought ${timesWords(test, 'unit')} of ${what}`
    case 'spend':
      return `spent ${moneyWords(test, ctx.currency)} on ${what}`
  }
}
