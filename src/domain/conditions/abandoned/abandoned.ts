import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import { windowSchema } from '../../time/window.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonOf,
  isSome,
  normalCount,
  OPERATORS,
  refineComparison,
  refineCount,
  timesWords,
} from '../shared/comparison.ts'
import { eventFilterWords, eventProblems, eventsIn } from '../shared/event-rows.ts'
import { countMiss } from '../shared/miss.ts'
import { eventFilterSchema } from '../shared/filters.ts'
import { normalEventFilter } from '../shared/normal-filter.ts'
import { ordersIn, withinWords } from '../shared/order-rows.ts'
import { ABANDONABLE, type Abandonable } from './abandonable.ts'
import { abandonedFromSql } from './abandoned-from-sql.ts'
import { abandonedPhrases } from './abandoned-phrases.ts'
import { abandonedPredicate, planAbandoned } from './abandoned-plans.ts'

/**
 * Abandoned carts, checkouts and browsing: such an event happened in the window, and no counted order at or
 * after it, whatever was ordered. Without a comparison: at least once.
 *
 * @example { type: 'abandoned', event: 'added_to_cart', within: { kind: 'last', n: 7, unit: 'day' } }
 */
export const abandonedSchema = z
  .strictObject({
    type: z.literal('abandoned'),
    event: z.enum(ABANDONABLE),
    op: z.enum(OPERATORS).optional(),
    value: comparedSchema.optional(),
    within: windowSchema.optional(),
    where: eventFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    refineComparison(c, ctx)
    refineCount(c.value, ctx)
  })
export type AbandonedCondition = z.infer<typeof abandonedSchema>

export const abandoned: ConditionDefinition<'abandoned', AbandonedCondition> = {
  type: 'abandoned',
  entity: 'customer',
  schema: abandonedSchema,
  form: {
    title: 'Left a cart, checkout or product',
    start: {
      type: 'abandoned',
      event: 'added_to_cart',
      within: { kind: 'last', n: 30, unit: 'day' },
    },
  },
  meaning:
    'Cart, checkout or product view with no counted order at or after it; within is when it happened; at least one unless op says else',
  phrases: abandonedPhrases,
  called: () => 'cart checkout abandonment abandoned',
  money: () => false,
  normal(condition) {
    const { op: _op, value: _value, ...others } = condition
    const test = normalCount(testOf(condition))
    const where = condition.where && { where: normalEventFilter(condition.where) }
    return { ...others, ...where, ...(isSome(test) ? {} : test) }
  },
  sources: ({ where }) => [
    'events',
    'orders',
    ...(where?.product === undefined ? [] : ['products' as const]),
  ],
  check: ({ event, where }, ctx) => eventProblems({ event: [event], where }, ctx),
  words(condition, ctx) {
    const what = `abandoned ${OBJECTS[condition.event]}`
    const scope = eventFilterWords(condition.where, ctx) + withinWords(condition.within)
    const test = comparisonOf(condition)
    if (test === undefined) return `${what}${scope}`
    if (test.op === '=' && test.value === 0) return `have ${scope === '' ? 'never' : 'not'} ${what}${scope}`
    return `${what} ${timesWords(test)}${scope}`
  },
  plan: (condition, ctx) => planAbandoned({ ...condition, test: testOf(condition) }, ctx),
  predicate: (condition, ctx) => abandonedPredicate({ ...condition, test: testOf(condition) }, ctx),
  fromSql: abandonedFromSql,
  holds: (condition, customer, _population, ctx) =>
    compare(timesAbandoned(condition, customer, ctx), testOf(condition)),
  actual(condition, customer, _population, ctx) {
    const times = timesAbandoned(condition, customer, ctx)
    const scope = eventFilterWords(condition.where, ctx) + withinWords(condition.within)
    const what = `abandoned ${OBJECTS[condition.event]}`
    return times === 0 ? `has not ${what}${scope}` : `${what} ${countOf(times, 'time')}${scope}`
  },
  miss(condition, customer, _population, ctx) {
    const what = `that they abandoned ${OBJECTS[condition.event]}`
    return countMiss(
      timesAbandoned(condition, customer, ctx),
      testOf(condition),
      `time ${what}`,
      `times ${what}`,
    )
  },
}

const OBJECTS: Readonly<Record<Abandonable, string>> = {
  added_to_cart: 'a cart',
  started_checkout: 'a checkout',
  viewed_product: 'browsing',
}

const testOf = (condition: AbandonedCondition): Comparison =>
  comparisonOf(condition) ?? { op: '>=', value: 1 }

/** Events after the last order are those that none came at or after. */
function timesAbandoned(
  { event, within, where }: AbandonedCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): number {
  const lastOrder = Math.max(-Infinity, ...ordersIn(customer, {}, ctx).map((order) => order.at))
  return eventsIn(customer, { event: [event], within, where }, ctx).filter((row) => row.at > lastOrder).length
}
