import { formatMoney, fromMinor } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import type { InnerReadings, ReadingContext } from '../define.ts'
import { dateAt } from '../../time/bounds.ts'
import { dateWords } from '../../time/words.ts'
import { aggregateActual, dateActual } from '../orders/order-words.ts'
import { lineSelected, linesIn } from '../purchases/purchase-rows.ts'
import { scopeWords } from '../purchases/purchase-words.ts'
import { agoWords } from '../shared/miss.ts'
import { ordersIn } from '../shared/order-rows.ts'
import { productFilterWords } from '../shared/product-filter.ts'
import type { RankCondition } from './rank.ts'
import { isLineMeasure } from './rank-values.ts'

/** What a customer is ranked by, or that it is not among those who are ranked. */
export function rankActual(
  condition: RankCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
  inner: Pick<InnerReadings, 'holds' | 'words'>,
): string {
  const { among, by, per } = condition
  if (among !== undefined && !inner.holds(among, customer)) return 'is not among those who are ranked'
  if (per !== undefined && customer.text[per] === null) return `has no known ${per}`
  if (by === 'random') return 'is among those who are drawn from'
  if (by === 'signed_up') return signUpActual(customer, ctx)
  if (by === 'quantity' || condition.of !== undefined) return linesActual(condition, customer, ctx)
  const orders = ordersIn(customer, condition, ctx)
  if (by === 'first_date' || by === 'last_date') return dateActual(by, orders, ctx)
  const { within, where } = condition
  return aggregateActual({ aggregate: by === 'orders' ? 'count' : by, within, where }, orders, ctx)
}

function signUpActual({ createdAt }: CustomerRecord, { zone, now }: ReadingContext): string {
  return createdAt === null || createdAt > now
    ? 'has no known date of signing up'
    : `signed up on ${dateWords(dateAt(createdAt, zone))}, ${agoWords(createdAt, now)}`
}

function linesActual(condition: RankCondition, customer: CustomerRecord, ctx: ReadingContext): string {
  const { by, of } = condition
  const lines = linesIn(customer, condition, ctx).filter(
    (line) => of === undefined || lineSelected(line, { of }, ctx),
  )
  const what = of === undefined ? 'anything' : `any product ${productFilterWords(of, ctx)}`
  const scope = scopeWords(condition, ctx)
  if (lines.length === 0 || !isLineMeasure(by)) return `has not bought ${what}${scope}`
  if (by === 'orders')
    return `bought ${what} ${countOf(new Set(lines.map((line) => line.orderId)).size, 'time')}${scope}`
  const units = lines.reduce((sum, line) => sum + line.quantity, 0)
  if (by === 'quantity') return `bought ${countOf(units, 'unit')} of ${what}${scope}`
  const spent = lines.reduce((sum, line) => sum + line.quantity * line.price, 0)
  return `spent ${formatMoney(fromMinor(spent, ctx.currency), ctx.currency)} on ${what}${scope}`
}
