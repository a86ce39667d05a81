import { z } from 'zod'
import type { CustomerRecord } from '../../customers/record.ts'
import { windowSchema } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { linesIn } from '../purchases/purchase-rows.ts'
import { compare, numberWords } from '../shared/comparison.ts'
import { orderFilterSchema, productFilterSchema } from '../shared/filters.ts'
import { normalOrderFilter, normalProductFilter } from '../shared/normal-filter.ts'
import { orderFilterProblems, orderFilterWords, orderSources } from '../shared/order-filter.ts'
import { ordersIn } from '../shared/order-rows.ts'
import { productFilterProblems, productFilterWords, productPasses } from '../shared/product-filter.ts'
import { changeFromSql } from './change-from-sql.ts'
import { changePredicate, factorOf, planChange } from './change-plans.ts'
import { countMiss, moneyMiss } from '../shared/miss.ts'
import { changeNounPhrases } from './change-noun-phrases.ts'
import { changePhrases } from './change-phrases.ts'

export const CHANGE_MEASURES = ['count', 'spend', 'net_spend', 'average', 'units'] as const
export const CHANGE_OPERATORS = ['>', '>=', '<', '<=', '='] as const
/** Factors are counted in ten-thousandths. */
const FINEST = 10_000

/**
 * One measure of a customer's orders in one window against the same measure in another, times a factor (1 when
 * none is given): more, at least twice as much, at most 80 %. Nothing in a window is 0; who has nothing in either
 * never passes, and an average needs an order in both.
 *
 * @example { type: 'change', measure: 'spend', within: { kind: 'last', n: 6, unit: 'month' }, op: '>', against: { kind: 'ago', from: 6, to: 12, unit: 'month' } }
 */
export const changeSchema = z
  .strictObject({
    type: z.literal('change'),
    measure: z.enum(CHANGE_MEASURES),
    within: windowSchema,
    op: z.enum(CHANGE_OPERATORS),
    times: z.number().gt(0).max(1000).optional(),
    against: windowSchema,
    /** Of these products alone: orders that hold one, pieces, or what was spent on them. */
    of: productFilterSchema.optional(),
    where: orderFilterSchema.optional(),
  })
  .superRefine((c, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (c.times !== undefined && c.times !== Math.round(c.times * FINEST) / FINEST)
      refuse('times', 'a factor has at most 4 decimals')
    if (c.of !== undefined && (c.measure === 'net_spend' || c.measure === 'average'))
      refuse('of', 'of products, count, spend and units can be compared')
    if (JSON.stringify(c.within) === JSON.stringify(c.against))
      refuse('against', 'the two windows are the same: nothing changes')
  })
export type ChangeCondition = z.infer<typeof changeSchema>

