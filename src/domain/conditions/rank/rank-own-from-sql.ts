import { isCount } from '../../criteria/sql/aggregate.ts'
import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import type { SqlContext, SqlReading } from '../../criteria/sql/reading.ts'
import { take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { isDrawn, shareIn } from './rank-measure-from-sql.ts'
import { amongIn } from './rank-scope-from-sql.ts'
import type { OwnMeasure } from './rank-values.ts'
import type { RankCondition } from './rank.ts'

/**
 * `customer.id IN (SELECT id FROM v_customers WHERE created_at <= … ORDER BY created_at DESC, id LIMIT 500)`: ranked by
 * what everybody has; or drawn at random.
 */
export function ownRankFromSql(test: Expression, ctx: SqlContext): SqlReading {
  if (test.kind !== 'in_query' || !isNamed('id')(test.of)) return undefined
  const { limit, orderBy, from } = test.query
  const [source] = from
  const [first] = orderBy
  const ranked = first === undefined ? undefined : ownRanked(first.of, test.query, ctx)
  const size = limit === undefined || ranked === undefined ? undefined : sizeOf(limit, ranked, ctx)
  if (source?.view !== 'v_customers' || ranked === undefined || size === undefined) return undefined
  const rank: RankCondition = {
    type: 'rank',
    direction: first?.descending ? 'top' : 'bottom',
    ...size,
    ...ranked,
  }
  return test.not ? { none: [rank] } : rank
}

type OwnRank = Pick<RankCondition, 'within' | 'among'> & { readonly by: OwnMeasure }

/** What customers are ordered by, and which of them; undefined where something else narrows them. */
export function ownRanked(
  value: Expression,
  { where }: Pick<Query, 'where'>,
  ctx: SqlContext,
): OwnRank | undefined {
  const by = isDrawn(value, 'id') ? 'random' : isNamed('created_at')(value) ? 'signed_up' : undefined
  if (by === undefined) return undefined
  const tests = [...conjunctsOf(where)]
  const among = take(tests, (test) => amongIn(test, 'id', ctx))
  const before = tests.length
  const { within } = by === 'random' ? {} : takeWindow(tests, isNamed('created_at'), ctx)
  // Nobody whose date is unknown, or lies ahead, is ranked by it.
  if (tests.length > 0 || (by === 'signed_up' && before === 0)) return undefined
  return { by, ...(within && { within }), ...(among && { among }) }
}

/** `100`, or a share of those who have a value: `(SELECT (10 * COUNT(*) + 99) / 100 FROM v_customers WHERE …)`. */
function sizeOf(
  limit: Expression,
  ranked: OwnRank,
  ctx: SqlContext,
): Pick<RankCondition, 'customers' | 'percent'> | undefined {
  if (limit.kind === 'number') return { customers: limit.value }
  if (limit.kind !== 'query') return undefined
  const [column, another] = limit.query.columns
  if (column === undefined || another !== undefined) return undefined
  const value: Expression = { kind: 'column', table: limit.query.from[0]?.alias ?? '', name: 'created_at' }
  const counted = ownRanked(value, limit.query, ctx)
  if (JSON.stringify(counted) !== JSON.stringify(ranked)) return undefined
  const percent = shareIn(column.of, (part) => isCount(part, 'id'))
  return percent === undefined ? undefined : { percent }
}
