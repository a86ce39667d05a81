import type { Column, Expression, Query } from './expression.ts'

/** The same part with its columns replaced, as long as none stands in an inner SELECT. */
export function withColumns(part: Expression, put: (column: Column) => Expression): Expression {
  const inner = (one: Expression) => withColumns(one, put)
  switch (part.kind) {
    case 'and':
    case 'or':
      return { ...part, of: part.of.map(inner) }
    case 'not':
    case 'is':
    case 'in_query':
      return { ...part, of: inner(part.of) }
    case 'compare':
    case 'binary':
      return { ...part, left: inner(part.left), right: inner(part.right) }
    case 'between':
      return { ...part, of: inner(part.of), low: inner(part.low), high: inner(part.high) }
    case 'in':
      return { ...part, of: inner(part.of), values: part.values.map(inner) }
    case 'like':
      return { ...part, of: inner(part.of), pattern: inner(part.pattern) }
    case 'column':
      return put(part)
    case 'call':
      return { ...part, args: part.args.map(inner) }
    case 'exists':
    case 'query':
    case 'case':
    case 'text':
    case 'number':
    case 'bool':
    case 'null':
    case 'date':
    case 'interval':
    case 'star':
      return part
  }
}

/** The tables whose columns a part names, those of inner SELECTs too. */
export function tablesIn(part: Expression): ReadonlySet<string> {
  const found = new Set<string>()
  const ofQuery = (query: Query): void => {
    const own = new Set(query.from.map(({ alias }) => alias))
    const parts = [query.where, query.having, ...query.columns.map(({ of }) => of), ...query.groupBy]
    for (const one of parts) {
      if (one === undefined) continue
      for (const table of tablesIn(one)) if (!own.has(table)) found.add(table)
    }
    if (query.next !== undefined) ofQuery(query.next.query)
  }
  withColumns(part, (column) => {
    found.add(column.table)
    return column
  })
  if (part.kind === 'query' || part.kind === 'exists' || part.kind === 'in_query') ofQuery(part.query)
  for (const inner of partsOf(part)) for (const table of tablesIn(inner)) found.add(table)
  return found
}

/** What a part is made of. */
function partsOf(part: Expression): readonly Expression[] {
  switch (part.kind) {
    case 'and':
    case 'or':
      return part.of
    case 'not':
    case 'is':
      return [part.of]
    case 'compare':
    case 'binary':
      return [part.left, part.right]
    case 'call':
      return part.args
    case 'case':
      return [
        ...(part.on === undefined ? [] : [part.on]),
        ...part.whens.flatMap(({ when, value }) => [when, value]),
        ...(part.else === undefined ? [] : [part.else]),
      ]
    case 'between':
    case 'in':
    case 'like':
    case 'in_query':
    case 'exists':
    case 'column':
    case 'text':
    case 'number':
    case 'bool':
    case 'null':
    case 'date':
    case 'query':
    case 'interval':
    case 'star':
      return []
  }
}

/** The views of the columns that a part names, outside of inner SELECTs. */
export function viewsIn(part: Expression): readonly (string | undefined)[] {
  const views: (string | undefined)[] = []
  withColumns(part, (column) => {
    views.push(column.view)
    return column
  })
  return views
}
