import { type Converting, nameOf, type Read } from './converting.ts'
import type { Expression, Order } from './expression.ts'
import { isNode, listIn, type Node, nodeIn, onlyHas, textIn, unreadable } from './node.ts'
import { columnNamed, missingColumn, type Scope } from './scope.ts'
import { sqlOf } from './expression-text.ts'
import { dateNamed } from '../../time/named-dates.ts'

function convertRead(read: Read, scope: Scope, as: Converting): Expression {
  switch (read.kind) {
    case 'and':
    case 'or':
      return joinedOf(
        read.kind,
        read.of.map((one) => convertRead(one, scope, as)),
      )
    case 'not': {
      const of = convertRead(read.of, scope, as)
      return of.kind === 'exists' && of.parens === undefined ? { ...of, not: !of.not } : { kind: 'not', of }
    }
    case 'test':
      return convertExpression(read.node, scope, { ...as, ...read.names })
    case 'query':
      return { kind: 'query', query: as.query(read.node, scope, read.names) }
  }
}

/** What is joined by the same word without parentheses is one. */
const joinedOf = (kind: 'and' | 'or', of: readonly Expression[]): Expression => ({
  kind,
  of: of.flatMap((part) =>
    (part.kind === 'and' || part.kind === 'or') && part.kind === kind && part.parens === undefined
      ? part.of
      : [part],
  ),
})

type Convert = (node: unknown) => Expression

export function convertExpression(node: unknown, scope: Scope, as: Converting): Expression {
  if (!isNode(node)) throw unreadable('it')
  const parens = node['parentheses'] === true ? ({ parens: true } as const) : {}
  return { ...convert(node, scope, as), ...parens }
}

function convert(node: Node, scope: Scope, as: Converting): Expression {
  const inner: Convert = (part) => convertExpression(part, scope, as)
  if (isNode(node['ast'])) return { kind: 'query', query: as.query(node['ast'], scope, as) }
  const type = textIn(node, 'type') ?? 'it'
  switch (type) {
    case 'binary_expr':
      onlyHas(node, 'operator', 'left', 'right')
      return binary(node, inner, scope, as)
    case 'unary_expr':
      onlyHas(node, 'operator', 'expr')
      return unary(textIn(node, 'operator') ?? '', inner(node['expr']))
    case 'column_ref':
      onlyHas(node, 'table', 'column')
      return holeIn(node, scope, as) ?? column(node, scope, as)
    case 'single_quote_string':
      onlyHas(node, 'value')
      return { kind: 'text', value: as.text(textIn(node, 'value') ?? '') }
    case 'number':
    case 'bigint':
      onlyHas(node, 'value')
      return { kind: 'number', value: as.number(Number(node['value'])) }
    case 'bool':
      return { kind: 'bool', value: node['value'] === true }
    case 'null':
      return { kind: 'null' }
    case 'star':
      return { kind: 'star' }
    case 'case':
      onlyHas(node, 'expr', 'args')
      return caseOf(node, inner)
    case 'cast': {
      onlyHas(node, 'expr', 'target', 'symbol')
      const [target] = listIn(node, 'target')
      const to = isNode(target) ? (textIn(target, 'dataType') ?? '') : ''
      return { kind: 'call', name: 'cast', args: [inner(node['expr']), { kind: 'text', value: to }] }
    }
    case 'extract': {
      const args = nodeIn(node, 'args') ?? {}
      onlyHas(args, 'field', 'source')
      const field: Expression = { kind: 'text', value: (textIn(args, 'field') ?? '').toLowerCase() }
      return { kind: 'call', name: 'extract', args: [field, inner(args['source'])] }
    }
    case 'interval':
      onlyHas(node, 'expr', 'unit')
      return interval(inner(node['expr']), textIn(node, 'unit') ?? '')
    case 'function':
      onlyHas(node, 'name', 'args', 'over')
      return call(functionName(node, as), listIn(nodeIn(node, 'args'), 'value').map(inner), node, inner)
    case 'aggr_func':
    case 'window_func': {
      onlyHas(node, 'name', 'args', 'over')
      const args = nodeIn(node, 'args')
      if (args !== undefined) onlyHas(args, 'expr', 'distinct', 'value')
      const given = args === undefined ? [] : 'expr' in args ? [args['expr']] : listIn(args, 'value')
      const called = call((textIn(node, 'name') ?? '').toLowerCase(), given.map(inner), node, inner)
      return args?.['distinct'] === 'DISTINCT' && called.kind === 'call'
        ? { ...called, distinct: true }
        : called
    }
    default:
      throw unreadable(type.replaceAll('_', ' ').toUpperCase())
  }
}

