import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'
import { windowSchema } from '../../time/window.ts'
import type { ConditionDefinition } from '../define.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonWords,
  mapValues,
  normalComparison,
  numberWords,
  OPERATORS,
  refineAmount,
  refineComparison,
} from '../shared/comparison.ts'
import { missOf } from '../shared/miss.ts'
import { orderFilterSchema } from '../shared/filters.ts'
import { normalOrderFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems, orderFilterWords, orderSources } from '../shared/order-filter.ts'
import { ordersIn, withinWords } from '../shared/order-rows.ts'
import { orderGapFromSql } from './order-gap-from-sql.ts'
import { orderGapPhrases } from './order-gap-phrases.ts'
import { gapPredicate, planGap } from './order-gap-plans.ts'

export const GAPS = ['average', 'shortest', 'longest', 'first'] as const
const DAY = 86_400

/**
 * The time between a customer's orders that follow each other, in days: the average, shortest or longest one, or
 * that between the first two. Customers with fewer than two such orders have none, and never pass.
 *
 * @example { type: 'order_gap', gap: 'average', op: '<', value: 30 }
 */
export const orderGapSchema = z
  .strictObject({
    type: z.literal('order_gap'),
    gap: z.enum(GAPS),
    op: z.enum(OPERATORS),
    /** Days. */
    value: comparedSchema,
    within: windowSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    refineComparison(c, ctx)
    refineAmount(c.value, ctx)
    if ([c.value].flat().some((days) => days > 40_000 || !Number.isInteger(days * 24)))
      ctx.addIssue({ code: 'custom', path: ['value'], message: 'days, in whole hours: 0.5 is 12 hours' })
  })
export type OrderGapCondition = z.infer<typeof orderGapSchema>

export const orderGap: ConditionDefinition<'order_gap', OrderGapCondition> = {
  type: 'order_gap',
  entity: 'customer',
  schema: orderGapSchema,
  meaning:
    'Days between orders that follow each other: the average, shortest, longest, or first (between the first two)',
  phrases: orderGapPhrases,
  normal: (condition) => ({
    ...condition,
    ...normalComparison(gapTest(condition)),
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
  }),
  sources: ({ where }) => orderSources(where),
  check: ({ where }, ctx) => orderFilterProblems(where, ctx, ['where']),
  words({ gap, where, within, ...test }, ctx) {
    const like = where === undefined ? '' : ` ${orderFilterWords(where, ctx)}`
    const which = gap === 'first' ? 'their first two orders' : 'orders'
    const days = comparisonWords(gapTest(test), numberWords)
    const noun = test.value === 1 ? 'day' : 'days'
    const name = gap === 'first' ? 'a gap' : `${gap === 'average' ? 'an' : 'a'} ${gap} gap`
    return `have ${name} of ${days} ${noun} between ${which}${like}${withinWords(within)}`
  },
  plan: (condition, ctx) =>
    planGap(
      condition,
      mapValues(gapTest(condition), (days) => days * DAY),
      ctx,
    ),
  predicate: (condition, ctx) =>
    gapPredicate(
      condition,
      mapValues(gapTest(condition), (days) => days * DAY),
      ctx,
    ),
  fromSql: orderGapFromSql,
  holds(condition, customer, _population, ctx) {
    const times = timesOf(ordersIn(customer, condition, ctx))
    const gaps = gapsOf(times)
    const [first] = gaps
    if (first === undefined) return false
    const test = mapValues(gapTest(condition), (days) => days * DAY)
    switch (condition.gap) {
      case 'average':
        // Without a division: all gaps together are the time from the first order to the last.
        return compare(
          (times.at(-1) ?? 0) - (times[0] ?? 0),
          mapValues(test, (seconds) => seconds * gaps.length),
        )
      case 'shortest':
        return compare(Math.min(...gaps), test)
      case 'longest':
        return compare(Math.max(...gaps), test)
      case 'first':
        return compare(first, test)
    }
  },
  miss(condition, customer, _population, ctx) {
    const gaps = gapsOf(timesOf(ordersIn(customer, condition, ctx)))
    if (gaps.length === 0) return undefined
    const which =
      condition.gap === 'first'
        ? 'between the first two orders'
        : `in the ${condition.gap} gap between orders`
    return missOf(secondsOf(condition.gap, gaps) / DAY, gapTest(condition), {
      step: 0.1,
      words: (n, more) =>
        `${numberWords(Math.ceil(10 * n - 1e-6) / 10)} days ${more ? 'more' : 'less'} ${which}`,
    })
  },
  actual(condition, customer, _population, ctx) {
    const gaps = gapsOf(timesOf(ordersIn(customer, condition, ctx)))
    if (gaps.length === 0) return `has fewer than two such orders${withinWords(condition.within)}`
    const seconds = secondsOf(condition.gap, gaps)
    const which =
      condition.gap === 'first' ? 'a gap' : `a${condition.gap === 'average' ? 'n' : ''} ${condition.gap} gap`
    return `has ${which} of ${numberWords(Math.round((10 * seconds) / DAY) / 10)} days between orders`
  },
}

const gapTest = ({ op, value }: Pick<OrderGapCondition, 'op' | 'value'>): Comparison => ({ op, value })

const timesOf = (orders: readonly { readonly at: Instant }[]): Instant[] =>
  orders.map(({ at }) => at).toSorted((a, b) => a - b)

function secondsOf(gap: OrderGapCondition['gap'], gaps: readonly number[]): number {
  const average = gaps.reduce((sum, one) => sum + one, 0) / gaps.length
  return { average, shortest: Math.min(...gaps), longest: Math.max(...gaps), first: gaps[0] ?? 0 }[gap]
}

const gapsOf = (times: readonly Instant[]): number[] => times.slice(1).map((at, i) => at - (times[i] ?? at))
