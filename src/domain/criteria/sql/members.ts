import type { Entity } from '../../entities/entity.ts'
import { conjunctsOf, negated, type Expression, type Order, type Query, type Source } from './expression.ts'
import { opened } from './opened.ts'
import { OWNERS, subjectOf } from './subjects.ts'

/** Customers (companies, people) by rows of theirs in a view: who has such rows, or whose rows come to something. */
export interface Members {
  readonly kind: 'members'
  readonly entity: Entity
  readonly rows: Rows
  /** Everybody but those. */
  readonly not: boolean
  /** The whole test, as it is quoted. */
  readonly shown: Expression
}

export interface Rows {
  /** The view that the rows are of; undefined where an inner SELECT makes them. */
  readonly view?: string
  readonly source: Source
  readonly tests: readonly Expression[]
  readonly groupBy: readonly Expression[]
  readonly having: readonly Expression[]
  /** Customers without a row are tested as well: `(SELECT COUNT(*) …) < 3`. */
  readonly orNone?: true
  readonly orderBy: readonly Order[]
  readonly limit?: Expression
  /** Further rows, whose customers are added, taken away, or must be among them too. */
  readonly next?: { readonly op: 'union' | 'intersect' | 'except'; readonly rows: Rows }
}

/** Of whom an id is, where it is no row's own. */
const subjectIn = (part: Expression, inside: readonly Source[]): Entity | undefined =>
  part.kind === 'column' && part.name === 'id' && !inside.some(({ alias }) => alias === part.table)
    ? subjectOf(part.view)
    : undefined

const isOwner = (part: Expression, { alias }: Source, entity: Entity): boolean =>
  part.kind === 'column' && part.table === alias && part.name === OWNERS[entity]

/** `customer.id IN (SELECT customer_id …)`, `EXISTS (… = customer.id …)`, `(SELECT COUNT(*) …) > 3`. */
export function membersIn(test: Expression): Members | undefined {
  if (test.kind === 'in_query') {
    const entity = subjectIn(test.of, [])
    const rows = entity && listedRows(test.query, entity)
    return entity && rows && { kind: 'members', entity, rows, not: test.not, shown: test }
  }
  if (test.kind === 'exists') {
    const tied = tiedRows(test.query)
    return tied && { kind: 'members', ...tied, not: test.not, shown: test }
  }
  return comparedRows(test)
}

/** `(SELECT SUM(total) FROM v_orders WHERE customer_id = customer.id) > 500` */
function comparedRows(test: Expression): Members | undefined {
  const found = innerQuery(test)
  if (found === undefined) return undefined
  const { query, put } = found
  const [column, another] = query.columns
  if (column === undefined || another !== undefined || query.groupBy.length > 0) return undefined
  const tied = tiedRows(query)
  if (tied === undefined) return undefined
  return {
    kind: 'members',
    entity: tied.entity,
    rows: { ...tied.rows, having: [put(column.of)], orNone: true },
    not: false,
    shown: test,
  }
}

/** The inner SELECT of a comparison, and the comparison with something else in its place. */
function innerQuery(test: Expression): { query: Query; put: (other: Expression) => Expression } | undefined {
  if (test.kind === 'compare') {
    for (const side of ['left', 'right'] as const) {
      const part = test[side]
      if (part.kind === 'query') return { query: part.query, put: (other) => ({ ...test, [side]: other }) }
      // COALESCE((SELECT SUM(total) …), 0)
      const [inner, ...others] = part.kind === 'call' ? part.args : []
      if (part.kind !== 'call' || inner?.kind !== 'query') continue
      return {
        query: inner.query,
        put: (other) => ({ ...test, [side]: { ...part, args: [other, ...others] } }),
      }
    }
  }
  if (test.kind === 'between' && test.of.kind === 'query') {
    return { query: test.of.query, put: (other) => ({ ...test, of: other }) }
  }
  return undefined
}

/** The rows of a SELECT that names whose they are: `SELECT customer_id FROM …`. */
export function listedRows(given: Query, entity: Entity): Rows | undefined {
  const query = opened(given)
  const [source, another] = query.from
  const [column, second] = query.columns
  if (source === undefined || another !== undefined || column === undefined || second !== undefined)
    return undefined
  if (!isOwner(column.of, source, entity)) return undefined
  const { next } = query
  const further = next === undefined ? undefined : listedRows(next.query, entity)
  if (next !== undefined && further === undefined) return undefined
  return {
    ...rowsIn(query, source, entity, undefined),
    ...(next === undefined || further === undefined ? {} : { next: { op: next.op, rows: further } }),
  }
}

/** The rows of a SELECT that a test ties to somebody outside of it: `… WHERE o.customer_id = customer.id`. */
function tiedRows(given: Query): { entity: Entity; rows: Rows } | undefined {
  const query = opened(given)
  const [source, another] = query.from
  if (source === undefined || another !== undefined || query.next !== undefined) return undefined
  for (const test of conjunctsOf(query.where)) {
    const entity = tiedTo(test, source, query.from)
    if (entity !== undefined) return { entity, rows: rowsIn(query, source, entity, test) }
  }
  return undefined
}

const rowsIn = (
  { where, groupBy, having, orderBy, limit }: Query,
  source: Source,
  entity: Entity,
  tie: Expression | undefined,
): Rows => ({
  ...(source.view === undefined ? {} : { view: source.view }),
  source,
  tests: flat(where).filter((test) => test !== tie),
  groupBy: groupBy.filter((part) => !isOwner(part, source, entity)),
  having: flat(having),
  orderBy,
  ...(limit === undefined ? {} : { limit }),
})

/** All tests that must hold, whatever stands in parentheses, with NOT moved into them. */
const flat = (test: Expression | undefined): readonly Expression[] =>
  conjunctsOf(test).flatMap((part) => {
    if (part.kind === 'and') return flat(part)
    const opposite = part.kind === 'not' ? negated(part.of) : part
    return opposite.kind === 'and' ? flat(opposite) : [opposite]
  })

function tiedTo(test: Expression, source: Source, from: readonly Source[]): Entity | undefined {
  if (test.kind !== 'compare' || test.op !== '=') return undefined
  for (const [own, other] of [
    [test.left, test.right],
    [test.right, test.left],
  ] as const) {
    const entity = subjectIn(other, from)
    if (entity !== undefined && isOwner(own, source, entity)) return entity
  }
  return undefined
}