const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>='] as const)
const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '||'] as const)
const memberOf = <T extends string>(set: ReadonlySet<T>, value: string): T | undefined =>
  [...set].find((one) => one === value)

function binary(node: Node, inner: Convert, scope: Scope, as: Converting): Expression {
  const operator = (textIn(node, 'operator') ?? '').toUpperCase()
  const left = inner(node['left'])
  const compared = memberOf(COMPARISONS, operator)
  if (compared !== undefined) {
    return checked({ kind: 'compare', op: compared, left, right: inner(node['right']) })
  }
  const op = memberOf(ARITHMETIC, operator)
  if (op !== undefined) return checked({ kind: 'binary', op, left, right: inner(node['right']) })
  const not = operator.includes('NOT')
  switch (operator.replace(/ ?NOT ?/, '')) {
    case 'IS':
      return is(left, inner(node['right']), not)
    case 'BETWEEN': {
      const [low, high] = listIn(nodeIn(node, 'right'), 'value').map(inner)
      if (low === undefined || high === undefined) throw unreadable('BETWEEN')
      return { kind: 'between', of: left, low, high, not }
    }
    case 'IN':
      return among(left, nodeIn(node, 'right'), { inner, not, scope, as })
    case 'LIKE':
    case 'ILIKE': {
      const { escape, ...pattern } = nodeIn(node, 'right') ?? {}
      const sign = isNode(escape) ? inner(escape['value']) : undefined
      const signed = sign?.kind === 'text' ? { escape: sign.value } : {}
      return { kind: 'like', of: left, pattern: inner(pattern), ...signed, not }
    }
    default:
      throw unreadable(operator)
  }
}

/** The parser knows fewer ranks of operators than SQLite does: where it could matter, parentheses are asked for. */
function checked<E extends Expression & { kind: 'compare' | 'binary' }>(made: E): E {
  for (const side of [made.left, made.right]) {
    const compared = side.kind === 'compare' || side.kind === 'between' || side.kind === 'is'
    const mixed =
      side.kind === 'binary' && made.kind === 'binary' && (side.op === '||') !== (made.op === '||')
    if (side.parens === undefined && (compared || mixed || side.kind === 'not')) {
      throw unreadable(
        sqlOf(made),
        'Put the part that belongs together into parentheses.',
        'can be read in two ways',
      )
    }
  }
  return made
}

function is(of: Expression, what: Expression, not: boolean): Expression {
  if (what.kind === 'null') return { kind: 'is', of, what: 'null', not }
  if (what.kind === 'bool') return { kind: 'is', of, what: what.value ? 'true' : 'false', not }
  return { kind: 'is', of: { kind: 'compare', op: '=', left: of, right: what }, what: 'true', not }
}

function among(
  of: Expression,
  right: Node | undefined,
  { inner, not, scope, as }: { inner: Convert; not: boolean; scope: Scope; as: Converting },
): Expression {
  const values = listIn(right, 'value')
  const [only] = values
  const query = isNode(only) && values.length === 1 ? nodeIn(only, 'ast') : undefined
  if (query !== undefined) return { kind: 'in_query', of, query: as.query(query, scope, as), not }
  if (values.length === 0) throw unreadable('IN without a list')
  return { kind: 'in', of, values: values.map(inner), not }
}

