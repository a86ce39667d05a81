import { z } from 'zod'
import { within } from '../../time/bounds.ts'
import { type Window, windowSchema } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'
import {
  type Comparison,
  compare,
  comparedSchema,
  comparisonOf,
  inMinor,
  mapValues,
  normalComparison,
  normalCount,
  OPERATORS,
  refineAmount,
  refineComparison,
  refineCount,
} from '../shared/comparison.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { orderFilterSchema } from '../shared/filters.ts'
import { AGGREGATE_NAMES, AGGREGATES, orderDate } from './order-aggregates.ts'
import { normalOrderFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems, orderSources } from '../shared/order-filter.ts'
import { type AggregateTest, planAggregate, planDate } from './order-plans.ts'
import { aggregatePredicate, datePredicate } from './order-predicates.ts'
import { GROSS_SPEND } from '../shared/gross-spend.ts'
import { boundsIn, ordersIn } from '../shared/order-rows.ts'
import { aggregateMiss, AN_ORDER } from './order-misses.ts'
import { dateMiss } from '../shared/miss.ts'
import { aggregateActual, aggregateWords, DATE_VERBS, dateActual } from './order-words.ts'
import { unpayable } from '../shared/problems.ts'
import { orderDatePhrases } from './order-dates-phrases.ts'
import { orderPhrases } from './orders-phrases.ts'
import { eachKindPhrases } from './each-kind-phrases.ts'
import { onlyTherePhrases } from './only-there-phrases.ts'
import { orderPeoplePhrases } from './order-people-phrases.ts'
import { buyerCountPhrases } from './buyer-count-phrases.ts'
import { orderCodePhrases } from './order-codes-phrases.ts'
import { timesThere } from './times-there-phrases.ts'
import { withAnyCode, withCode } from './with-code-phrases.ts'
import { discountOnOrder, hadDiscount, offWithoutCode, paidFullPrice } from './discount-phrases.ts'
import { orderEveryPhrases } from './order-every-phrases.ts'
import { alwaysPhrases } from './order-always-phrases.ts'
import { orderUnsaidPhrases } from './orders-unsaid-phrases.ts'
import { orderPartPhrases } from './order-part-phrases.ts'
import { moneyPhrases } from './order-money-phrases.ts'
import { seenThere } from './seen-there-phrases.ts'
import { orderColumn } from './order-column-phrases.ts'
import { ordersFromSql } from './orders-from-sql.ts'

const ORDER_MEASURES = [...AGGREGATE_NAMES, 'first_date', 'last_date'] as const

/**
 * A test over a customer's counted orders: those that `where` and `within` let through.
 * `first_date` and `last_date` take `during`; the other measures take `op` and `value` (money in currency units).
 *
 * @example { type: 'orders', measure: 'spend', op: '>', value: 500, within: { kind: 'last', n: 90, unit: 'day' } }
 * @example { type: 'orders', measure: 'last_date', during: { kind: 'older', n: 180, unit: 'day' } }
 */
export const ordersSchema = z
  .strictObject({
    type: z.literal('orders'),
    measure: z.enum(ORDER_MEASURES),
    op: z.enum(OPERATORS).optional(),
    value: comparedSchema.optional(),
    during: windowSchema.optional(),
    within: windowSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (c.measure === 'first_date' || c.measure === 'last_date') {
      if (c.during === undefined) refuse('during', `${c.measure} needs the window that it lies in`)
      for (const key of ['op', 'value', 'within', 'where'] as const) {
        if (c[key] !== undefined) refuse(key, `${c.measure} takes during and nothing else`)
      }
      return
    }
    if (c.during !== undefined) refuse('during', `only first_date and last_date take during; use within`)
    if (c.op === undefined && c.value === undefined) refuse('op', `${c.measure} needs op and value`)
    refineComparison(c, ctx)
    if (c.measure === 'count') refineCount(c.value, ctx)
    else if (c.measure !== 'net_spend') refineAmount(c.value, ctx)
  })
export type OrdersCondition = z.infer<typeof ordersSchema>

/** Nouns for what orders are measured by. */
const CALLED: Readonly<Record<OrdersCondition['measure'], string>> = {
  count: 'order frequency purchase count number times buying',
  spend: 'spend spending spent amount money revenue value',
  net_spend: 'spend spending spent amount money revenue value',
  average: 'aov average order value basket',
  largest: 'order size amount',
  smallest: 'smallest cheapest order size amount',
  discount: 'discount saving amount',
  first_date: 'order purchase first date',
  last_date: 'order purchase last recency date',
}

