import { compare, isNone, isSome } from '../shared/comparison.ts'
import { comparisonText } from '../shared/comparison-sql.ts'
import type { PlanContext } from '../define.ts'
import { rounded } from '../orders/order-predicates.ts'
import type { Scope } from '../shared/order-rows.ts'
import type { LinesTest } from './purchase-plans.ts'
import { itemRowsText, type Selection, selectionText } from './purchase-rows.ts'
import { membersText } from '../shared/sql-text.ts'

/** A measure over order lines as SQL that people read; the test is in currency units. */
export function linesPredicate(asked: LinesTest, ctx: PlanContext): string {
  const { measure, test } = asked
  const complement = compare(0, test)
  const rows = `v_items WHERE ${itemRowsText(asked, ctx)} AND ${selectionText(asked)}`
  if (measure === 'orders' && (complement ? isNone(test) : isSome(test))) {
    return membersText(rows, { complement })
  }
  const number = {
    orders: 'COUNT(DISTINCT order_id)',
    quantity: 'SUM(quantity)',
    spend: rounded(ctx)('SUM(quantity * price)'),
  }[measure]
  const having = comparisonText(number, test, { complement })
  return membersText(`${rows} GROUP BY customer_id HAVING ${having}`, { complement })
}

/** No line in scope outside the selection. */
export const nothingOutsidePredicate = (asked: Scope & Selection, ctx: PlanContext): string =>
  membersText(`v_items WHERE ${itemRowsText(asked, ctx)} AND (${selectionText(asked)}) IS NOT TRUE`, {
    complement: true,
  })
