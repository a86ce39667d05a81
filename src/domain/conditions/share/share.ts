import { z } from 'zod'
import type { CustomerRecord } from '../../customers/record.ts'
import { windowSchema } from '../../time/window.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { linesIn } from '../purchases/purchase-rows.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonWords,
  mapValues,
  normalComparison,
  numberWords,
  OPERATORS,
  refineComparison,
} from '../shared/comparison.ts'
import { missOf } from '../shared/miss.ts'
import { orderFilterSchema, productFilterSchema } from '../shared/filters.ts'
import { normalOrderFilter, normalProductFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems, orderFilterWords, orderPasses, orderSources } from '../shared/order-filter.ts'
import { ordersIn, withinWords } from '../shared/order-rows.ts'
import { productFilterProblems, productFilterWords, productPasses } from '../shared/product-filter.ts'
import { shareFromSql } from './share-from-sql.ts'
import { HUNDREDTHS, planShare, sharePredicate } from './share-plans.ts'
import { sharePhrases } from './share-phrases.ts'

/**
 * Which part of a customer's orders, or of what they spent, is so, in percent. Of orders, and of the spend on
 * them, it is those that `where` lets through; of the spend on products, the lines that match `products`, of
 * what all lines cost. Without an order (or spend) there is no share, and nobody passes.
 *
 * @example { type: 'share', of: 'orders', where: { discounted: true }, op: '>', value: 50 }
 * @example { type: 'share', of: 'spend', products: { category: ['Outdoor'] }, op: '>=', value: 50 }
 */
export const shareSchema = z
  .strictObject({
    type: z.literal('share'),
    of: z.enum(['orders', 'spend']),
    op: z.enum(OPERATORS),
    value: comparedSchema,
    where: orderFilterSchema.optional(),
    products: productFilterSchema.optional(),
    within: windowSchema.optional(),
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    refineComparison(c, ctx)
    if ([c.value].flat().some((n) => n < 0 || n > 100 || n !== Math.round(n * HUNDREDTHS) / HUNDREDTHS))
      refuse('value', 'a share is 0 to 100 percent, with at most 2 decimals')
    if ((c.where === undefined) === (c.products === undefined))
      refuse('where', 'give where or products, one of them')
    if (c.of === 'orders' && c.products !== undefined)
      refuse('products', 'orders that hold some products are asked with where.contains')
  })
export type ShareCondition = z.infer<typeof shareSchema>

export const share: ConditionDefinition<'share', ShareCondition> = {
  type: 'share',
  entity: 'customer',
  schema: shareSchema,
  form: {
    title: 'Share of their orders or spend',
    start: { type: 'share', of: 'orders', op: '>=', value: 50, where: { discounted: true } },
  },
  meaning:
    'Which percent of the orders, or of the spend, is as where says; or of the spend is on products. 100 is all of it',
  phrases: sharePhrases,
  normal: (condition) => ({
    ...condition,
    ...normalComparison(shareTest(condition)),
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
    ...(condition.products && { products: normalProductFilter(condition.products) }),
  }),
  sources: ({ where, products }) => (products === undefined ? orderSources(where) : ['orders', 'products']),
  check: ({ where, products }, ctx) => [
    ...orderFilterProblems(where, ctx, ['where']),
    ...productFilterProblems(products, ctx, ['products']),
  ],
  words(condition, ctx) {
    const part = comparisonWords(shareTest(condition), (n) => `${numberWords(n)}%`)
    return `${partWords(part, condition, ctx)}${withinWords(condition.within)}`
  },
  plan: (condition, ctx) => planShare(condition, shareTest(condition), ctx),
  predicate: (condition, ctx) => sharePredicate(condition, shareTest(condition), ctx),
  fromSql: shareFromSql,
  holds(condition, customer, _population, ctx) {
    const { part, whole } = partOf(condition, customer, ctx)
    if (whole <= 0) return false
    // In whole numbers, so that a third of three is a third.
    const test = mapValues(shareTest(condition), (value) => Math.round(value * HUNDREDTHS) * whole)
    return compare(part * 100 * HUNDREDTHS, test)
  },
  actual(condition, customer, _population, ctx) {
    const { part, whole } = partOf(condition, customer, ctx)
    if (whole <= 0)
      return `has ${condition.of === 'orders' ? 'no orders' : 'spent nothing'}${withinWords(condition.within)}`
    const percent = `${numberWords(Math.round((10_000 * part) / whole) / 100)}%`
    return `${partWords(percent, condition, ctx)}${withinWords(condition.within)}`
  },
  miss(condition, customer, _population, ctx) {
    const { part, whole } = partOf(condition, customer, ctx)
    if (whole <= 0) return undefined
    return missOf((100 * part) / whole, shareTest(condition), {
      step: 0.1,
      words: (n, more) =>
        `${numberWords(Math.ceil(10 * n - 1e-6) / 10)} percentage points ${more ? 'more' : 'less'}`,
    })
  },
}

const shareTest = ({ op, value }: ShareCondition): Comparison => ({ op, value })

function partWords(part: string, { of, where, products }: ShareCondition, ctx: ReadingContext): string {
  if (products !== undefined)
    return `spent ${part} of their money on any product ${productFilterWords(products, ctx)}`
  const like = where === undefined ? '' : ` ${orderFilterWords(where, ctx)}`
  return of === 'orders'
    ? `placed ${part} of their orders${like}`
    : `spent ${part} of their money on orders${like}`
}

/** What is so, and all of it: orders, or minor units. */
function partOf(
  { of, where, products, within }: ShareCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): { part: number; whole: number } {
  if (products !== undefined) {
    const lines = linesIn(customer, { within }, ctx)
    const cost = (some: typeof lines) => some.reduce((sum, line) => sum + line.quantity * line.price, 0)
    return {
      part: cost(lines.filter(({ product }) => productPasses(products, product, ctx))),
      whole: cost(lines),
    }
  }
  const orders = ordersIn(customer, { within }, ctx)
  const size = (some: typeof orders) =>
    of === 'orders' ? some.length : some.reduce((sum, order) => sum + order.total, 0)
  return { part: size(orders.filter((order) => orderPasses(where, order, ctx))), whole: size(orders) }
}