export const orders: ConditionDefinition<'orders', OrdersCondition> = {
  type: 'orders',
  entity: 'customer',
  schema: ordersSchema,
  form: {
    title: 'Their orders: number, worth, dates',
    start: { type: 'orders', measure: 'count', op: '>=', value: 1 },
  },
  meaning:
    'Orders not cancelled, in within and where. first_date, last_date take only during; the others op and value, money in currency units',
  phrases: [
    ...alwaysPhrases,
    ...orderEveryPhrases,
    ...orderDatePhrases,
    ...onlyTherePhrases,
    ...eachKindPhrases,
    ...orderPhrases,
    ...orderPeoplePhrases,
    ...buyerCountPhrases,
    ...orderCodePhrases,
    withCode,
    withAnyCode,
    timesThere,
    hadDiscount,
    offWithoutCode,
    paidFullPrice,
    discountOnOrder,
    orderColumn,
    ...moneyPhrases,
    ...orderPartPhrases,
    ...orderUnsaidPhrases,
    seenThere,
  ],
  deeds: [...onlyTherePhrases, ...orderPhrases, ...orderPeoplePhrases, ...orderCodePhrases, ...moneyPhrases],
  neighbours: ({ measure, during }) =>
    measure === 'first_date' && during !== undefined
      ? [
          {
            instead: 'when they joined instead of their first order',
            criteria: { type: 'attribute', field: 'created_at', op: 'during', window: during },
          },
        ]
      : [],
  about: ({ measure }) => `orders ${measure}`,
  called: ({ measure }) => CALLED[measure],
  convention: ({ measure }) => (measure === 'spend' ? GROSS_SPEND : undefined),
  money: ({ measure }) => measure !== 'count',
  normal(condition) {
    const test = comparisonOf(condition)
    if (test === undefined) return condition
    return {
      ...condition,
      ...(condition.where && { where: normalOrderFilter(condition.where) }),
      ...(condition.measure === 'count' ? normalCount(test) : normalComparison(test)),
    }
  },
  sources: ({ where }) => orderSources(where),
  check: (condition, ctx) => [
    ...(condition.measure === 'count' ? [] : unpayable(comparisonOf(condition), ctx.currency, ['value'])),
    ...orderFilterProblems(condition.where, ctx, ['where']),
  ],
  words(condition, ctx) {
    const asked = askedOf(condition)
    return asked.kind === 'date'
      ? `${DATE_VERBS[asked.which]} ${windowWords(asked.during)}`
      : aggregateWords(asked, ctx)
  },
  plan(condition, ctx) {
    const asked = askedOf(condition)
    return asked.kind === 'date'
      ? planDate(asked.which, asked.during, ctx)
      : planAggregate({ ...asked, test: inUnits(asked, ctx) }, ctx)
  },
  predicate(condition, ctx) {
    const asked = askedOf(condition)
    return asked.kind === 'date'
      ? datePredicate(asked.which, asked.during, ctx)
      : aggregatePredicate(asked, ctx)
  },
  fromSql: (test, ctx) => (test.kind === 'members' ? ordersFromSql(test, ctx) : undefined),
  holds(condition, customer, _population, ctx) {
    const asked = askedOf(condition)
    if (asked.kind === 'date') {
      const at = orderDate(asked.which, ordersIn(customer, {}, ctx))
      return at !== undefined && within(boundsIn(asked.during, ctx), at)
    }
    const rows = ordersIn(customer, asked, ctx)
    const { of, perOrder, empty } = AGGREGATES[asked.aggregate]
    if (rows.length === 0 && empty === 'unknown') return false
    const test = inUnits(asked, ctx)
    return compare(of(rows), perOrder ? mapValues(test, (value) => value * rows.length) : test)
  },
  actual(condition, customer, _population, ctx) {
    const asked = askedOf(condition)
    if (asked.kind === 'aggregate') return aggregateActual(asked, ordersIn(customer, asked, ctx), ctx)
    return dateActual(asked.which, ordersIn(customer, {}, ctx), ctx)
  },
  miss(condition, customer, _population, ctx) {
    const asked = askedOf(condition)
    if (asked.kind === 'aggregate')
      return aggregateMiss({ ...asked, test: inUnits(asked, ctx) }, ordersIn(customer, asked, ctx), ctx)
    const at = orderDate(asked.which, ordersIn(customer, {}, ctx))
    return at === undefined ? AN_ORDER : dateMiss(at, boundsIn(asked.during, ctx), ctx)
  },
}

/** What a condition asks, once its optional parts are known to fit together. */
type Asked =
  | ({ readonly kind: 'aggregate' } & AggregateTest)
  | { readonly kind: 'date'; readonly which: 'first_date' | 'last_date'; readonly during: Window }

function askedOf(condition: OrdersCondition): Asked {
  const { measure, during, within, where } = condition
  if (measure === 'first_date' || measure === 'last_date') {
    if (during === undefined) throw new Error(`An unparsed condition: ${measure} without during`)
    return { kind: 'date', which: measure, during }
  }
  const test = comparisonOf(condition)
  if (test === undefined) throw new Error(`An unparsed condition: ${measure} without a comparison`)
  return { kind: 'aggregate', aggregate: measure, test, within, where }
}

/** The comparison in what is stored: money in minor units. */
const inUnits = ({ aggregate, test }: AggregateTest, { currency }: ReadingContext): Comparison =>
  aggregate === 'count' ? test : inMinor(test, currency)
