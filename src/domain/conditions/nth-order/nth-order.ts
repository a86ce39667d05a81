import { z } from 'zod'
import { formatMoney, fromMinor } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { CustomerRecord, OrderRecord } from '../../customers/record.ts'
import { dateAt, within } from '../../time/bounds.ts'
import { windowSchema } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { orderFilterSchema } from '../shared/filters.ts'
import { normalOrderFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems, orderFilterWords, orderPasses, orderSources } from '../shared/order-filter.ts'
import { boundsIn, ordersIn, withinWords } from '../shared/order-rows.ts'
import { ordinal } from '../shared/recurring-words.ts'
import { codeOnce } from './code-once-phrases.ts'
import { laterOrdersPhrases } from './later-orders-phrases.ts'
import { soleOrderPhrases } from './sole-order-phrases.ts'
import { thatOrderPhrases } from './that-order-phrases.ts'
import { severalOrdersPhrases } from './several-orders-phrases.ts'
import { nthOrderFromSql } from './nth-order-from-sql.ts'
import { nthOrderPhrases } from './nth-order-phrases.ts'
import { dateMiss } from '../shared/miss.ts'
import { nthPredicate, planNth } from './nth-order-plans.ts'

/**
 * What the n-th of a customer's counted orders is like, by time and then id, or the last of them: its date,
 * total, discount, what it holds. Customers without such an order never pass.
 *
 * @example { type: 'nth_order', nth: 1, where: { contains: [{ product: ['Starter Kit'] }] } }
 * @example { type: 'nth_order', nth: 'last', where: { total: { op: '>', value: 200 } } }
 */
export const nthOrderSchema = z
  .strictObject({
    type: z.literal('nth_order'),
    nth: z.union([z.int().min(1).max(10_000), z.literal('last')]),
    during: windowSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .refine(({ during, where }) => during !== undefined || where !== undefined, {
    message: 'say what that order is like: give where or during',
    path: ['where'],
  })
export type NthOrderCondition = z.infer<typeof nthOrderSchema>

export const nthOrder: ConditionDefinition<'nth_order', NthOrderCondition> = {
  type: 'nth_order',
  entity: 'customer',
  schema: nthOrderSchema,
  form: {
    title: 'Their first, second … or last order',
    start: { type: 'nth_order', nth: 1, during: { kind: 'last', n: 30, unit: 'day' } },
  },
  meaning: 'The n-th order that counts (1 is the first), or the last: it is in during, and as where says',
  phrases: [
    ...nthOrderPhrases,
    ...laterOrdersPhrases,
    codeOnce,
    ...severalOrdersPhrases,
    ...soleOrderPhrases,
    ...thatOrderPhrases,
  ],
  normal: (condition) => ({
    ...condition,
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
  }),
  sources: ({ where }) => orderSources(where),
  check: ({ where }, ctx) => orderFilterProblems(where, ctx, ['where']),
  words({ nth, during, where }, ctx) {
    const like = where === undefined ? '' : ` ${orderFilterWords(where, ctx)}`
    return `placed their ${nthWords(nth)} order${like}${withinWords(during)}`
  },
  plan: planNth,
  predicate: nthPredicate,
  fromSql: nthOrderFromSql,
  holds({ nth, during, where }, customer, _population, ctx) {
    const order = nthOf(customer, nth, ctx)
    return order !== undefined && within(boundsIn(during, ctx), order.at) && orderPasses(where, order, ctx)
  },
  miss({ nth, during, where }, customer, _population, ctx) {
    const order = nthOf(customer, nth, ctx)
    if (order === undefined) {
      const missing = nth === 'last' ? 1 : nth - ordersIn(customer, {}, ctx).length
      return {
        words: `${missing} more ${missing === 1 ? 'order' : 'orders'}`,
        size: missing / Number(nth === 'last' ? 1 : nth),
      }
    }
    // Another order would be another n-th one only in the future.
    return during !== undefined && orderPasses(where, order, ctx)
      ? dateMiss(order.at, boundsIn(during, ctx), ctx)
      : undefined
  },
  actual({ nth }, customer, _population, ctx) {
    const order = nthOf(customer, nth, ctx)
    if (order === undefined) {
      const orders = ordersIn(customer, {}, ctx).length
      return orders === 0 ? 'has no orders' : `has ${countOf(orders, 'order')}`
    }
    const { currency, zone } = ctx
    const total = formatMoney(fromMinor(order.total, currency), currency)
    return `placed their ${nthWords(nth)} order on ${dateWords(dateAt(order.at, zone))} with a total of ${total}`
  },
}

const WORDS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

/** `first`, `second`, `11th`, `last` */
const nthWords = (nth: NthOrderCondition['nth']): string =>
  nth === 'last' ? nth : (WORDS[nth - 1] ?? ordinal(nth))

function nthOf(
  customer: CustomerRecord,
  nth: NthOrderCondition['nth'],
  ctx: ReadingContext,
): OrderRecord | undefined {
  const orders = ordersIn(customer, {}, ctx).toSorted((a, b) => a.at - b.at || a.id - b.id)
  return orders.at(nth === 'last' ? -1 : nth - 1)
}
