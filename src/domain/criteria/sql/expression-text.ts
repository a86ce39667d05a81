import { identifier, literal } from '../../conditions/shared/sql-text.ts'
import { dateName } from '../../time/named-dates.ts'
import type { Call, Expression, Order, Query, Source } from './expression.ts'

/** A part of a statement as it is quoted to people, on one line. */
export function sqlOf(part: Expression): string {
  switch (part.kind) {
    case 'and':
    case 'or':
      return part.of
        .map((one) => (LOOSE.has(one.kind) ? `(${sqlOf(one)})` : sqlOf(one)))
        .join(` ${part.kind.toUpperCase()} `)
    case 'not':
      return `NOT ${inner(part.of)}`
    case 'is':
      return `${inner(part.of)} IS ${not(part)}${part.what.toUpperCase()}`
    case 'compare':
    case 'binary':
      return `${inner(part.left)} ${part.op} ${inner(part.right)}`
    case 'between':
      return `${inner(part.of)} ${not(part)}BETWEEN ${inner(part.low)} AND ${inner(part.high)}`
    case 'in':
      return `${inner(part.of)} ${not(part)}IN (${part.values.map(sqlOf).join(', ')})`
    case 'in_query':
      return `${inner(part.of)} ${not(part)}IN (${querySql(part.query)})`
    case 'like':
      return (
        `${inner(part.of)} ${not(part)}LIKE ${inner(part.pattern)}` +
        (part.escape === undefined ? '' : ` ESCAPE ${literal(part.escape)}`)
      )
    case 'exists':
      return `${not(part)}EXISTS (${querySql(part.query)})`
    case 'column':
      return /^[a-z_][a-z0-9_]*$/.test(part.name) ? part.name : identifier(part.name)
    case 'text':
      return literal(part.value)
    case 'number':
      return String(part.value)
    case 'bool':
      return String(part.value).toUpperCase()
    case 'null':
      return 'NULL'
    case 'date':
      return identifier(dateName(part.date))
    case 'call':
      return callSql(part)
    case 'query':
      return `(${querySql(part.query)})`
    case 'case': {
      const whens = part.whens.map(({ when, value }) => ` WHEN ${sqlOf(when)} THEN ${sqlOf(value)}`)
      const otherwise = part.else === undefined ? '' : ` ELSE ${sqlOf(part.else)}`
      return `CASE${part.on === undefined ? '' : ` ${sqlOf(part.on)}`}${whens.join('')}${otherwise} END`
    }
    case 'interval':
      return `INTERVAL ${literal(part.text)}`
    case 'star':
      return '*'
  }
}

const not = ({ not: negative }: { readonly not: boolean }): string => (negative ? 'NOT ' : '')

const LOOSE = new Set<Expression['kind']>(['and', 'or'])
const MADE_OF_SEVERAL = new Set<Expression['kind']>([...LOOSE, 'binary', 'compare', 'between', 'is', 'not'])

/** A part beside others: what is made of several stands in parentheses. */
const inner = (part: Expression): string =>
  MADE_OF_SEVERAL.has(part.kind) ? `(${sqlOf(part)})` : sqlOf(part)

function callSql({ name, args, distinct, over }: Call): string {
  const [first, type] = args
  if (name === 'cast' && first !== undefined && type?.kind === 'text') {
    return `CAST(${sqlOf(first)} AS ${type.value})`
  }
  const called = `${name.toUpperCase()}(${distinct ? 'DISTINCT ' : ''}${args.map(sqlOf).join(', ')})`
  if (over === undefined) return called
  const partition = over.partitionBy.map(sqlOf).join(', ')
  const parts = [partition === '' ? '' : `PARTITION BY ${partition}`, ordersSql(over.orderBy)]
  return `${called} OVER (${parts.filter((one) => one !== '').join(' ')})`
}

const ordersSql = (orders: readonly Order[]): string =>
  orders.length === 0
    ? ''
    : `ORDER BY ${orders.map(({ of, descending }) => sqlOf(of) + (descending ? ' DESC' : '')).join(', ')}`

function querySql({ columns, from, where, groupBy, having, orderBy, limit, next }: Query): string {
  const named = columns.map(({ of, as }) => sqlOf(of) + (as === undefined ? '' : ` AS ${as}`))
  return [
    `SELECT ${named.join(', ')}`,
    from.length === 0 ? '' : ` FROM ${from.map(sourceSql).join(', ')}`,
    where === undefined ? '' : ` WHERE ${sqlOf(where)}`,
    groupBy.length === 0 ? '' : ` GROUP BY ${groupBy.map(sqlOf).join(', ')}`,
    having === undefined ? '' : ` HAVING ${sqlOf(having)}`,
    orderBy.length === 0 ? '' : ` ${ordersSql(orderBy)}`,
    limit === undefined ? '' : ` LIMIT ${sqlOf(limit)}`,
    next === undefined ? '' : ` ${next.op.toUpperCase()} ${querySql(next.query)}`,
  ].join('')
}

const sourceSql = ({ view, part, query, alias }: Source): string =>
  view ?? part ?? (query === undefined ? alias : `(${querySql(query)})`)
