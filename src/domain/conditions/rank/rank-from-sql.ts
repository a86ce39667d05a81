import { isCallOf, isCount, unwrapped } from '../../criteria/sql/aggregate.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import { listedRows, type Rows } from '../../criteria/sql/members.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { numberOf } from '../../criteria/sql/take.ts'
import { orderMeasure } from '../orders/orders-from-sql.ts'
import { takeOrderScope } from '../shared/order-rows-from-sql.ts'
import type { Scope } from '../shared/order-rows.ts'
import type { RankCondition } from './rank.ts'

/** `… GROUP BY customer_id ORDER BY SUM(total) DESC LIMIT 100` */
export function rankFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_orders') return undefined
  const { rows, not, shown } = test
  const { limit, orderBy } = rows
  if (limit === undefined || rows.groupBy.length > 0 || rows.having.length > 0 || rows.next !== undefined)
    return undefined
  const scope = scopeOf(rows, ctx)
  const [first, tie, third] = orderBy
  const by = first && measureOf(first.of)
  if (scope === undefined || by === undefined || third !== undefined || (tie && !isId(tie.of))) {
    return unread(shown, 'ranks customers by what Muster does not rank by', NEXT)
  }
  const size = sizeOf(limit, scope, ctx)
  if (size === undefined) return unread(limit, 'is no number of customers', 'Give a whole number.')
  const rank: RankCondition = {
    type: 'rank',
    by,
    direction: first?.descending ? 'top' : 'bottom',
    ...size,
    ...scope,
  }
  return not ? { none: [rank] } : rank
}

const NEXT =
  'Order by SUM(total), COUNT(*), AVG(total), MAX(total), MIN(ordered_at) or MAX(ordered_at), over all orders of a window.'

const isId = (part: Expression): boolean => part.kind === 'column' && part.name === 'customer_id'

/** The window; undefined where orders are narrowed by anything else. */
function scopeOf({ tests }: Rows, ctx: SqlContext): Pick<Scope, 'within'> | undefined {
  const left = [...tests]
  const { within, where } = takeOrderScope(left, ctx)
  if (left.length > 0 || where !== undefined) return undefined
  return within === undefined ? {} : { within }
}

function measureOf(part: Expression): RankCondition['by'] | undefined {
  const { part: value } = unwrapped(part)
  if (isCallOf(value, 'max', 'ordered_at')) return 'last_date'
  if (isCallOf(value, 'min', 'ordered_at')) return 'first_date'
  if (isMinorAverage(value)) return 'average'
  const measure = orderMeasure(part)
  if (measure === 'count') return 'orders'
  return measure === 'discount' ? undefined : measure
}

/** `ROUND(100 * SUM(total)) / COUNT(*)`, as sqlView writes an average in whole minor units. */
function isMinorAverage(value: Expression): boolean {
  if (value.kind !== 'binary' || value.op !== '/' || !isCount(value.right, 'id')) return false
  const { part: sum } = unwrapped(value.left)
  return (
    sum.kind === 'binary' &&
    sum.op === '*' &&
    numberOf(sum.left) !== undefined &&
    isCallOf(sum.right, 'sum', 'total')
  )
}

/** `100`, or a share of those who have a value: `(SELECT (10 * COUNT(DISTINCT customer_id) + 99) / 100 FROM …)`. */
function sizeOf(
  limit: Expression,
  scope: Pick<Scope, 'within'>,
  ctx: SqlContext,
): Pick<RankCondition, 'customers' | 'percent'> | undefined {
  if (limit.kind === 'number') return Number.isInteger(limit.value) ? { customers: limit.value } : undefined
  if (limit.kind !== 'query') return undefined
  const [column, another] = limit.query.columns
  const [source] = limit.query.from
  if (column === undefined || another !== undefined || source === undefined) return undefined
  const owners: Expression = { kind: 'column', table: source.alias, name: 'customer_id' }
  const rows = listedRows({ ...limit.query, columns: [{ of: owners }] }, 'customer')
  const counted = rows?.view === 'v_orders' && rows.having.length === 0 ? scopeOf(rows, ctx) : undefined
  if (counted === undefined || JSON.stringify(counted) !== JSON.stringify(scope)) return undefined
  const share = shareOf(column.of)
  return share === undefined ? undefined : { percent: share }
}

function shareOf(part: Expression): number | undefined {
  if (part.kind !== 'binary' || part.op !== '/' || part.left.kind !== 'binary' || part.left.op !== '+')
    return undefined
  const [whole, rest, product] = [numberOf(part.right), numberOf(part.left.right), part.left.left]
  if (whole === undefined || rest !== whole - 1 || product.kind !== 'binary' || product.op !== '*')
    return undefined
  const share = numberOf(product.left)
  const counted = product.right.kind === 'call' && product.right.distinct === true
  return share === undefined || !counted || !isCallOf(product.right, 'count', 'customer_id')
    ? undefined
    : Math.round((10_000 * share) / whole) / 100
}
