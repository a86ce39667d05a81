import { aggregated, comparedCriteria, isCallOf, isCount, unwrapped } from '../../criteria/sql/aggregate.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import type { Members } from '../../criteria/sql/members.ts'
import { type SqlContext, type SqlReading, unread } from '../../criteria/sql/reading.ts'
import { numberOf } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { takeOrderScope } from '../shared/order-rows-from-sql.ts'
import type { Scope } from '../shared/order-rows.ts'
import { AGGREGATES, type Aggregate } from './order-aggregates.ts'

/** Rows of `v_orders`: that there are any, how many, or what they come to. */
export function ordersFromSql(members: Members, ctx: SqlContext): SqlReading {
  const { rows, not } = members
  if (
    rows.view !== 'v_orders' ||
    rows.groupBy.length > 0 ||
    rows.limit !== undefined ||
    rows.next !== undefined
  )
    return undefined
  const tests = [...rows.tests]
  const scope = takeOrderScope(tests, ctx)
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that orders can be narrowed by')
  if (rows.having.length === 0) return { type: 'orders', measure: 'count', ...(not ? NONE : SOME), ...scope }
  const having = [...rows.having]
  const parts: Criteria[] = [...datesIn(having, scope, ctx)]
  // NOT of several is NOT of all of them together.
  const asked = rows.having.length > 1 ? { ...members, not: false } : members
  for (const test of having) {
    const compared = comparedOrders(test, asked, scope)
    if (compared === undefined) return unread(test, 'is no measure of orders')
    parts.push(compared)
  }
  const [only] = parts
  const all: Criteria = only !== undefined && parts.length === 1 ? only : { all: parts }
  return not && (asked !== members || isDate(all)) ? { none: [all] } : all
}

const SOME = { op: '>=', value: 1 } as const
const NONE = { op: '=', value: 0 } as const

const isDate = (criteria: Criteria): boolean =>
  'type' in criteria && criteria.type === 'orders' && criteria.during !== undefined

/** When the first or last order was. */
function datesIn(having: Expression[], scope: Scope, ctx: SqlContext): Criteria[] {
  if (scope.where !== undefined || scope.within !== undefined) return []
  return (['first_date', 'last_date'] as const).flatMap((measure) => {
    const extreme = measure === 'first_date' ? 'min' : 'max'
    const { within } = takeWindow(having, (part) => isCallOf(part, extreme, 'ordered_at'), ctx)
    return within === undefined ? [] : [{ type: 'orders', measure, during: within } as const]
  })
}

const sumOf =
  (column: string) =>
  (part: Expression): boolean =>
    isCallOf(part, 'sum', column)

/** `SUM(total - refunded_total)`, `SUM(total) - SUM(refunded_total)` */
function isNetSum(part: Expression): boolean {
  const minus = (one: Expression | undefined, of: (side: Expression, column: string) => boolean): boolean =>
    one?.kind === 'binary' && one.op === '-' && of(one.left, 'total') && of(one.right, 'refunded_total')
  if (part.kind === 'call' && part.name === 'sum' && part.args.length === 1) {
    return minus(part.args[0], (side, column) => side.kind === 'column' && side.name === column)
  }
  return minus(part, (side, column) => isCallOf(unwrapped(side).part, 'sum', column))
}

/** `SUM(total) / COUNT(*)`, `AVG(total)` */
function isAverage(part: Expression): boolean {
  if (isCallOf(part, 'avg', 'total')) return true
  return (
    part.kind === 'binary' &&
    part.op === '/' &&
    isCallOf(unwrapped(part.left).part, 'sum', 'total') &&
    isCount(part.right, 'id')
  )
}

const MEASURES: Readonly<Record<Aggregate, (part: Expression) => boolean>> = {
  count: (part) => isCount(part, 'id'),
  spend: sumOf('total'),
  net_spend: isNetSum,
  discount: sumOf('discount_total'),
  average: isAverage,
  largest: (part) => isCallOf(part, 'max', 'total'),
  smallest: (part) => isCallOf(part, 'min', 'total'),
}

export const orderMeasure = (part: Expression): Aggregate | undefined =>
  (['count', 'spend', 'net_spend', 'discount', 'average', 'largest', 'smallest'] as const).find((name) =>
    MEASURES[name](unwrapped(part).part),
  )

/** `80 * COUNT(*)`: an average compares its sum with so much for each order. */
function perOrder(part: Expression): number | undefined {
  const { part: product } = unwrapped(part)
  if (product.kind !== 'binary' || product.op !== '*' || !isCount(product.right, 'id')) return undefined
  return numberOf(product.left)
}

function comparedOrders(having: Expression, members: Members, scope: Scope): Criteria | undefined {
  const averaged = aggregated(having, MEASURES.spend, perOrder)
  const measure = averaged === undefined ? measureIn(having) : 'average'
  if (measure === undefined) return undefined
  const found = averaged ?? aggregated(having, MEASURES[measure])
  if (found === undefined) return undefined
  return comparedCriteria({
    members,
    aggregated: found,
    counts: measure === 'count',
    empty: AGGREGATES[measure].empty,
    condition: (test) => ({ type: 'orders', measure, ...test, ...scope }),
    some: { type: 'orders', measure: 'count', ...SOME, ...scope },
  })
}

function measureIn(having: Expression): Aggregate | undefined {
  if (having.kind === 'between') return orderMeasure(having.of)
  return having.kind === 'compare' ? (orderMeasure(having.left) ?? orderMeasure(having.right)) : undefined
}
