import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import { type Comparison, compare, isNone, isSome } from '../shared/comparison.ts'
import { comparisonRaw } from '../shared/comparison-sql.ts'
import type { PlanContext } from '../define.ts'
import { boundsIn, type Scope } from '../shared/order-rows.ts'
import { itemRows, itemsIn } from './purchase-rows.ts'
import { isSelected, type SelectedIds, type Selection, selectedIds } from '../shared/selection.ts'
import { allOf, cutByCustomer, inPiece, isEmpty, nobody, not } from '../shared/set-query.ts'

export const LINE_MEASURES = ['orders', 'quantity', 'spend'] as const

/** A measure over the selected lines in scope, compared; money in minor units. */
export interface LinesTest extends Scope, Selection {
  readonly measure: (typeof LINE_MEASURES)[number]
  readonly test: Comparison
}

export const AT_LEAST_ONCE: Comparison = { op: '>=', value: 1 }
export const NEVER: Comparison = { op: '=', value: 0 }

/** People without such a line are read as everybody but the others, where they pass. */
export function planLines(asked: LinesTest, ctx: PlanContext): SetPlan {
  const { measure, test } = asked
  const complement = compare(0, test)
  const selected = selectedIds(asked, ctx)
  const nothing = selected.ids.length === 0 || isEmpty(boundsIn(asked.within, ctx))
  const existence = measure === 'orders' && (complement ? isNone(test) : isSome(test))
  const members = nothing
    ? nobody
    : (planCategory(asked, selected, existence, ctx) ??
      (existence
        ? planItems(asked, isSelected(selected, ctx), ctx)
        : planGroups(asked, isSelected(selected, ctx), complement, ctx)))
  return complement ? not(members) : members
}

/** People with a line in scope outside the selection. */
export function planOutside(asked: Scope & Selection, ctx: PlanContext): SetPlan {
  if (isEmpty(boundsIn(asked.within, ctx))) return nobody
  const outside = sql<boolean>`(${isSelected(selectedIds(asked, ctx), ctx)}) IS NOT TRUE`
  return planItems(asked, outside, ctx)
}

const planItems = (scope: Scope, lines: RawBuilder<boolean>, ctx: PlanContext): SetPlan =>
  cutByCustomer(
    ctx.dialect,
    sql`SELECT i.customer_id FROM ${itemsIn(scope)}
        WHERE ${allOf([inPiece('i.customer_id'), lines, ...itemRows(scope, ctx)])}`,
  )

function planGroups(
  asked: LinesTest,
  lines: RawBuilder<boolean>,
  complement: boolean,
  ctx: PlanContext,
): SetPlan {
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT i.customer_id FROM ${itemsIn(asked)}
        WHERE ${allOf([inPiece('i.customer_id'), lines, ...itemRows(asked, ctx)])}
        GROUP BY i.customer_id HAVING ${lineTest(asked, complement)}`,
  )
}

function lineTest({ measure, test }: LinesTest, complement: boolean): RawBuilder<boolean> {
  if (measure === 'quantity') return comparisonRaw(sql`sum(i.quantity)`, test, { complement })
  if (measure === 'spend') return comparisonRaw(sql`sum(i.quantity * i.price)`, test, { complement })
  return isMoreThanOne(test, complement)
    ? sql<boolean>`min(i.order_id) < max(i.order_id)`
    : comparisonRaw(sql`count(DISTINCT i.order_id)`, test, { complement })
}

/** The commonest question of all needs no list of the orders seen. */
const isMoreThanOne = ({ op, value }: Comparison, complement: boolean): boolean =>
  complement
    ? (op === '<' && value === 2) || (op === '<=' && value === 1)
    : (op === '>' && value === 1) || (op === '>=' && value === 2)

/** What the rows per customer and category know, where the question is theirs. */
function planCategory(
  { measure, test, within, where }: LinesTest,
  { by, ids }: SelectedIds,
  existence: boolean,
  ctx: PlanContext,
): SetPlan | undefined {
  const bounds = boundsIn(within, ctx)
  if (by !== 'category' || where !== undefined || !ctx.factsHold || bounds.to !== ctx.now) return undefined
  const tests = [inPiece('c.customer_id'), ctx.dialect.oneOf(sql`c.category_id`, ids)]
  if (!existence) {
    // Orders that hold several of the categories would be counted once for each.
    if (measure !== 'orders' || ids.length > 1 || within !== undefined) return undefined
    tests.push(comparisonRaw(sql`c.orders`, test, { complement: compare(0, test) }))
  }
  if (bounds.from !== undefined) tests.push(sql<boolean>`c.last_at >= ${bounds.from}`)
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT c.customer_id FROM customer_category AS c WHERE ${allOf(tests)}`,
  )
}
