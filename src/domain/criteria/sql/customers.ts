import { canonicalJson } from '#kernel/hash.ts'
import { ENTITIES } from '../../entities/entity.ts'
import { normalCriteria } from '../normal.ts'
import type { Criteria } from '../schema.ts'
import type { SqlReader } from '../from-sql.ts'
import { type Expression, type Query, type Source } from './expression.ts'
import { joinedIn } from './joined.ts'
import { listedRows, type Members } from './members.ts'
import { OWNERS, SUBJECT_VIEWS, subjectOf } from './subjects.ts'
import { unreadable } from './node.ts'
import type { SqlContext } from './reading.ts'

/** How sqlView marks the parts that are segments. */
export const SEGMENT_PART = 'segment: '

/** The customers that one SELECT names: of the customers themselves, of rows of theirs, or of a named part. */
export function customersIn(query: Query, ctx: SqlContext, reader: SqlReader): Criteria {
  const [source, ...others] = query.from
  if (source === undefined) throw unreadable('SELECT without FROM')
  if (others.length > 0) return joinedCriteria(query, ctx, reader)
  const owned = ownedRows(query, source)
  if (owned !== undefined) return ownersCriteria(owned, ctx, reader)
  if (query.groupBy.length > 0 || query.having !== undefined)
    throw unreadable('GROUP BY', 'Group rows in a subquery.')
  if (query.limit !== undefined) {
    throw unreadable('LIMIT', 'Rank customers by their orders: ORDER BY SUM(total) DESC LIMIT 100.')
  }
  const { where } = query
  const own = where === undefined ? undefined : reader.trueFor(where, ctx)
  if (source.query === undefined) {
    if (own === undefined) throw reader.everybody()
    return own
  }
  const inner = segmentIn(source, ctx, reader) ?? reader.query(source.query, ctx)
  return own === undefined ? inner : { all: [inner, own] }
}

/** `SELECT customer_id FROM v_orders …` */
function ownedRows(query: Query, source: Source): Members | undefined {
  const names = query.columns.map(({ of }) => (of.kind === 'column' ? of.name : undefined))
  const entity = ENTITIES.find((one) => names.includes(OWNERS[one]))
  if (entity === undefined || (subjectOf(source.view) !== undefined && names.includes('id'))) return undefined
  if (query.having !== undefined && query.groupBy.length === 0) {
    throw unreadable(
      'HAVING',
      `Group the rows by whose they are: GROUP BY ${OWNERS[entity]}.`,
      'is of all rows together',
    )
  }
  const { view, alias } = source
  const of: Expression = {
    kind: 'column',
    table: alias,
    name: OWNERS[entity],
    ...(view === undefined ? {} : { view }),
  }
  const rows = listedRows({ ...query, columns: [{ of }] }, entity)
  return rows && { kind: 'members', entity, rows, not: false, shown: { kind: 'query', query } }
}

/** Tests of whose the rows are say nothing of the rows: `AND customer_id NOT IN (SELECT …)`. */
function ownersCriteria(members: Members, ctx: SqlContext, reader: SqlReader): Criteria {
  const { entity, rows } = members
  const isOwners = (test: Expression): boolean =>
    test.kind === 'in_query' && test.of.kind === 'column' && test.of.name === OWNERS[entity]
  const theirs = rows.tests.filter(isOwners)
  if (theirs.length === 0 || rows.limit !== undefined || rows.next !== undefined)
    return membersCriteria(members, ctx, reader)
  const tests = rows.tests.filter((test) => !isOwners(test))
  const id: Expression = {
    kind: 'column',
    table: SUBJECT_VIEWS[entity],
    view: SUBJECT_VIEWS[entity],
    name: 'id',
  }
  return {
    all: [
      membersCriteria({ ...members, rows: { ...rows, tests } }, ctx, reader),
      ...theirs.map((test) => reader.trueFor(test.kind === 'in_query' ? { ...test, of: id } : test, ctx)),
    ],
  }
}

function joinedCriteria(query: Query, ctx: SqlContext, reader: SqlReader): Criteria {
  const { customers, members } = joinedIn(query)
  const rows = membersCriteria(members, ctx, reader)
  return customers.length === 0 ? rows : { all: [reader.trueFor({ kind: 'and', of: customers }, ctx), rows] }
}

function membersCriteria(members: Members, ctx: SqlContext, reader: SqlReader): Criteria {
  const reading = reader.attempt(members, ctx)
  if (reading === undefined) throw reader.inexpressible({ unread: members.shown })
  if ('unread' in reading) throw reader.inexpressible(reading)
  return reading
}

/** A segment by its name, as long as it still is what the statement says. */
function segmentIn({ part, query }: Source, ctx: SqlContext, reader: SqlReader): Criteria | undefined {
  if (part?.startsWith(SEGMENT_PART) !== true || query === undefined) return undefined
  const written = normalCriteria(reader.query(query, ctx))
  const name = part.slice(SEGMENT_PART.length)
  const id = ctx.segmentId(name) ?? ctx.segmentId(/ \(([^()]+)\)$/.exec(name)?.[1] ?? '')
  if (id === undefined) return written
  const meaning = ctx.segment(id)
  const same =
    meaning.kind === 'criteria' && canonicalJson(normalCriteria(meaning.criteria)) === canonicalJson(written)
  if (same) return { type: 'segment', segment: id }
  ctx.assume(`The segment ${name} is different by now, so its criteria are written out.`)
  return written
}
