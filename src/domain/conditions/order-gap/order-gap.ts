import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'
import { countOf } from '#kernel/text.ts'
import { windowSchema } from '../../time/window.ts'
import type { ConditionDefinition, Miss } from '../define.ts'
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
import { overduePhrases } from './overdue-phrases.ts'
import { type GapTest, gapPredicate, GAPS, HUNDREDTHS, planGap } from './order-gap-plans.ts'

const DAY = 86_400
const hundredths = (factor: number): number => Math.round(factor * HUNDREDTHS)

/**
 * The time between a customer's orders that follow each other, in days: the average, shortest or longest one, or
 * that between the first or the last two. Customers with fewer than two such orders have none, and never pass. `overdue` asks
 * instead whether more than so many times that gap went by since the last of those orders.
 *
 * @example { type: 'order_gap', gap: 'average', overdue: 1 }
 * @example { type: 'order_gap', gap: 'average', op: '<', value: 30 }
 */
export const orderGapSchema = z
  .strictObject({
    type: z.literal('order_gap'),
    gap: z.enum(GAPS),
    op: z.enum(OPERATORS).optional(),
    /** Days. */
    value: comparedSchema.optional(),
    overdue: z.number().min(0.01).max(100).optional(),
    within: windowSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    refineComparison(c, ctx)
    refineAmount(c.value, ctx)
    if ((c.op === undefined) === (c.overdue === undefined)) refuse('op', 'give op and value, or overdue')
    if (c.overdue !== undefined && hundredths(c.overdue) / HUNDREDTHS !== c.overdue)
      refuse('overdue', 'a factor has at most 2 decimals')
    if ([c.value ?? []].flat().some((days) => days > 40_000 || !Number.isInteger(days * 24)))
      refuse('value', 'days, in whole hours: 0.5 is 12 hours')
  })
export type OrderGapCondition = z.infer<typeof orderGapSchema>

