import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import type { SqlContext } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberTest, opposite, take } from '../../criteria/sql/take.ts'
import { isCallOf } from '../../criteria/sql/aggregate.ts'
import type { Basket } from './basket.ts'
import { LINE_COUNT_NAMES, type LineCountName } from './basket.ts'
import type { Comparison } from './comparison.ts'
import type { ProductFilter } from './filters.ts'
import { isNamed, takeProductFilter } from './product-filter-from-sql.ts'

const COUNTED = {
  units: 'quantity',
  products: 'product_id',
  categories: 'category',
  brands: 'brand',
} as const

/** Which number of lines a part is: `SUM(quantity)`, `COUNT(DISTINCT category_key)`. */
export const lineCountOf = (part: Expression): LineCountName | undefined =>
  LINE_COUNT_NAMES.find((name) => {
    if (name === 'units') return isCallOf(part, 'sum', COUNTED.units)
    const [column, another] = part.kind === 'call' && part.distinct === true ? part.args : []
    return (
      part.kind === 'call' &&
      part.name === 'count' &&
      another === undefined &&
      column?.kind === 'column' &&
      column.name.replace(/_key$/, '') === COUNTED[name]
    )
  })

/** The number of lines that a test compares, and with what; `not` where those who fail it are meant. */
export function lineCountTest(
  test: Expression,
  not: boolean,
): { readonly name: LineCountName; readonly test: Comparison } | undefined {
  for (const name of LINE_COUNT_NAMES) {
    const found = numberTest(test, (part) => lineCountOf(part) === name)
    const asked = found && comparisonIn(not ? opposite(found) : found)
    if (asked !== undefined && !asked.denied) return { name, test: asked.test }
  }
  return undefined
}

/** Takes what must stand in an order out of the tests of `v_orders`: `id IN (SELECT order_id FROM v_items …)`. */
export function takeBasket(tests: Expression[], ctx: SqlContext): Basket {
  const basket: Basket = {}
  const only = take(tests, (test) => onlyIn(test, ctx))
  if (only !== undefined) {
    basket.only = only
    take(tests, (test) => {
      const one = linesIn(test, false, ctx)
      return one !== undefined && JSON.stringify(one) === JSON.stringify(only) ? one : undefined
    })
  }
  const contains: NonNullable<Basket['contains']> = []
  for (;;) {
    const one = take(tests, (test) => containedIn(test, ctx))
    if (one === undefined) break
    contains.push(one)
  }
  if (contains.length > 0) basket.contains = contains
  const without = take(tests, (test) => linesIn(test, true, ctx))
  if (without !== undefined) basket.without = without
  for (const wanted of LINE_COUNT_NAMES) {
    const found = take(tests, (test) => {
      const count = countIn(test)
      return count?.name === wanted ? count : undefined
    })
    if (found !== undefined) basket[wanted] = found.test
  }
  return basket
}

/** The inner SELECT over the lines of orders, which must group by the order where it has a HAVING. */
function linesOf(test: Expression): { readonly query: Query; readonly not: boolean } | undefined {
  if (test.kind !== 'in_query' || !isNamed('id')(test.of)) return undefined
  const { query, not } = test
  const [source, join] = query.from
  const [column, another] = query.columns
  const [group, second] = query.groupBy
  const plain = (query.next ?? query.limit) === undefined && join === undefined && another === undefined
  if (!plain || source?.view !== 'v_items' || column === undefined || !isNamed('order_id')(column.of))
    return undefined
  const grouped = group !== undefined && second === undefined && isNamed('order_id')(group)
  return grouped || (group === undefined && query.having === undefined) ? { query, not } : undefined
}

function productsIn({ where }: Query, ctx: SqlContext): ProductFilter | undefined {
  const tests = [...conjunctsOf(where)]
  const found = takeProductFilter(tests, ctx)
  return tests.length === 0 ? found : undefined
}

function linesIn(test: Expression, not: boolean, ctx: SqlContext): ProductFilter | undefined {
  const lines = linesOf(test)
  return lines === undefined || lines.not !== not || lines.query.having !== undefined
    ? undefined
    : productsIn(lines.query, ctx)
}

function containedIn(test: Expression, ctx: SqlContext): NonNullable<Basket['contains']>[number] | undefined {
  const lines = linesOf(test)
  if (lines === undefined || lines.not) return undefined
  const products = productsIn(lines.query, ctx)
  const { having } = lines.query
  if (products === undefined || having === undefined) return products
  const units = lineCountTest(having, false)
  return units?.name === 'units' ? { ...products, units: units.test } : undefined
}

/** `id NOT IN (SELECT order_id FROM v_items WHERE (brand_key = 'kopi') IS NOT TRUE)` */
function onlyIn(test: Expression, ctx: SqlContext): ProductFilter | undefined {
  const lines = linesOf(test)
  const where = lines?.query.where
  if (lines?.not !== true || lines.query.having !== undefined) return undefined
  if (where?.kind !== 'is' || where.what !== 'true' || !where.not) return undefined
  return productsIn({ ...lines.query, where: where.of }, ctx)
}

function countIn(test: Expression): ReturnType<typeof lineCountTest> {
  const lines = linesOf(test)
  const having = lines?.query.having
  return lines === undefined || having === undefined || lines.query.where !== undefined
    ? undefined
    : lineCountTest(having, lines.not)
}
