import { formatMoney, fromMinor } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { OrderRecord } from '../../customers/record.ts'
import { dateAt } from '../../time/bounds.ts'
import { dateWords } from '../../time/words.ts'
import { moneyWords, timesWords } from '../shared/comparison.ts'
import type { ReadingContext } from '../define.ts'
import { AGGREGATES, type Aggregate, orderDate } from './order-aggregates.ts'
import { orderFilterWords } from '../shared/order-filter.ts'
import type { AggregateTest } from './order-plans.ts'
import { agoWords } from '../shared/miss.ts'
import { type Scope, withinWords } from '../shared/order-rows.ts'

export const DATE_VERBS = { first_date: 'first ordered', last_date: 'last ordered' } as const

/** `spent more than $500 on orders with a discount in the last 90 days`; the test is in currency units. */
export function aggregateWords(asked: AggregateTest, ctx: ReadingContext): string {
  const { aggregate, test } = asked
  if (aggregate !== 'count') {
    return AMOUNT_WORDS[aggregate]('have', moneyWords(test, ctx.currency)) + ordersWords(asked, ctx)
  }
  if (asked.where !== undefined) {
    const number = test.op === '=' && test.value === 0 ? 'no orders' : timesWords(test, 'order')
    return `placed ${number}${filterWords(asked, ctx, 'whole')}`
  }
  if (test.op === '=' && test.value === 0) {
    return asked.within === undefined
      ? 'have never ordered'
      : `have not ordered${withinWords(asked.within, 'whole')}`
  }
  if (test.op === '>=' && test.value === 1) return `ordered${withinWords(asked.within)}`
  return `ordered ${timesWords(test)}${withinWords(asked.within, 'whole')}`
}

/** What a customer's orders in scope come to: `spent $312 in the last 90 days`. */
export function aggregateActual(
  asked: Omit<AggregateTest, 'test'>,
  orders: readonly OrderRecord[],
  ctx: ReadingContext,
): string {
  if (orders.length === 0) return `has no orders${filterWords(asked, ctx)}`
  if (asked.aggregate === 'count') return `has ${countOf(orders.length, 'order')}${filterWords(asked, ctx)}`
  const { of, perOrder } = AGGREGATES[asked.aggregate]
  const minor = Math.round(perOrder ? of(orders) / orders.length : of(orders))
  const amount = formatMoney(fromMinor(minor, ctx.currency), ctx.currency)
  return AMOUNT_WORDS[asked.aggregate]('has', amount) + ordersWords(asked, ctx)
}

/** `last ordered on 3 May 2025, 92 days ago` */
export function dateActual(
  which: 'first_date' | 'last_date',
  orders: readonly OrderRecord[],
  ctx: ReadingContext,
): string {
  const at = orderDate(which, orders)
  return at === undefined
    ? 'has no orders'
    : `${DATE_VERBS[which]} on ${dateWords(dateAt(at, ctx.zone))}, ${agoWords(at, ctx.now)}`
}

const AMOUNT_WORDS: Readonly<
  Record<Exclude<Aggregate, 'count'>, (have: 'have' | 'has', amount: string) => string>
> = {
  spend: (_have, amount) => `spent ${amount}`,
  net_spend: (_have, amount) => `spent ${amount} net of refunds`,
  discount: (_have, amount) => `saved ${amount} through discounts`,
  average: (have, amount) => `${have} an average order of ${amount}`,
  largest: (have, amount) => `${have} a largest order of ${amount}`,
  smallest: (have, amount) => `${have} a smallest order of ${amount}`,
}

/** What narrows an amount. */
const ordersWords = (scope: Scope, ctx: ReadingContext): string =>
  scope.where === undefined ? withinWords(scope.within) : ` over orders${filterWords(scope, ctx)}`

/** What narrows a number of orders. */
const filterWords = ({ where, within }: Scope, ctx: ReadingContext, manner?: 'whole'): string =>
  (where === undefined ? '' : ` ${orderFilterWords(where, ctx)}`) + withinWords(within, manner)
