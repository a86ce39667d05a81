import { withColumns } from './columns.ts'
import { conjunctsOf, type Expression, type Query } from './expression.ts'

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
export const containsOver = (query: Query): boolean => {
  const over = (part: Expression): boolean =>
    part.kind === 'call'
      ? part.over !== undefined || part.args.some(over)
      : part.kind === 'binary' && (over(part.left) || over(part.right))
  return query.columns.some(({ of }) => over(of))
}
