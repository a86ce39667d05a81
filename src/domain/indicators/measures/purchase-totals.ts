import { sql } from 'kysely'
import { z } from 'zod'
import { fromMinor } from '#kernel/money.ts'
import { rounded } from '../../conditions/orders/order-predicates.ts'
import { LINE_MEASURES } from '../../conditions/purchases/purchase-plans.ts'
import {
  itemRows,
  itemRowsText,
  itemsIn,
  lineSelected,
  linesIn,
} from '../../conditions/purchases/purchase-rows.ts'
import { isSelected, selectedIds, selectionText } from '../../conditions/shared/selection.ts'
import { scopeWords, selectionWords } from '../../conditions/purchases/purchase-words.ts'
import { orderFilterSchema, productFilterSchema } from '../../conditions/shared/filters.ts'
import { orderFilterProblems } from '../../conditions/shared/order-filter.ts'
import { productFilterProblems } from '../../conditions/shared/product-filter.ts'
import { windowSchema } from '../../time/window.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const purchaseTotalsSchema = z.strictObject({
  measure: z.literal('purchases'),
  of: z.enum(LINE_MEASURES),
  products: productFilterSchema,
  within: windowSchema.optional(),
  where: orderFilterSchema.optional(),
})
type PurchaseTotals = z.infer<typeof purchaseTotalsSchema>

const NOUNS = {
  orders: 'number of times they bought',
  quantity: 'number of units bought of',
  spend: 'money spent on',
} as const

const VALUES = {
  orders: sql`count(DISTINCT i.order_id)`,
  quantity: sql`sum(i.quantity)`,
  spend: sql`sum(i.quantity * i.price)`,
} as const

/** What was bought of some products. */
export const purchaseTotals: MeasureDefinition<'purchases', PurchaseTotals> = {
  measure: 'purchases',
  schema: purchaseTotalsSchema,
  unit: ({ of }) => (of === 'spend' ? 'money' : 'count'),
  empty: () => 0,
  sources: () => ['orders', 'products'],
  moves: ({ within }) => within !== undefined && within.kind !== 'dates',
  check: ({ products, where }, ctx) => [
    ...productFilterProblems(products, ctx, ['products']),
    ...orderFilterProblems(where, ctx, ['where']),
  ],
  words: ({ of, products, ...scope }, ctx) =>
    `the ${NOUNS[of]} ${selectionWords({ of: products }, ctx)}${scopeWords(scope, ctx)}`,
  compared: ({ of, products, within, where }, { op, value }) => ({
    type: 'purchases',
    match: 'any',
    of: products,
    measure: of,
    op,
    value,
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
  }),
  rows({ of, products, ...scope }, ctx) {
    const minorUnits = of === 'spend' ? 10 ** ctx.currency.exponent : 1
    return {
      from: itemsIn(scope),
      customer: 'i.customer_id',
      tests: [isSelected(selectedIds({ of: products }, ctx), ctx), ...itemRows(scope, ctx)],
      value: sql`CAST(${VALUES[of]} AS REAL) / ${minorUnits}`,
    }
  },
  select({ of, products, ...scope }, ctx) {
    const value = {
      orders: 'COUNT(DISTINCT order_id)',
      quantity: 'SUM(quantity)',
      spend: rounded(ctx)('SUM(quantity * price)'),
    }[of]
    return valuesText(
      `v_items WHERE ${itemRowsText(scope, ctx)} AND ${selectionText({ of: products })}`,
      value,
    )
  },
  of({ of, products, ...scope }, customer, _population, ctx) {
    const lines = linesIn(customer, scope, ctx).filter((line) => lineSelected(line, { of: products }, ctx))
    switch (of) {
      case 'orders':
        return new Set(lines.map((line) => line.orderId)).size
      case 'quantity':
        return lines.reduce((sum, line) => sum + line.quantity, 0)
      case 'spend':
        return fromMinor(
          lines.reduce((sum, line) => sum + line.quantity * line.price, 0),
          ctx.currency,
        )
    }
  },
}