export const orderGap: ConditionDefinition<'order_gap', OrderGapCondition> = {
  type: 'order_gap',
  entity: 'customer',
  schema: orderGapSchema,
  form: {
    title: 'Time between orders',
    start: { type: 'order_gap', gap: 'average', op: '<=', value: 30 },
  },
  meaning:
    'Days between orders that follow each other: average, shortest, longest, or first, last (between the first, last two). overdue instead of op, value: so many times that gap went by since the last order',
  phrases: [...orderGapPhrases, ...overduePhrases],
  normal: (condition) => ({
    ...condition,
    ...(condition.overdue === undefined && normalComparison(gapTest(condition))),
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
  }),
  sources: ({ where }) => orderSources(where),
  check: ({ where }, ctx) => orderFilterProblems(where, ctx, ['where']),
  words({ gap, where, within, overdue, ...test }, ctx) {
    const like = where === undefined ? '' : ` ${orderFilterWords(where, ctx)}`
    const which = isOfTwo(gap) ? `their ${gap} two orders` : 'orders'
    if (overdue !== undefined) {
      const factor = overdue === 1 ? '' : `${numberWords(overdue)} times `
      const gaps = isOfTwo(gap) ? 'the gap' : `their ${gap} gap`
      return `have gone longer than ${factor}${gaps} between ${which} without an order${like}${withinWords(within)}`
    }
    const days = comparisonWords(gapTest(test), numberWords)
    const noun = test.value === 1 ? 'day' : 'days'
    const name = isOfTwo(gap) ? 'a gap' : `${gap === 'average' ? 'an' : 'a'} ${gap} gap`
    return `have ${name} of ${days} ${noun} between ${which}${like}${withinWords(within)}`
  },
  plan: (condition, ctx) => planGap(condition, asked(condition), ctx),
  predicate: (condition, ctx) => gapPredicate(condition, asked(condition), ctx),
  fromSql: orderGapFromSql,
  holds(condition, customer, _population, ctx) {
    const times = timesOf(ordersIn(customer, condition, ctx))
    const gaps = gapsOf(times)
    const [first] = gaps
    const last = gaps.at(-1) ?? first
    if (first === undefined || last === undefined) return false
    if (condition.overdue !== undefined) {
      // Without a division: all gaps together are the time from the first order to the last.
      const [gap, steps] =
        condition.gap === 'average'
          ? [(times.at(-1) ?? 0) - (times[0] ?? 0), gaps.length]
          : [{ shortest: Math.min(...gaps), longest: Math.max(...gaps), first, last }[condition.gap], 1]
      return HUNDREDTHS * (ctx.now - (times.at(-1) ?? 0)) * steps > hundredths(condition.overdue) * gap
    }
    const test = inSeconds(condition)
    switch (condition.gap) {
      case 'average':
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
      case 'last':
        return compare(last, test)
    }
  },
  turns({ overdue, gap, where, within }, customer, _rows, ctx, ahead) {
    if (overdue === undefined) return []
    const times = timesOf(ordersIn(customer, { where }, { ...ctx, now: ahead.until }))
    // Orders come to be asked for and leave the window in a row: each run of them has its own day.
    return times.flatMap((last, to) =>
      times.slice(0, within === undefined ? 1 : to).flatMap((_, from) => {
        const gaps = gapsOf(times.slice(from, to + 1))
        if (gaps.length === 0) return []
        const wait = Math.floor((hundredths(overdue) * secondsOf(gap, gaps)) / HUNDREDTHS)
        return [0, 1, 2].map((more) => last + wait + more)
      }),
    )
  },
  miss(condition, customer, _population, ctx) {
    const times = timesOf(ordersIn(customer, condition, ctx))
    const gaps = gapsOf(times)
    if (gaps.length === 0) return undefined
    if (condition.overdue !== undefined)
      return overdueMiss(
        ctx.now - (times.at(-1) ?? ctx.now),
        condition.overdue * secondsOf(condition.gap, gaps),
      )
    const which = isOfTwo(condition.gap)
      ? `between the ${condition.gap} two orders`
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
    const which = isOfTwo(condition.gap)
      ? 'a gap'
      : `a${condition.gap === 'average' ? 'n' : ''} ${condition.gap} gap`
    const inDays = (length: number) => numberWords(Math.round((10 * length) / DAY) / 10)
    const between = `has ${which} of ${inDays(seconds)} days between orders`
    const last = timesOf(ordersIn(customer, condition, ctx)).at(-1) ?? ctx.now
    return condition.overdue === undefined
      ? between
      : `${between}, and placed the last of them ${inDays(ctx.now - last)} days ago`
  },
}

/** Time alone makes somebody overdue; an order ends it. */
function overdueMiss(waited: number, patience: number): Miss {
  if (waited > patience) return { words: '1 more order', size: 1 }
  const more = Math.floor((patience - waited) / DAY) + 1
  return {
    words: `${countOf(more, 'day')} more without an order`,
    size: Math.min(1, (patience - waited) / Math.max(patience, 1)),
  }
}

/** Whether it lies between two orders of their own, so that it is no average or extreme. */
const isOfTwo = (gap: OrderGapCondition['gap']): boolean => gap === 'first' || gap === 'last'

function gapTest({ op, value }: Pick<OrderGapCondition, 'op' | 'value'>): Comparison {
  if (op === undefined || value === undefined) throw new Error('An unparsed condition: a gap is not compared')
  return { op, value }
}

/** The gap compared with so many seconds, or with a part of the time since the last order. */
const asked = (condition: OrderGapCondition): GapTest =>
  condition.overdue === undefined ? inSeconds(condition) : { hundredths: hundredths(condition.overdue) }

const inSeconds = (condition: OrderGapCondition): Comparison =>
  mapValues(gapTest(condition), (days) => days * DAY)

const timesOf = (orders: readonly { readonly at: Instant }[]): Instant[] =>
  orders.map(({ at }) => at).toSorted((a, b) => a - b)

function secondsOf(gap: OrderGapCondition['gap'], gaps: readonly number[]): number {
  const average = gaps.reduce((sum, one) => sum + one, 0) / gaps.length
  return {
    average,
    shortest: Math.min(...gaps),
    longest: Math.max(...gaps),
    first: gaps[0] ?? 0,
    last: gaps.at(-1) ?? 0,
  }[gap]
}

const gapsOf = (times: readonly Instant[]): number[] => times.slice(1).map((at, i) => at - (times[i] ?? at))
