import { compare, isNone, isSome } from '../shared/comparison.ts'
import { comparisonText } from '../shared/comparison-sql.ts'
import type { PlanContext } from '../define.ts'
import { rounded } from '../orders/order-predicates.ts'
import type { LinesTest } from './purchase-plans.ts'
import { itemRowsText } from './purchase-rows.ts'
import { selectionText } from '../shared/selection.ts'
import { membersText } from '../shared/sql-text.ts'

/** A measure over order lines, or over each of several selections of them, as SQL that people read. */
export function linesPredicate(asked: readonly LinesTest[], ctx: PlanContext): string {
  const complement = asked.every(({ test }) => compare(0, test))
  const rows = asked.map((one) => rowsText(one, complement, ctx))
  return membersText(rows.join(` ${complement ? 'UNION' : 'INTERSECT'} SELECT customer_id FROM `), {
    complement,
  })
}

/** Such a line, and no line in scope outside the selection. */
export const onlyPredicate = (asked: LinesTest, ctx: PlanContext): string =>
  membersText(
    `${rowsText(asked, false, ctx)} EXCEPT SELECT customer_id FROM v_items ` +
      `WHERE ${itemRowsText(asked, ctx)} AND (${selectionText(asked)}) IS NOT TRUE`,
  )

/** Money is in currency units. */
function rowsText(asked: LinesTest, complement: boolean, ctx: PlanContext): string {
  const { measure, test } = asked
  const rows = `v_items WHERE ${itemRowsText(asked, ctx)} AND ${selectionText(asked)}`
  if (measure === 'orders' && (complement ? isNone(test) : isSome(test))) return rows
  const number = {
    orders: 'COUNT(DISTINCT order_id)',
    quantity: 'SUM(quantity)',
    spend: rounded(ctx)('SUM(quantity * price)'),
  }[measure]
  return `${rows} GROUP BY customer_id HAVING ${comparisonText(number, test, { complement })}`
}