function unary(operator: string, of: Expression): Expression {
  switch (operator.toUpperCase()) {
    case 'NOT':
    case '!':
      return { kind: 'not', of }
    case 'NOT EXISTS':
      if (of.kind === 'query') return { kind: 'exists', query: of.query, not: true }
      throw unreadable('NOT EXISTS')
    case '-':
      if (of.kind === 'number') return { kind: 'number', value: -of.value }
      return { kind: 'binary', op: '-', left: { kind: 'number', value: 0 }, right: of }
    case '+':
      return of
    default:
      throw unreadable(operator)
  }
}

function holeIn({ table, column: of }: Node, scope: Scope, as: Converting): Expression | undefined {
  const value = isNode(of) ? (nodeIn(of, 'expr') ?? of)['value'] : of
  const hole = typeof value === 'string' && !table ? as.hole(value) : undefined
  return hole && convertRead(hole, scope, as)
}

function column(node: Node, scope: Scope, as: Converting): Expression {
  const table = node['table'] ?? undefined
  const tableName = nameOf(table, as)?.value.toLowerCase()
  const given = nameOf(node['column'], as)
  if (given === undefined) return { kind: 'star' }
  const { value, quoted } = given
  if (tableName === 'dates' && as.dates.has(value)) return dateOf(value, as)
  const found = columnNamed(value.toLowerCase(), tableName, scope)
  if (found !== undefined) return found
  // As SQLite does: in double quotes, what is no name is a text.
  if (quoted && tableName === undefined) return { kind: 'text', value }
  throw missingColumn(value.toLowerCase(), tableName, scope)
}

function dateOf(name: string, { dates }: Pick<Converting, 'dates'>): Expression {
  const date = dateNamed(name)
  const text = dates.get(name) ?? ''
  return date === undefined ? { kind: 'text', value: text } : { kind: 'date', date, text }
}

function functionName(node: Node, as: Converting): string {
  const [first, second] = listIn(nodeIn(node, 'name'), 'name')
  if (second !== undefined || !isNode(first)) throw unreadable('the function')
  const name = textIn(first, 'value') ?? ''
  return (first['type'] === 'origin' ? name : as.name(name).value).toLowerCase()
}

function call(name: string, args: readonly Expression[], node: Node, inner: Convert): Expression {
  const over = nodeIn(node, 'over')
  const [first] = args
  if (over === undefined && first !== undefined && args.length === 1) {
    if (name === 'not') return { kind: 'not', of: first }
    if (name === 'exists' && first.kind === 'query') return { kind: 'exists', query: first.query, not: false }
  }
  if (over === undefined) return { kind: 'call', name, args }
  const window = nodeIn(nodeIn(over, 'as_window_specification') ?? {}, 'window_specification') ?? {}
  onlyHas(window, 'partitionby', 'orderby')
  return {
    kind: 'call',
    name,
    args,
    over: {
      partitionBy: listIn(window, 'partitionby').map((part) => inner(isNode(part) ? part['expr'] : part)),
      orderBy: ordersIn(window, inner),
    },
  }
}

export const ordersIn = (node: Node, inner: Convert): Order[] =>
  listIn(node, 'orderby').map((part) => {
    if (!isNode(part)) throw unreadable('ORDER BY')
    return { of: inner(part['expr']), descending: textIn(part, 'type') === 'DESC' }
  })

function caseOf(node: Node, inner: Convert): Expression {
  const args = listIn(node, 'args').filter(isNode)
  const otherwise = args.find((part) => part['type'] === 'else')
  return {
    kind: 'case',
    ...(isNode(node['expr']) ? { on: inner(node['expr']) } : {}),
    whens: args
      .filter((part) => part['type'] === 'when')
      .map((part) => ({ when: inner(part['cond']), value: inner(part['result']) })),
    ...(otherwise === undefined ? {} : { else: inner(otherwise['result']) }),
  }
}

function interval(amount: Expression, unit: string): Expression {
  const text = amount.kind === 'text' ? amount.value : amount.kind === 'number' ? String(amount.value) : ''
  return { kind: 'interval', text: `${text} ${unit}`.trim().toLowerCase() }
}
