import { isCount } from '../../criteria/sql/aggregate.ts'
import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import type { SqlContext, SqlReading } from '../../criteria/sql/reading.ts'
import { take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { isDrawn, sizeIn } from './rank-measure-from-sql.ts'
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
  if (source?.view !== 'v_customers' || limit === undefined || ranked === undefined) return undefined
  const size = sizeIn(limit, isCounted, (counted) => isOfThose(counted, ranked, ctx))
  if (size === undefined) return undefined
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

/** `(SELECT (10 * COUNT(*) + 99) / 100 FROM v_customers WHERE …)`: whether it counts those who are ranked. */
function isOfThose(counted: Query, ranked: OwnRank, ctx: SqlContext): boolean {
  const value: Expression = { kind: 'column', table: counted.from[0]?.alias ?? '', name: 'created_at' }
  return JSON.stringify(ownRanked(value, counted, ctx)) === JSON.stringify(ranked)
}

const isCounted = (part: Expression): boolean => isCount(part, 'id')
