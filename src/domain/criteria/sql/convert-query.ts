import { InputError } from '#kernel/errors.ts'
import { convertExpression, ordersIn } from './convert-expression.ts'
import { type Converting, nameOf, type Names, type Read } from './converting.ts'
import type { Expression, Query, Source } from './expression.ts'
import { isNode, listIn, type Node, nodeIn, onlyHas, textIn, unreadable } from './node.ts'
import type { Scope } from './scope.ts'
import { columnsOfView, noSuchTable } from './views.ts'

/** The parts that a statement names (WITH), as far as they have been read. */
interface Parts {
  readonly queries: ReadonlyMap<string, Query>
  readonly dates: ReadonlyMap<string, string>
}

/** A whole statement: a SELECT, with everything that it names. */
export function convertStatement(read: Read): Query {
  if (read.kind !== 'query') throw unreadable('it')
  const { node, names } = read
  if (node['type'] !== 'select') {
    throw new InputError('This SQL is no SELECT: Muster only reads who is meant, and changes nothing', {
      next: 'Give a SELECT over the documented views, or a condition.',
    })
  }
  return convertQuery(node, undefined, { queries: new Map(), dates: new Map() }, names)
}

const SELECT_KEYS =
  'with distinct columns from where groupby having orderby limit _next set_op ast _orderby _limit'.split(' ')

/** The SELECT that stands in a place as a hole: `SELECT 'h1'`. */
function holeIn(node: Node, names: Names): { node: Node; names: Names } | undefined {
  const [column, another] = listIn(node, 'columns')
  const value = isNode(column) && another === undefined ? nodeIn(column, 'expr') : undefined
  const text = value?.['type'] === 'single_quote_string' ? textIn(value, 'value') : undefined
  const read = text === undefined ? undefined : names.hole(text)
  return read?.kind === 'query' ? read : undefined
}

function convertQuery(node: Node, outer: Scope | undefined, above: Parts, names: Names): Query {
  onlyHas(node, ...SELECT_KEYS)
  const hole = holeIn(node, names)
  if (hole !== undefined) return convertQuery(hole.node, outer, above, hole.names)
  const parts = partsOf(node, above, names)
  const as: Converting = {
    ...names,
    dates: parts.dates,
    query: (inner, scope, own) => convertQuery(inner, scope, parts, own),
  }
  const sources: Source[] = []
  // A join's ON may name the tables before it, and an inner SELECT those of the outer one.
  const within = (named: Scope['named'] = new Map()): Scope => ({
    sources,
    named,
    ...(outer === undefined ? {} : { outer }),
  })
  for (const item of listIn(node, 'from')) sources.push(sourceOf(item, sources, within, parts, as))
  const inner = (part: unknown) => convertExpression(part, within(), as)
  const columns = listIn(node, 'columns').map((column) => columnOf(column, inner, as))
  const own = within(new Map(columns.flatMap(({ of, as: name }) => (name === undefined ? [] : [[name, of]]))))
  const later = (part: unknown) => convertExpression(part, own, as)
  const groups = nodeIn(node, 'groupby')
  if (groups !== undefined) onlyHas(groups, 'columns')
  const next = nextOf(node, (other) => convertQuery(other, outer, parts, names))
  return {
    columns,
    from: sources,
    ...(isNode(node['where']) ? { where: inner(node['where']) } : {}),
    groupBy: listIn(groups, 'columns').map((part) => grouped(later(part), columns)),
    ...(isNode(node['having']) ? { having: later(node['having']) } : {}),
    orderBy: ordersIn(node, later),
    ...limitOf(node, later, as, own),
    ...(next === undefined ? {} : { next }),
  }
}

/** `GROUP BY 1` is the first column. */
const grouped = (part: Expression, columns: Query['columns']): Expression =>
  part.kind === 'number' ? (columns[part.value - 1]?.of ?? part) : part

function partsOf(node: Node, above: Parts, names: Names): Parts {
  const queries = new Map(above.queries)
  let { dates } = above
  for (const part of listIn(node, 'with').filter(isNode)) {
    onlyHas(part, 'name', 'stmt')
    const name = nameOf(part['name'], names)?.value ?? ''
    const stmt = nodeIn(part, 'stmt') ?? {}
    const written = nodeIn(stmt, 'ast') ?? stmt
    const select = holeIn(written, names) ?? { node: written, names }
    const spelled = name.toLowerCase() === 'dates' ? datesIn(select.node, select.names) : undefined
    if (spelled !== undefined) dates = spelled
    else
      queries.set(name.toLowerCase(), convertQuery(select.node, undefined, { queries, dates }, select.names))
  }
  return { queries, dates }
}

