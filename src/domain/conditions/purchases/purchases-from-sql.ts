import { aggregated, comparedCriteria, isCallOf } from '../../criteria/sql/aggregate.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import { sqlOf } from '../../criteria/sql/expression-text.ts'
import type { Members, Rows } from '../../criteria/sql/members.ts'
import {
  isUnread,
  type SqlContext,
  type SqlReading,
  type Unread,
  unread,
} from '../../criteria/sql/reading.ts'
import { take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { OrderFilter, ProductFilter } from '../shared/filters.ts'
import { takeCounted, takeOrderFilter } from '../shared/order-rows-from-sql.ts'
import { isNamed, takeProductFilter } from '../shared/product-filter-from-sql.ts'
import type { Scope } from '../shared/order-rows.ts'

import type { PurchasesCondition } from './purchases.ts'

interface Lines extends Scope {
  readonly of: ProductFilter
  readonly except?: ProductFilter
}

/** Rows of `v_items`: that there are any, how many, what they cost; each of several, or these and no others. */
export function purchasesFromSql(members: Members, ctx: SqlContext): SqlReading {
  const { rows, not } = members
  if (rows.view !== 'v_items' || rows.groupBy.length > 0 || rows.limit !== undefined) return undefined
  if (rows.next !== undefined) return severalFromSql(members, ctx)
  const lines = linesIn(rows, ctx)
  if ('unread' in lines) return lines
  if (rows.having.length === 0) return { type: 'purchases', match: not ? 'none' : 'any', ...lines }
  // NOT of several is NOT of all of them together.
  const several = rows.having.length > 1
  const asked = several ? { ...members, not: false } : members
  const parts = rows.having.map((having) => comparedLines(having, asked, lines))
  const wrong = rows.having.find((_, i) => parts[i] === undefined)
  if (wrong !== undefined) return unread(wrong, 'is no measure of what was bought', MEASURES_NEXT)
  const found = parts.flatMap((part) => part ?? [])
  const [only] = found
  if (only !== undefined && !several) return only
  return not ? { none: [{ all: found }] } : { all: found }
}

const MEASURES_NEXT =
  'Compare COUNT(DISTINCT order_id), SUM(quantity) or SUM(quantity * price): how many orders, pieces, or money.'

/** Takes what narrows the rows of `v_items` out of their tests: the orders that they stand in, and the products. */
export function takeLines(tests: Expression[], ctx: SqlContext): Scope & { readonly of?: ProductFilter } {
  takeCounted(tests, 'order_status', ctx)
  const { within } = takeWindow(tests, isNamed('ordered_at'), ctx)
  const where = take(tests, (test) => ordersOf(test, ctx))
  const of = takeProductFilter(tests, ctx)
  return {
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
    ...(of === undefined ? {} : { of }),
  }
}

function linesIn(rows: Rows, ctx: SqlContext): Lines | Unread {
  const tests = [...rows.tests]
  const except = take(tests, (test) => exceptIn(test, ctx))
  const { within, where, of } = takeLines(tests, ctx)
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that order lines can be narrowed by')
  if (of === undefined) {
    const asked: Expression = { kind: 'column', table: rows.source.alias, name: rows.view ?? 'v_items' }
    return unread(asked, 'is asked for without a product', 'Say which products, or ask v_orders for orders.')
  }
  return {
    of,
    ...(except === undefined ? {} : { except }),
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
  }
}

/** `order_id IN (SELECT id FROM v_orders WHERE …)` */
function ordersOf(test: Expression, ctx: SqlContext): OrderFilter | undefined {
  if (test.kind !== 'in_query' || test.not || !isNamed('order_id')(test.of)) return undefined
  const { columns, from, where, groupBy, next, limit, having } = test.query
  const [column] = columns
  const plain = groupBy.length === 0 && (next ?? limit ?? having) === undefined && columns.length === 1
  if (!plain || from.length !== 1 || from[0]?.view !== 'v_orders') return undefined
  if (column === undefined || !isNamed('id')(column.of) || where === undefined) return undefined
  const tests =
    where.kind === 'and' ? where.of.flatMap((one) => (one.kind === 'and' ? one.of : [one])) : [where]
  const filter = takeOrderFilter(tests, ctx)
  return tests.length === 0 ? filter : undefined
}

/** `(brand_key = 'kopi') IS NOT TRUE` */
function exceptIn(test: Expression, ctx: SqlContext): ProductFilter | undefined {
  if (test.kind !== 'is' || test.what !== 'true' || !test.not) return undefined
  const tests = test.of.kind === 'and' ? [...test.of.of] : [test.of]
  const filter = takeProductFilter(tests, ctx)
  return tests.length === 0 ? filter : undefined
}

const isProduct = (part: Expression): boolean =>
  part.kind === 'binary' &&
  part.op === '*' &&
  ((isNamed('quantity')(part.left) && isNamed('price')(part.right)) ||
    (isNamed('price')(part.left) && isNamed('quantity')(part.right)))

const MEASURES = {
  orders: (part: Expression) =>
    part.kind === 'call' && part.distinct === true && isCallOf(part, 'count', 'order_id'),
  quantity: (part: Expression) => isCallOf(part, 'sum', 'quantity'),
  spend: (part: Expression) =>
    part.kind === 'call' && part.name === 'sum' && part.args.length === 1 && part.args.every(isProduct),
} as const

export const lineMeasure = (part: Expression): 'orders' | 'quantity' | 'spend' | undefined =>
  (['orders', 'quantity', 'spend'] as const).find((measure) => MEASURES[measure](part))

function comparedLines(having: Expression, members: Members, lines: Lines): Criteria | undefined {
  for (const measure of ['orders', 'quantity', 'spend'] as const) {
    const found = aggregated(having, MEASURES[measure])
    if (found === undefined) continue
    return comparedCriteria({
      members,
      aggregated: found,
      counts: measure === 'orders',
      empty: 0,
      condition: (test) => ({ type: 'purchases', match: 'any', ...lines, measure, ...test }),
      some: { type: 'purchases', match: 'any', ...lines },
    })
  }
  return undefined
}

/** `… INTERSECT …` of one condition each, which differ in the product; `… EXCEPT …` of all other products. */
function severalFromSql({ rows, not, shown }: Members, ctx: SqlContext): SqlReading {
  const chain: Rows[] = []
  const ops = new Set<string>()
  for (let at: Rows | undefined = rows; at !== undefined; at = at.next?.rows) {
    const { next, ...alone } = at
    chain.push(alone)
    if (next !== undefined) ops.add(next.op)
  }
  const [op] = ops
  const [first, second, third] = chain
  if (op === 'except' && !not && first !== undefined && second !== undefined && third === undefined) {
    return onlyFromSql(first, second, ctx)
  }
  if (ops.size !== 1 || op !== (not ? 'union' : 'intersect')) return undefined
  const parts = chain.map((one) =>
    purchasesFromSql({ kind: 'members', entity: 'customer', rows: one, not, shown }, ctx),
  )
  return merged(parts.map((part) => (part === undefined || isUnread(part) ? undefined : part)))
}

function merged(parts: readonly (Criteria | undefined)[]): Criteria | undefined {
  const conditions = parts.map((part) =>
    part !== undefined && 'type' in part && part.type === 'purchases' ? part : undefined,
  )
  const [first] = conditions
  if (first === undefined || conditions.includes(undefined)) return undefined
  const [key, ...others] = keysOf(first.of)
  if (key === undefined || others.length > 0) return undefined
  const same = (one: PurchasesCondition | undefined) => JSON.stringify({ ...one, of: {} })
  const values = conditions.flatMap((one) => one?.of[key] ?? [])
  const alike = conditions.every((one) => same(one) === same(first) && one?.of[key]?.length === 1)
  // None of each is none of them.
  const match = first.match === 'none' ? 'none' : 'all'
  return alike ? { ...first, match, of: { [key]: values } } : undefined
}

const KEYS = ['product', 'category', 'brand', 'sku', 'tag'] as const
const keysOf = (of: ProductFilter): readonly (typeof KEYS)[number][] =>
  of.price === undefined ? KEYS.filter((key) => of[key] !== undefined) : []

function onlyFromSql(lines: Rows, outside: Rows, ctx: SqlContext): SqlReading {
  const bought = linesIn(lines, ctx)
  if ('unread' in bought) return bought
  const tests = [...outside.tests]
  const selection = take(tests, (test) =>
    test.kind === 'is' && test.what === 'true' && test.not ? test.of : undefined,
  )
  if (outside.view !== 'v_items' || selection === undefined) return undefined
  // The same lines but for the selection, which is denied as a whole.
  const inside = linesIn({ ...outside, tests: [...tests, ...flat(selection)] }, ctx)
  const plain = lines.having.length === 0 && outside.having.length === 0
  if ('unread' in inside || !plain || JSON.stringify(inside) !== JSON.stringify(bought)) {
    return unread(selection, 'is not the opposite of what was bought', `Deny ${sqlOf(selection)} as a whole.`)
  }
  return { type: 'purchases', match: 'only', ...bought }
}

const flat = (test: Expression): readonly Expression[] =>
  test.kind === 'and' ? test.of.flatMap(flat) : [test]
