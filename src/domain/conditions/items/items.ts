import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import { windowSchema } from '../../time/window.ts'
import type { ConditionDefinition } from '../define.ts'
import { linesIn } from '../purchases/purchase-rows.ts'
import { scopeWords } from '../purchases/purchase-words.ts'
import { LINE_COUNT_NAMES, lineCount } from '../shared/basket.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  normalCount,
  OPERATORS,
  refineComparison,
  refineCount,
  timesWords,
} from '../shared/comparison.ts'
import { countMiss } from '../shared/miss.ts'
import { orderFilterSchema, productFilterSchema } from '../shared/filters.ts'
import { normalOrderFilter, normalProductFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems } from '../shared/order-filter.ts'
import { productFilterProblems, productFilterWords, productPasses } from '../shared/product-filter.ts'
import { itemsFromSql } from './items-from-sql.ts'
import { itemsPhrases } from './items-phrases.ts'
import { itemsPredicate, planItemCount } from './items-plans.ts'

/**
 * How many different products, categories or brands a customer bought, or how many pieces in all, over the
 * counted orders in `within` and `where`; of the products that match `of` alone, where it is given.
 *
 * @example { type: 'items', measure: 'categories', op: '>=', value: 3 }
 */
export const itemsSchema = z
  .strictObject({
    type: z.literal('items'),
    measure: z.enum(LINE_COUNT_NAMES),
    op: z.enum(OPERATORS),
    value: comparedSchema,
    of: productFilterSchema.optional(),
    within: windowSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    refineComparison(c, ctx)
    refineCount(c.value, ctx)
    if (c.measure === 'units' && c.of !== undefined) {
      const message = 'pieces of some products are asked with purchases, measure quantity'
      ctx.addIssue({ code: 'custom', path: ['of'], message })
    }
  })
export type ItemsCondition = z.infer<typeof itemsSchema>

export const items: ConditionDefinition<'items', ItemsCondition> = {
  type: 'items',
  entity: 'customer',
  schema: itemsSchema,
  form: {
    title: 'How many products they bought',
    start: { type: 'items', measure: 'products', op: '>=', value: 2 },
  },
  meaning:
    'How many different products, categories or brands were bought in all, or units; in one order: orders with where',
  phrases: itemsPhrases,
  normal: (condition) => ({
    ...condition,
    ...normalCount(testOf(condition)),
    ...(condition.of && { of: normalProductFilter(condition.of) }),
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
  }),
  sources: () => ['orders', 'products'],
  check: ({ of, where }, ctx) => [
    ...productFilterProblems(of, ctx, ['of']),
    ...orderFilterProblems(where, ctx, ['where']),
  ],
  words(condition, ctx) {
    const { measure, of } = condition
    const { one, many } = lineCount(measure).noun
    const number = timesWords(testOf(condition), one, many)
    const scope = scopeWords(condition, ctx)
    const products = of === undefined ? '' : productFilterWords(of, ctx)
    switch (measure) {
      case 'units':
        return `bought ${number} in total${scope}`
      case 'products':
        return `bought ${number}${products === '' ? '' : ` ${products}`}${scope}`
      case 'categories':
      case 'brands':
        return `bought from ${number}${products === '' ? '' : ` among products ${products}`}${scope}`
    }
  },
  plan: (condition, ctx) => planItemCount(condition, testOf(condition), ctx),
  predicate: (condition, ctx) => itemsPredicate(condition, testOf(condition), ctx),
  fromSql: itemsFromSql,
  holds: (condition, customer, _population, ctx) =>
    compare(measured(condition, customer, ctx), testOf(condition)),
  actual(condition, customer, _population, ctx) {
    const n = measured(condition, customer, ctx)
    const { one, many } = lineCount(condition.measure).noun
    const products =
      condition.of === undefined ? '' : ` among products ${productFilterWords(condition.of, ctx)}`
    return `bought ${countOf(n, one, many)}${products}${scopeWords(condition, ctx)}`
  },
  miss(condition, customer, _population, ctx) {
    const { one, many } = lineCount(condition.measure).noun
    return countMiss(measured(condition, customer, ctx), testOf(condition), one, many)
  },
}

const testOf = ({ op, value }: ItemsCondition): Comparison => ({ op, value })

function measured(
  condition: ItemsCondition,
  customer: Parameters<typeof linesIn>[0],
  ctx: Parameters<typeof linesIn>[2],
): number {
  const { of } = condition
  const lines = linesIn(customer, condition, ctx)
  return lineCount(condition.measure).of(
    of === undefined ? lines : lines.filter(({ product }) => productPasses(of, product, ctx)),
  )
}
