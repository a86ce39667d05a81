import type { Expression, Query } from '../../criteria/sql/expression.ts'
import { listedRows, type Members } from '../../criteria/sql/members.ts'
import type { SqlContext, SqlReading } from '../../criteria/sql/reading.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { measureOf, shareIn } from './rank-measure-from-sql.ts'
import { ownRanked } from './rank-own-from-sql.ts'
import { takeRankedScope } from './rank-scope-from-sql.ts'
import { GROUPS } from './rank-values.ts'
import type { RankCondition } from './rank.ts'

type Group = (typeof GROUPS)[number]

/** `… WHERE place <= 3`, where ROW_NUMBER() counts the places within each country or the like. */
export function perFromSql({ rows, not }: Members, ctx: SqlContext): SqlReading {
  const [test, another] = rows.tests
  const placed = rows.source.query
  const valued = placed?.from[0]?.query
  if (test === undefined || another !== undefined || placed === undefined || valued === undefined)
    return undefined
  const direction = directionOf(placed)
  const size = sizeOf(test)
  const per = groupOf(columnOf(valued, 'per'))
  const ranked = rankedBy(valued, ctx)
  if (direction === undefined || size === undefined || per === undefined || ranked === undefined)
    return undefined
  const rank: RankCondition = { type: 'rank', direction, ...size, per, ...ranked }
  return not ? { none: [rank] } : rank
}

const columnOf = ({ columns }: Query, name: string): Expression | undefined =>
  columns.find(({ as }) => as === name)?.of

function directionOf(placed: Query): RankCondition['direction'] | undefined {
  const place = columnOf(placed, 'place')
  const [first] = place?.kind === 'call' && place.name === 'row_number' ? (place.over?.orderBy ?? []) : []
  if (first === undefined || !isNamed('value')(first.of)) return undefined
  return first.descending ? 'top' : 'bottom'
}

function sizeOf(test: Expression): Pick<RankCondition, 'customers' | 'percent'> | undefined {
  if (test.kind !== 'compare' || test.op !== '<=' || !isNamed('place')(test.left)) return undefined
  if (test.right.kind === 'number') return { customers: test.right.value }
  const percent = shareIn(test.right, isNamed('ranked'))
  return percent === undefined ? undefined : { percent }
}

/** `(SELECT country_key FROM v_customers WHERE id = customer_id)`, or the column itself. */
function groupOf(part: Expression | undefined): Group | undefined {
  const column = part?.kind === 'query' ? part.query.columns[0]?.of : part
  return column?.kind === 'column' ? GROUPS.find((group) => `${group}_key` === column.name) : undefined
}

function rankedBy(
  valued: Query,
  ctx: SqlContext,
): Pick<RankCondition, 'by' | 'within' | 'where' | 'of' | 'among'> | undefined {
  const value = columnOf(valued, 'value')
  const [source] = valued.from
  if (value === undefined || source === undefined) return undefined
  if (source.view === 'v_customers') return ownRanked(value, valued, ctx)
  const by = measureOf(value, source.view)
  const owner: Expression = { kind: 'column', table: source.alias, name: 'customer_id' }
  const rows = listedRows({ ...valued, columns: [{ of: owner }] }, 'customer')
  if (by === undefined || rows === undefined) return undefined
  const left = [...rows.tests]
  const scope = takeRankedScope(left, rows.view, ctx)
  return left.length > 0 ? undefined : { by, ...scope }
}
