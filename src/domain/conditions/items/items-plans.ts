import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { Bounds } from '../../time/bounds.ts'
import type { PlanContext } from '../define.ts'
import { rangeOf } from '../orders/order-totals.ts'
import { itemRows, itemRowsText } from '../purchases/purchase-rows.ts'
import { lineCount } from '../shared/basket.ts'
import { type Comparison, compare } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { boundsIn, orderRows } from '../shared/order-rows.ts'
import { isSelected, selectedIds, selectionText } from '../shared/selection.ts'
import { allOf, cutByCustomer, inPiece, isEmpty, nobody, not, uncut } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { ItemsCondition } from './items.ts'

/** Up to this, the lines of a window's orders are fewer than everybody's. */
const SHORT_WINDOW = 93 * 86_400

/** People without a line are read as everybody but those who fail, where none passes. */
export function planItemCount(condition: ItemsCondition, test: Comparison, ctx: PlanContext): SetPlan {
  const complement = compare(0, test)
  const bounds = boundsIn(condition.within, ctx)
  const members = isEmpty(bounds)
    ? nobody
    : (planCategories(condition, test, complement, ctx) ??
      planLines(condition, test, bounds, complement, ctx))
  return complement ? not(members) : members
}

function planLines(
  condition: ItemsCondition,
  test: Comparison,
  bounds: Bounds,
  complement: boolean,
  ctx: PlanContext,
): SetPlan {
  const { measure, of, where } = condition
  const selected = of === undefined ? undefined : selectedIds({ of }, ctx)
  if (selected?.ids.length === 0) return nobody
  const lines = selected === undefined ? [] : [isSelected(selected, ctx, 'line')]
  const having = comparisonRaw(lineCount(measure).rows, test, { complement })
  const products =
    measure === 'brands' ? sql`JOIN products AS product ON product.id = line.product_id` : sql``
  const short = bounds.from !== undefined && bounds.to - bounds.from <= SHORT_WINDOW
  if (where !== undefined || short) {
    const rows = [...(short ? [] : [inPiece('o.customer_id')]), ...orderRows(condition, ctx), ...lines]
    const statement = sql`SELECT o.customer_id FROM orders AS o JOIN items AS line ON line.order_id = o.id ${products}
      WHERE ${allOf(rows)} GROUP BY o.customer_id HAVING ${having}`
    return short ? uncut(ctx.dialect, statement) : cutByCustomer(ctx.dialect, statement)
  }
  const rows: RawBuilder<boolean>[] = [
    inPiece('line.customer_id'),
    ...itemRows({ within: condition.within }, ctx, 'line'),
    ...lines,
  ]
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT line.customer_id FROM items AS line ${products} WHERE ${allOf(rows)}
        GROUP BY line.customer_id HAVING ${having}`,
  )
}

/** The rows per customer and category are the different categories themselves. */
function planCategories(
  { measure, of, within, where }: ItemsCondition,
  test: Comparison,
  complement: boolean,
  ctx: PlanContext,
): SetPlan | undefined {
  if (measure !== 'categories' || (of ?? within ?? where) !== undefined || !ctx.factsHold) return undefined
  const range = rangeOf(test, complement)
  if (range === undefined) return undefined
  const [from, to] = range
  const { sql: text, parameters } = ctx.dialect.compile(
    sql`SELECT c.customer_id FROM customer_category AS c WHERE c.orders > 0`,
  )
  return { kind: 'totals', totals: { rows: [{ sql: text, parameters, cut: { by: 'none' } }], from, to } }
}

/** The same as SQL that people read. */
export function itemsPredicate(condition: ItemsCondition, test: Comparison, ctx: PlanContext): string {
  const complement = compare(0, test)
  const { of } = condition
  const rows = [itemRowsText(condition, ctx), ...(of === undefined ? [] : [selectionText({ of })])]
  const having = comparisonText(lineCount(condition.measure).text, test, { complement })
  return membersText(`v_items WHERE ${rows.join(' AND ')} GROUP BY customer_id HAVING ${having}`, {
    complement,
  })
}
