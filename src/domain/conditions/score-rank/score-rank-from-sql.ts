import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import type { Condition } from '../index.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { ScoreRankAsked } from './score-rank-shape.ts'

type Found = Omit<ScoreRankAsked, 'by'>

/** What a rank holds, its SELECT without the group that is ranked, and that group. */
interface Ranked {
  readonly rank: Found
  readonly query: Query
  readonly group: Query | undefined
}

/** `company.id IN (SELECT id FROM v_companies WHERE … ORDER BY icp_score DESC, id LIMIT 50)`, as it is printed. */
export function scoreRankFromSql(
  test: SqlTest,
  ctx: SqlContext,
  ranks: (found: Found) => readonly Condition[],
): SqlReading {
  if (test.kind !== 'columns') return undefined
  const listed = test.test
  if (listed.kind !== 'in_query' || !isNamed('id')(listed.of)) return undefined
  const found = firstIn(listed.query) ?? firstOfEach(listed.query)
  if (found === undefined) return undefined
  // Criteria can be written in many ways: whoever is ranked is read by itself, and the rest held against its print.
  const plain = { ...listed, query: found.query }
  const which = ranks(found.rank).findIndex((rank) => ctx.printed([rank], plain) !== undefined)
  if (which < 0) return undefined
  const among = found.group === undefined ? {} : { among: ctx.criteria(found.group) }
  const condition = ranks({ ...found.rank, ...among })[which]
  return condition && (listed.not ? { none: [condition] } : condition)
}

function firstIn(query: Query): Ranked | undefined {
  const { limit, orderBy } = query
  if (limit?.kind !== 'number' || orderBy.length === 0) return undefined
  return { rank: { top: limit.value }, ...withoutGroup(query) }
}

/** `SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY company_id …) AS place …) WHERE place <= 3` */
function firstOfEach(query: Query): Ranked | undefined {
  const { from, where } = query
  const [source, another] = from
  if (source?.query === undefined || another !== undefined || where?.kind !== 'compare') return undefined
  if (where.op !== '<=' || !isNamed('place')(where.left) || where.right.kind !== 'number') return undefined
  const placed = withoutGroup(source.query)
  return {
    rank: { top: where.right.value, per: 'company' },
    query: { ...query, from: [{ ...source, query: placed.query }] },
    group: placed.group,
  }
}

/** Takes out `id IN (SELECT id FROM v_people AS person WHERE …)`: those who are ranked. */
function withoutGroup(query: Query): Pick<Ranked, 'query' | 'group'> {
  const tests = conjunctsOf(query.where)
  const group = tests.find(isGroup)
  if (group === undefined) return { query, group: undefined }
  const [first, ...others] = tests.filter((test) => test !== group)
  if (first === undefined) return { query, group: undefined }
  const where: Expression = others.length === 0 ? first : { kind: 'and', of: [first, ...others] }
  return { query: { ...query, where }, group: group.query }
}

const isGroup = (test: Expression): test is Extract<Expression, { kind: 'in_query' }> =>
  test.kind === 'in_query' && !test.not && isNamed('id')(test.of)
