import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { Bounds } from '../../time/bounds.ts'
import type { Window } from '../../time/window.ts'
import { type Comparison, compare, isNone, isSome, leastOf } from '../shared/comparison.ts'
import { comparisonRaw } from '../shared/comparison-sql.ts'
import type { PlanContext } from '../define.ts'
import { AGGREGATES, type Aggregate } from './order-aggregates.ts'
import type { Contained } from '../shared/filters.ts'
import { boundsIn, orderRows, type Scope } from '../shared/order-rows.ts'
import { isSelected, selectedIds } from '../shared/selection.ts'
import { planTotals } from './order-totals.ts'
import {
  allOf,
  byFacts,
  byTime,
  cutByCustomer,
  cutByTime,
  inBounds,
  inPiece,
  isEmpty,
  nobody,
  not,
} from '../shared/set-query.ts'

/** An aggregate over the orders in scope, compared; money in minor units. */
export interface AggregateTest extends Scope {
  readonly aggregate: Aggregate
  readonly test: Comparison
}

/**
 * Lifetime tests read the facts rows; "ordered in a window" reads the orders by time; everything else passes
 * over the facts rows with what is cheap to know there and looks at a customer's orders where that holds.
 * What people without an order pass is read as everybody but those who fail it.
 */
export function planAggregate(asked: AggregateTest, ctx: PlanContext): SetPlan {
  const { aggregate, test } = asked
  const complement = AGGREGATES[aggregate].empty === 0 && compare(0, test)
  const bounds = boundsIn(asked.within, ctx)
  if (isEmpty(bounds)) return complement ? not(nobody) : nobody
  if (asked.within === undefined && asked.where === undefined && ctx.factsHold) return planFacts(asked, ctx)
  const existence = aggregate === 'count' && (complement ? isNone(test) : isSome(test))
  const members = existence
    ? planExistence(asked, bounds, ctx)
    : (planTotals(asked, bounds, complement, ctx) ?? planSeek(asked, bounds, complement, ctx))
  return complement ? not(members) : members
}

/** The instant of the first or the last counted order lies in a window. */
export function planDate(which: 'first_date' | 'last_date', during: Window, ctx: PlanContext): SetPlan {
  const bounds = boundsIn(during, ctx)
  if (isEmpty(bounds)) return nobody
  // Later orders never change which was the first, but the facts' last one may be dated after now.
  if (which === 'first_date') return factsDate('f.first_at', bounds, ctx)
  if (ctx.factsHold) return factsDate('f.last_at', bounds, ctx)
  const last = inBounds(sql`max(o.ordered_at)`, bounds)
  return facts(ctx, hasOrders(orderRows({}, ctx), last))
}

const facts = (ctx: PlanContext, ...tests: RawBuilder<boolean>[]): SetPlan => byFacts(ctx.dialect, tests)

/** These two columns have indexes of their own. */
const factsDate = (column: 'f.first_at' | 'f.last_at', bounds: Bounds, { dialect }: PlanContext): SetPlan =>
  byFacts(
    dialect,
    [inBounds(sql.ref(column), bounds)],
    byTime(dialect, sql`SELECT f.id FROM facts AS f WHERE ${inPiece(column)}`, bounds),
  )

function planFacts({ aggregate, test }: AggregateTest, ctx: PlanContext): SetPlan {
  const { facts: lifetime, perOrder } = AGGREGATES[aggregate]
  if (!perOrder) return facts(ctx, comparisonRaw(lifetime, test))
  return facts(
    ctx,
    sql<boolean>`f.orders > 0`,
    comparisonRaw(lifetime, test, { scaled: (value) => sql`${value} * f.orders` }),
  )
}

function planExistence(scope: Scope, bounds: Bounds, ctx: PlanContext): SetPlan {
  if (scope.where === undefined) {
    if (bounds.from === undefined) return facts(ctx, sql<boolean>`f.first_at <= ${bounds.to}`)
    if (bounds.to === ctx.now && ctx.factsHold) return factsDate('f.last_at', bounds, ctx)
  }
  const { contains, only } = scope.where ?? {}
  const held = contains?.[0] ?? only
  if (held !== undefined) return planHolding(held, scope, ctx)
  const rows = [inPiece('o.ordered_at'), ...orderRows(scope, ctx)]
  return cutByTime(ctx.dialect, sql`SELECT o.customer_id FROM orders AS o WHERE ${allOf(rows)}`, bounds)
}

/** Orders that hold a line of some products, from the lines: most orders hold none. */
function planHolding({ units: _units, ...of }: Contained, scope: Scope, ctx: PlanContext): SetPlan {
  const selected = selectedIds({ of }, ctx)
  if (selected.ids.length === 0) return nobody
  const rows = [
    inPiece('i.customer_id'),
    sql<boolean>`i.counted = 1`,
    isSelected(selected, ctx),
    inBounds(sql`i.ordered_at`, boundsIn(scope.within, ctx)),
    ...orderRows(scope, ctx),
  ]
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT i.customer_id FROM items AS i JOIN orders AS o ON o.id = i.order_id WHERE ${allOf(rows)}`,
  )
}

function planSeek(asked: AggregateTest, bounds: Bounds, complement: boolean, ctx: PlanContext): SetPlan {
  const { rows, perOrder, ceiling } = AGGREGATES[asked.aggregate]
  const least = leastOf(asked.test, { complement })
  const guards = [sql<boolean>`f.first_at <= ${bounds.to}`]
  if (bounds.from !== undefined) guards.push(sql<boolean>`f.last_at >= ${bounds.from}`)
  if (least !== undefined && ceiling !== undefined) guards.push(sql<boolean>`${ceiling} >= ${least}`)
  const scaled = perOrder ? { scaled: (value: number) => sql`${value} * count(*)` } : {}
  const having = comparisonRaw(rows, asked.test, { complement, ...scaled })
  return facts(ctx, ...guards, hasOrders(orderRows(asked, ctx), having))
}

const hasOrders = (rows: readonly RawBuilder<boolean>[], having: RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`EXISTS (
    SELECT 1 FROM orders AS o WHERE ${allOf([sql<boolean>`o.customer_id = f.id`, ...rows])}
    GROUP BY o.customer_id HAVING ${having})`
