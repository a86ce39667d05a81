import { withColumns } from './columns.ts'
import {
  type Column,
  conjunctsOf,
  type Expression,
  type Order,
  type Query,
  type Source,
} from './expression.ts'

/** Customers by rows of theirs in a view: those that have such rows, or whose rows come to something. */
export interface Members {
  readonly kind: 'members'
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

const isCustomer = (part: Expression, inside: readonly Source[]): boolean =>
  part.kind === 'column' &&
  part.view === 'v_customers' &&
  part.name === 'id' &&
  !inside.some(({ alias }) => alias === part.table)

const isOwner = (part: Expression, { alias }: Source): boolean =>
  part.kind === 'column' && part.table === alias && part.name === 'customer_id'

/** `customer.id IN (SELECT customer_id …)`, `EXISTS (… = customer.id …)`, `(SELECT COUNT(*) …) > 3`. */
export function membersIn(test: Expression): Members | undefined {
  if (test.kind === 'in_query') {
    const rows = isCustomer(test.of, []) ? rowsOf(test.query, 'listed') : undefined
    return rows && { kind: 'members', rows, not: test.not, shown: test }
  }
  if (test.kind === 'exists') {
    const rows = rowsOf(test.query, 'correlated')
    return rows && { kind: 'members', rows, not: test.not, shown: test }
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
  const rows = rowsOf(query, 'correlated')
  if (rows === undefined) return undefined
  return {
    kind: 'members',
    rows: { ...rows, having: [put(column.of)], orNone: true },
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

/** The rows of a SELECT, when it is about one view (or inner SELECT) and names their customers. */
export function rowsOf(given: Query, by: 'listed' | 'correlated'): Rows | undefined {
  const query = opened(given)
  const { from, where, groupBy, having, orderBy, limit, next } = query
  const [source, another] = from
  if (source === undefined || another !== undefined) return undefined
  const conjuncts = flat(where)
  const owned = conjuncts.find((test) => tiesToCustomer(test, source, from))
  if (by === 'correlated' && (owned === undefined || next !== undefined)) return undefined
  const [column, second] = query.columns
  if (by === 'listed' && (column === undefined || second !== undefined || !isOwner(column.of, source))) {
    return undefined
  }
  const further = next === undefined ? undefined : rowsOf(next.query, 'listed')
  if (next !== undefined && further === undefined) return undefined
  return {
    ...(source.view === undefined ? {} : { view: source.view }),
    source,
    tests: conjuncts.filter((test) => test !== owned),
    groupBy: groupBy.filter((part) => !isOwner(part, source)),
    having: flat(having),
    orderBy,
    ...(limit === undefined ? {} : { limit }),
    ...(next === undefined || further === undefined ? {} : { next: { op: next.op, rows: further } }),
  }
}

/** A SELECT of an inner SELECT as one, where the inner one only names or groups its rows. */
export function opened(query: Query): Query {
  const [source, another] = query.from
  const inner = source?.query
  if (source === undefined || another !== undefined || inner === undefined || inner.next !== undefined)
    return query
  const stars = inner.columns.some(({ of }) => of.kind === 'star')
  const alone = query.where === undefined && query.groupBy.length === 0 && query.having === undefined
  if (stars || containsOver(inner) || (inner.limit !== undefined && !alone) || query.groupBy.length > 0)
    return query
  const grouped = inner.groupBy.length > 0
  const put = (part: Expression): Expression =>
    withColumns(part, (column) => {
      if (column.table !== source.alias) return column
      const own = inner.columns.find(
        ({ of, as }) => (as ?? (of.kind === 'column' ? of.name : undefined)) === column.name,
      )
      return own?.of ?? column
    })
  const tests = [...conjunctsOf(query.where), ...conjunctsOf(query.having)].map(put)
  const both = (one: Expression | undefined, more: readonly Expression[]): Expression | undefined => {
    const all = [...conjunctsOf(one), ...more]
    return all.length === 0 ? undefined : { kind: 'and', of: all }
  }
  const where = grouped ? inner.where : both(inner.where, tests)
  const having = grouped ? both(inner.having, tests) : inner.having
  const { where: _where, having: _having, ...rest } = inner
  return opened({
    ...rest,
    columns: query.columns.map(({ of, as }) => ({ of: put(of), ...(as === undefined ? {} : { as }) })),
    ...(where === undefined ? {} : { where }),
    ...(having === undefined ? {} : { having }),
    orderBy:
      query.orderBy.length > 0
        ? query.orderBy.map((order) => ({ ...order, of: put(order.of) }))
        : inner.orderBy,
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.next === undefined ? {} : { next: query.next }),
  })
}

/** Is a column worked out over other rows? */
const containsOver = (query: Query): boolean => {
  const over = (part: Expression): boolean =>
    part.kind === 'call'
      ? part.over !== undefined || part.args.some(over)
      : part.kind === 'binary' && (over(part.left) || over(part.right))
  return query.columns.some(({ of }) => over(of))
}

/** All tests that must hold, whatever stands in parentheses. */
const flat = (test: Expression | undefined): readonly Expression[] =>
  conjunctsOf(test).flatMap((part) => (part.kind === 'and' ? flat(part) : [part]))

const tiesToCustomer = (test: Expression, source: Source, from: readonly Source[]): boolean =>
  test.kind === 'compare' &&
  test.op === '=' &&
  ((isOwner(test.left, source) && isCustomer(test.right, from)) ||
    (isOwner(test.right, source) && isCustomer(test.left, from)))

/** A column of the rows themselves. */
export const columnIn = (part: Expression, { source }: Rows): Column | undefined =>
  part.kind === 'column' && part.table === source.alias ? part : undefined
