import { isCallOf } from '../../criteria/sql/aggregate.ts'
import type { Expression, Query } from '../../criteria/sql/expression.ts'
import { listedRows, type Rows } from '../../criteria/sql/members.ts'
import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { perFromSql } from './rank-per-from-sql.ts'
import { measureOf, sizeIn } from './rank-measure-from-sql.ts'
import { ownRankFromSql } from './rank-own-from-sql.ts'
import { type RankedScope, takeRankedScope } from './rank-scope-from-sql.ts'
import type { RankCondition } from './rank.ts'

/** `… GROUP BY customer_id ORDER BY SUM(total) DESC LIMIT 100` */
export function rankFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind === 'columns') return ownRankFromSql(test.test, ctx)
  if (test.rows.view === undefined) return perFromSql(test, ctx)
  if (test.rows.view !== 'v_orders' && test.rows.view !== 'v_items') return undefined
  const { rows, not, shown } = test
  const { limit, orderBy } = rows
  if (limit === undefined || rows.groupBy.length > 0 || rows.having.length > 0 || rows.next !== undefined)
    return undefined
  const scope = scopeOf(rows, ctx)
  const [first, tie, third] = orderBy
  const by = first && measureOf(first.of, rows.view)
  if (scope === undefined || by === undefined || third !== undefined || (tie && !isOwner(tie.of))) {
    return unread(shown, 'ranks customers by what Muster does not rank by', NEXT)
  }
  const size = sizeIn(limit, isCounted, (counted) => isOfThose(counted, scope, ctx))
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
  'Order by SUM(total), COUNT(*), AVG(total), MAX(total), MIN(ordered_at) or MAX(ordered_at) over orders, or by SUM(quantity * price), SUM(quantity) or COUNT(DISTINCT order_id) over order lines.'

const isOwner = isNamed('customer_id')

/** What narrows the rows; undefined where something else does. */
function scopeOf({ tests, view }: Rows, ctx: SqlContext): RankedScope | undefined {
  const left = [...tests]
  const scope = takeRankedScope(left, view, ctx)
  return left.length > 0 ? undefined : scope
}

/** `(SELECT (10 * COUNT(DISTINCT customer_id) + 99) / 100 FROM …)`: whether it counts those who are ranked. */
function isOfThose(counted: Query, scope: RankedScope, ctx: SqlContext): boolean {
  const [source] = counted.from
  if (source === undefined) return false
  const owners: Expression = { kind: 'column', table: source.alias, name: 'customer_id' }
  const rows = listedRows({ ...counted, columns: [{ of: owners }] }, 'customer')
  const found = rows !== undefined && rows.having.length === 0 ? scopeOf(rows, ctx) : undefined
  return found !== undefined && JSON.stringify(found) === JSON.stringify(scope)
}

const isCounted = (part: Expression): boolean =>
  part.kind === 'call' && part.distinct === true && isCallOf(part, 'count', 'customer_id')