/** `SELECT '2025-11-20 12:00:00' AS now, …` */
function datesIn(select: Node, names: Names): ReadonlyMap<string, string> | undefined {
  if (listIn(select, 'from').length > 0) return undefined
  const dates = new Map<string, string>()
  for (const column of listIn(select, 'columns').filter(isNode)) {
    const value = nodeIn(column, 'expr')
    const name = nameOf(column['as'], names)?.value
    if (value?.['type'] !== 'single_quote_string' || name === undefined) return undefined
    dates.set(name, names.text(textIn(value, 'value') ?? ''))
  }
  return dates
}

const JOINS = new Map<string, Source['join']>([
  ['INNER JOIN', 'inner'],
  ['JOIN', 'inner'],
  ['LEFT JOIN', 'left'],
  ['CROSS JOIN', 'cross'],
])

function sourceOf(
  item: unknown,
  before: readonly Source[],
  within: () => Scope,
  { queries }: Parts,
  as: Converting,
): Source {
  if (!isNode(item)) throw unreadable('FROM')
  onlyHas(item, 'db', 'table', 'as', 'join', 'on', 'expr')
  const join = textIn(item, 'join')
  const kind = join === undefined ? (before.length === 0 ? 'first' : 'cross') : JOINS.get(join)
  if (kind === undefined) throw unreadable(join ?? 'JOIN')
  const called = nameOf(item['as'], as)?.value.toLowerCase()
  const source = { ...tableOf(item, called, queries, within, as), join: kind }
  if (!isNode(item['on'])) return source
  const outer = within()
  const scope = { ...outer, sources: [...before, source] }
  return { ...source, on: convertExpression(item['on'], scope, as) }
}

function tableOf(
  item: Node,
  called: string | undefined,
  queries: Parts['queries'],
  within: () => Scope,
  as: Converting,
): Omit<Source, 'join'> {
  const select = nodeIn(nodeIn(item, 'expr') ?? {}, 'ast')
  if (select !== undefined) return { alias: called ?? '', query: as.query(select, within(), as) }
  const name = nameOf(item['table'], as)?.value
  if (name === undefined) throw unreadable('FROM')
  const schema = nameOf(item['db'], as)?.value.toLowerCase()
  const key = name.toLowerCase()
  const query = queries.get(key)
  const alias = called ?? key
  if (query !== undefined && schema === undefined) return { alias, query, part: name }
  if (columnsOfView(key) === undefined || (schema !== undefined && schema !== 'main')) {
    throw noSuchTable(schema === undefined ? key : `${schema}.${key}`)
  }
  return { alias, view: key }
}

function columnOf(
  column: unknown,
  inner: (part: unknown) => Expression,
  as: Converting,
): Query['columns'][number] {
  if (!isNode(column)) return { of: { kind: 'star' } }
  onlyHas(column, 'expr', 'as')
  const name = nameOf(column['as'], as)?.value.toLowerCase()
  return { of: inner(column['expr']), ...(name === undefined ? {} : { as: name }) }
}

function limitOf(
  node: Node,
  inner: (part: unknown) => Expression,
  as: Converting,
  scope: Scope,
): { limit?: Expression } {
  const limit = nodeIn(node, 'limit')
  const [first, second] = listIn(limit, 'value')
  if (second !== undefined) throw unreadable('OFFSET', 'Ask for the first ones.')
  if (!isNode(first)) return {}
  if (first['type'] === 'select') return { limit: { kind: 'query', query: as.query(first, scope, as) } }
  return { limit: inner(first) }
}

const SET_OPS = new Map([
  ['union', 'union'],
  ['union all', 'union'],
  ['union distinct', 'union'],
  ['intersect', 'intersect'],
  ['except', 'except'],
] as const)

function nextOf(node: Node, query: (other: Node) => Query): Query['next'] {
  const other = nodeIn(node, '_next')
  if (other === undefined) return undefined
  if (node['_orderby'] || node['_limit']) throw unreadable('ORDER BY behind UNION')
  const written = textIn(node, 'set_op') ?? ''
  const op = [...SET_OPS].find(([name]) => name === written)?.[1]
  if (op === undefined) throw unreadable(written.toUpperCase())
  return { op, query: query(other) }
}
