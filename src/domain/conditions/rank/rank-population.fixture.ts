import type { Company } from '../../criteria/company.fixture.ts'
import type { CustomerRecord, OrderRecord } from '../../customers/record.ts'
import { foldText } from '#kernel/text.ts'
import type { ReadingContext } from '../define.ts'
import { lineSelected, linesIn } from '../purchases/purchase-rows.ts'
import { within } from '../../time/bounds.ts'
import { boundsIn, ordersIn } from '../shared/order-rows.ts'
import { placeOf, startOf } from '../sample/share-of.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { RankCondition } from './rank.ts'
import type { OrderMeasure } from './rank-values.ts'

/** Whoever a rank lets through, by comparing everybody with everybody. */
export function rankedIn(
  { customers }: Company,
  condition: RankCondition,
  ctx: ReadingContext,
  holds: (criteria: Criteria, customer: CustomerRecord) => boolean,
): ReadonlySet<number> {
  const { among, per, direction, percent = 0 } = condition
  const sign = direction === 'top' ? -1 : 1
  const ranked = customers
    .filter((customer) => among === undefined || holds(among, customer))
    .flatMap((customer) => {
      const value = valueOf(condition, customer, ctx)
      const group = per === undefined ? '' : customer.text[per]
      return value === undefined || group === null ? [] : [{ id: customer.id, value, group: foldText(group) }]
    })
    .toSorted((a, b) => sign * (a.value - b.value) || a.id - b.id)
  const groups = Map.groupBy(ranked, ({ group }) => group)
  return new Set(
    [...groups.values()].flatMap((list) => {
      const hundredths = BigInt(Math.round(percent * 100))
      const share = Number((hundredths * BigInt(list.length) + 9999n) / 10_000n)
      return list.slice(0, condition.customers ?? share).map(({ id }) => id)
    }),
  )
}

function valueOf(
  condition: RankCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): number | undefined {
  const { by, of } = condition
  if (by === 'random') return placeOf(customer.id, startOf('a number of people'))
  if (by === 'signed_up') {
    const { createdAt } = customer
    return createdAt !== null && within(boundsIn(condition.within, ctx), createdAt) ? createdAt : undefined
  }
  if (of !== undefined || by === 'quantity') {
    const lines = linesIn(customer, condition, ctx).filter(
      (line) => of === undefined || lineSelected(line, { of }, ctx),
    )
    if (lines.length === 0) return undefined
    if (by === 'orders') return new Set(lines.map((line) => line.orderId)).size
    return lines.reduce((sum, line) => sum + line.quantity * (by === 'quantity' ? 1 : line.price), 0)
  }
  const orders = ordersIn(customer, condition, ctx)
  return orders.length === 0 ? undefined : orderValue(by, orders)
}

function orderValue(by: OrderMeasure, orders: readonly OrderRecord[]): number {
  const sum = (amount: (order: OrderRecord) => number) =>
    orders.reduce((total, order) => total + amount(order), 0)
  const dates = orders.map((order) => order.at)
  switch (by) {
    case 'spend':
      return sum((order) => order.total)
    case 'net_spend':
      return sum((order) => order.total - order.refunded)
    case 'orders':
      return orders.length
    case 'average':
      return sum((order) => order.total) / orders.length
    case 'largest':
      return Math.max(...orders.map((order) => order.total))
    case 'discount':
      return sum((order) => order.discount)
    case 'first_date':
      return Math.min(...dates)
    case 'last_date':
      return Math.max(...dates)
  }
}
