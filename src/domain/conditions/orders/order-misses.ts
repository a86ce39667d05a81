import { formatMoney, fromMinor } from '#kernel/money.ts'
import type { OrderRecord } from '../../customers/record.ts'
import type { Miss, ReadingContext } from '../define.ts'
import { mapValues } from '../shared/comparison.ts'
import { countMiss, missOf, moneyMiss } from '../shared/miss.ts'
import { orderFilterWords } from '../shared/order-filter.ts'
import { withinWords } from '../shared/order-rows.ts'
import { AGGREGATES } from './order-aggregates.ts'
import type { AggregateTest } from './order-plans.ts'

/** Of somebody who has none. */
export const AN_ORDER: Miss = { words: '1 more order', size: 1 }

const WHAT = {
  spend: 'spent',
  net_spend: 'spent net of refunds',
  discount: 'saved through discounts',
  largest: 'in the largest order',
  smallest: 'in the smallest order',
} as const

/** How far orders are from the other side of a test, which is in minor units for money. */
export function aggregateMiss(
  { aggregate, test, within, where }: AggregateTest,
  orders: readonly OrderRecord[],
  ctx: ReadingContext,
): Miss | undefined {
  const { currency } = ctx
  const { of, empty } = AGGREGATES[aggregate]
  const scope = `${where === undefined ? '' : ` ${orderFilterWords(where, ctx)}`}${withinWords(within)}`
  if (aggregate === 'count') {
    return countMiss(orders.length, test, `order${scope}`, `orders${scope}`)
  }
  if (orders.length === 0 && empty === 'unknown') return { words: `an order${scope}`, size: 1 }
  if (aggregate !== 'average') {
    const what = WHAT[aggregate] + (where === undefined ? withinWords(within) : ` over orders${scope}`)
    return moneyMiss(of(orders), test, { currency, what, signed: aggregate === 'net_spend' })
  }
  // As it is tested: without a division.
  const whole = mapValues(test, (value) => value * orders.length)
  return missOf(of(orders), whole, {
    words: (n, more) =>
      `${formatMoney(fromMinor(Math.ceil(n / orders.length), currency), currency)} ${more ? 'more' : 'less'} per order`,
  })
}
