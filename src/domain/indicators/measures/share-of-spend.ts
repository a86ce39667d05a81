import { sql } from 'kysely'
import { z } from 'zod'
import { itemRows, itemRowsText, lineSelected, linesIn } from '../../conditions/purchases/purchase-rows.ts'
import { isSelected, selectedIds, selectionText } from '../../conditions/shared/selection.ts'
import { selectionWords } from '../../conditions/purchases/purchase-words.ts'
import { productFilterSchema } from '../../conditions/shared/filters.ts'
import { withinWords } from '../../conditions/shared/order-rows.ts'
import { productFilterProblems } from '../../conditions/shared/product-filter.ts'
import { windowSchema } from '../../time/window.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const shareOfSpendSchema = z.strictObject({
  measure: z.literal('share_of_spend'),
  products: productFilterSchema,
  within: windowSchema.optional(),
})
type ShareOfSpend = z.infer<typeof shareOfSpendSchema>

/** Of what order lines cost (quantity × price), the part that some products make, in percent. */
export const shareOfSpend: MeasureDefinition<'share_of_spend', ShareOfSpend> = {
  measure: 'share_of_spend',
  schema: shareOfSpendSchema,
  unit: () => 'percent',
  empty: () => 'unknown',
  sources: () => ['orders', 'products'],
  moves: ({ within }) => within !== undefined && within.kind !== 'dates',
  check: ({ products }, ctx) => productFilterProblems(products, ctx, ['products']),
  words: ({ products, within }, ctx) =>
    `the share of spend on ${selectionWords({ of: products }, ctx)}${withinWords(within)}`,
  rows({ products, within }, ctx) {
    const selected = isSelected(selectedIds({ of: products }, ctx), ctx)
    return {
      from: sql`items AS i`,
      customer: 'i.customer_id',
      tests: itemRows({ within }, ctx),
      value: sql`100.0 * sum(CASE WHEN ${selected} THEN i.quantity * i.price ELSE 0 END)
        / nullif(sum(i.quantity * i.price), 0)`,
    }
  },
  select({ products, within }, ctx) {
    // In whole minor units: sums of decimals can differ where the amounts are equal.
    const minor = (sum: string) => `ROUND(${10 ** ctx.currency.exponent} * SUM(${sum}))`
    const part = `CASE WHEN ${selectionText({ of: products })} THEN quantity * price ELSE 0 END`
    return valuesText(
      `v_items WHERE ${itemRowsText({ within }, ctx)}`,
      `100.0 * ${minor(part)} / NULLIF(${minor('quantity * price')}, 0)`,
    )
  },
  of({ products, within }, customer, _population, ctx) {
    const lines = linesIn(customer, { within }, ctx)
    const spent = (some: typeof lines) => some.reduce((sum, line) => sum + line.quantity * line.price, 0)
    const whole = spent(lines)
    const part = spent(lines.filter((line) => lineSelected(line, { of: products }, ctx)))
    return whole === 0 ? undefined : (100 * part) / whole
  },
}