export const change: ConditionDefinition<'change', ChangeCondition> = {
  type: 'change',
  entity: 'customer',
  schema: changeSchema,
  form: {
    title: 'Change between two periods',
    start: {
      type: 'change',
      measure: 'spend',
      within: { kind: 'last', n: 90, unit: 'day' },
      op: '<',
      against: { kind: 'ago', from: 90, to: 180, unit: 'day' },
    },
  },
  meaning:
    'A measure of the orders in within, compared with times (1) that measure in against. Nobody without an order in either',
  phrases: [...changePhrases, ...changeNounPhrases],
  normal: ({ times, ...condition }) => ({
    ...condition,
    ...(times !== undefined && times !== 1 && { times }),
    ...(condition.of && { of: normalProductFilter(condition.of) }),
    ...(condition.where && { where: normalOrderFilter(condition.where) }),
  }),
  sources: ({ of, where }) => (of === undefined ? orderSources(where) : ['orders', 'products']),
  check: ({ of, where }, ctx) => [
    ...productFilterProblems(of, ctx, ['of']),
    ...orderFilterProblems(where, ctx, ['where']),
  ],
  words: (condition, ctx) => changeWords(condition, ctx),
  plan: planChange,
  predicate: changePredicate,
  fromSql: changeFromSql,
  holds(condition, customer, _population, ctx) {
    const now = measured(condition, 'within', customer, ctx)
    const then = measured(condition, 'against', customer, ctx)
    if (now.orders === 0 && then.orders === 0) return false
    const average = condition.measure === 'average'
    if (average && (now.orders === 0 || then.orders === 0)) return false
    // Averages are compared without a division, by each other's number of orders.
    const [left, right] = average ? [now.sum * then.orders, then.sum * now.orders] : [now.sum, then.sum]
    return compare(left * FINEST, { op: condition.op, value: factorOf(condition) * right })
  },
  miss(condition, customer, _population, ctx) {
    const now = measured(condition, 'within', customer, ctx)
    const then = measured(condition, 'against', customer, ctx)
    const { measure, op } = condition
    if (measure === 'average' || (now.orders === 0 && then.orders === 0)) return undefined
    const test = { op, value: (factorOf(condition) * then.sum) / FINEST }
    if (measure === 'count') return countMiss(now.sum, test, 'order')
    if (measure === 'units') return countMiss(now.sum, test, 'unit')
    return moneyMiss(now.sum, test, {
      currency: ctx.currency,
      what: `spent ${windowWords(condition.within)}`,
      signed: measure === 'net_spend',
    })
  },
  actual(condition, customer, _population, ctx) {
    const [now, then] = (['within', 'against'] as const).map((key) => measured(condition, key, customer, ctx))
    const number = (one: ReturnType<typeof measured> | undefined) => {
      if (one === undefined) return '0'
      const whole = condition.measure === 'average' && one.orders > 0 ? one.sum / one.orders : one.sum
      const money = condition.measure !== 'count' && condition.measure !== 'units'
      return numberWords(money ? Math.round(whole) / 10 ** ctx.currency.exponent : whole)
    }
    return `had ${number(now)} ${windowWords(condition.within)} against ${number(then)} ${windowWords(condition.against)}`
  },
}

interface Measured {
  readonly orders: number
  readonly sum: number
}

function measured(
  { measure, of, where, ...windows }: ChangeCondition,
  key: 'within' | 'against',
  customer: CustomerRecord,
  ctx: ReadingContext,
): Measured {
  const scope = { within: windows[key], where }
  if (of !== undefined || measure === 'units') {
    const lines = linesIn(customer, scope, ctx).filter(
      ({ product }) => of === undefined || productPasses(of, product, ctx),
    )
    const orders = new Set(lines.map(({ orderId }) => orderId)).size
    const size = (line: (typeof lines)[number]) => line.quantity * (measure === 'spend' ? line.price : 1)
    return { orders, sum: measure === 'count' ? orders : lines.reduce((sum, line) => sum + size(line), 0) }
  }
  const orders = ordersIn(customer, scope, ctx)
  const size = ({ total, refunded }: (typeof orders)[number]) =>
    measure === 'count' ? 1 : measure === 'net_spend' ? total - refunded : total
  return { orders: orders.length, sum: orders.reduce((sum, order) => sum + size(order), 0) }
}

const MORE = { '>': 'more', '<': 'less' } as const

/** `spent more in the last 6 months than 6 to 12 months ago`, `ordered at least 2 times as often this year as last year` */
function changeWords(condition: ChangeCondition, ctx: ReadingContext): string {
  const { measure, of, where, op, times = 1, within, against } = condition
  const scope =
    (of === undefined ? '' : ` of any product ${productFilterWords(of, ctx)}`) +
    (where === undefined ? '' : ` over orders ${orderFilterWords(where, ctx)}`)
  const [now, then] = [windowWords(within), windowWords(against)]
  const { verb, adverb, noun } = VERBS[measure]
  if (times === 1 && (op === '>' || op === '<')) {
    return `${verb} ${MORE[op]}${noun}${adverb === 'often' ? ' often' : ''}${scope} ${now} than ${then}`
  }
  const factor = times < 1 ? `${numberWords(100 * times)}%` : `${numberWords(times)} times`
  return `${verb} ${LIMIT_WORDS[op]} ${factor} as ${adverb}${noun}${scope} ${now} as ${then}`
}

export const LIMIT_WORDS = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
} as const

const VERBS = {
  count: { verb: 'ordered', adverb: 'often', noun: '' },
  spend: { verb: 'spent', adverb: 'much', noun: '' },
  net_spend: { verb: 'spent', adverb: 'much', noun: ' net of refunds' },
  average: { verb: 'spent', adverb: 'much', noun: ' per order' },
  units: { verb: 'bought', adverb: 'many', noun: ' units' },
} as const
