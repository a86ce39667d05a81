import type { Expression } from '../../criteria/sql/expression.ts'
import { takeComparison } from '../../criteria/sql/number-key.ts'
import type { SqlContext } from '../../criteria/sql/reading.ts'
import { fieldName, likePattern, oneOf, take } from '../../criteria/sql/take.ts'
import type { ProductFilter } from './filters.ts'

export const isNamed =
  (name: string) =>
  (part: Expression): boolean =>
    part.kind === 'column' && part.name === name

/** Takes what says which products out of the tests of `v_items` or `v_events`. */
export function takeProductFilter(tests: Expression[], ctx: SqlContext): ProductFilter | undefined {
  const filter: ProductFilter = {}
  const product = take(tests, titleParts)
  if (product !== undefined) filter.product = [...product]
  for (const key of ['category', 'brand', 'sku'] as const) {
    const values = take(tests, oneOf(key))
    if (values !== undefined) filter[key] = values.map((value) => ctx.spelled(key, value))
  }
  const tag = take(tests, taggedIn)
  if (tag !== undefined) filter.tag = tag.map((value) => ctx.spelled('product_tag', value))
  const price = takeComparison(tests, isNamed('list_price'))
  if (price !== undefined) filter.price = price
  if (Object.keys(filter).length > 0) return filter
  const title = take(tests, oneOf('product'))
  if (title === undefined) return undefined
  ctx.assume('A product’s title is looked for within titles.')
  return { product: [...title] }
}

/** `instr(product_key, 'cleanser') > 0`, `product LIKE '%cleanser%'`, or several of them joined by OR. */
function titleParts(test: Expression): readonly string[] | undefined {
  if (test.kind === 'or') {
    const parts = test.of.map(titleParts)
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? [])
  }
  if (test.kind === 'like') {
    const { of, pattern, not, escape } = test
    if (not || pattern.kind !== 'text' || fieldName(of) !== 'product') return undefined
    const found = likePattern(pattern.value, escape)
    return found?.match === 'contains' ? [found.value] : undefined
  }
  if (test.kind !== 'compare' || test.op !== '>' || test.left.kind !== 'call' || test.left.name !== 'instr')
    return undefined
  const [column, part] = test.left.args
  const positive = test.right.kind === 'number' && test.right.value === 0
  const named = column !== undefined && fieldName(column) === 'product'
  return positive && named && part?.kind === 'text' ? [part.value] : undefined
}

/** `product_id IN (SELECT product_id FROM v_product_tags WHERE tag_key = 'kids')` */
function taggedIn(test: Expression): readonly string[] | undefined {
  if (test.kind !== 'in_query' || test.not || !isNamed('product_id')(test.of)) return undefined
  const { columns, from, where, groupBy, next, limit, having } = test.query
  const plain = groupBy.length === 0 && (next ?? limit ?? having) === undefined && columns.length === 1
  const [column] = columns
  if (!plain || from.length !== 1 || from[0]?.view !== 'v_product_tags' || where === undefined)
    return undefined
  return column !== undefined && isNamed('product_id')(column.of) ? oneOf('tag')(where) : undefined
}
