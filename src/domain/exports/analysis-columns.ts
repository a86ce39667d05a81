import type { Currency } from '#kernel/money.ts'
import type { RfmScores } from '../customers/record.ts'
import { RFM_PATTERNS, rfmSegmentOf } from '../rfm/patterns.ts'
import { instantCell, moneyCell } from './cells.ts'
import { cell } from './csv.ts'
import type { Value } from './formats/define.ts'
import { type Column, texts } from './sheet.ts'
import { firstIdentity, ordersOf } from './sql.ts'

type Orders = ReturnType<typeof ordersOf>

/** Out of one expression about the orders, or the time that somebody is a customer. */
const numbers =
  (
    expression: (orders: Orders) => string,
    write: (value: number | null, currency: Currency) => string,
  ): Column =>
  ({ ctx, at }) => {
    const index = at(expression(ordersOf(ctx)))
    return (values) => write(numberAt(values, index), ctx.currency)
  }

const averageOrder: Column = ({ ctx, at }) => {
  const orders = ordersOf(ctx)
  const [countAt, spentAt] = [at(orders.count), at(orders.spent)]
  return (values) => {
    const [count, spent] = [numberAt(values, countAt) ?? 0, numberAt(values, spentAt) ?? 0]
    return count === 0 ? '' : moneyCell(Math.round(spent / count), ctx.currency)
  }
}

/** By the pattern of a customer; `none` for whoever has no order. */
const scored =
  (none: string, write: (pattern: RfmScores) => string | number): Column =>
  (sheet) => {
    const scores = sheet.scores()
    const cells = [none, ...RFM_PATTERNS.map((pattern) => cell(String(write(pattern))))]
    return (_, id) => cells[scores[id] ?? 0] ?? ''
  }

const consent =
  (expression: string): Column =>
  ({ at }) => {
    const index = at(expression)
    return (values) => (values[index] === 1 ? 'subscribed' : values[index] === 0 ? 'unsubscribed' : '')
  }

const instant = (at: number | null) => instantCell(at)
const money = (value: number | null, currency: Currency) => moneyCell(value ?? 0, currency)

/** What a customer is to the shop. */
export const PLAIN_COLUMNS = {
  customer_id: texts(firstIdentity),
  country: texts('c.country'),
  region: texts('c.region'),
  city: texts('c.city'),
  language: texts('c.language'),
  created_at: numbers(() => 'c.created_at', instant),
  orders: numbers(
    ({ count }) => count,
    (value) => String(value ?? 0),
  ),
  spent: numbers(({ spent }) => spent, money),
  average_order_value: averageOrder,
  first_order_at: numbers(({ firstAt }) => firstAt, instant),
  last_order_at: numbers(({ lastAt }) => lastAt, instant),
  rfm_recency: scored('', ({ recency }) => recency),
  rfm_frequency: scored('', ({ frequency }) => frequency),
  rfm_monetary: scored('', ({ monetary }) => monetary),
  rfm_segment: scored('No orders yet', rfmSegmentOf),
} as const satisfies Readonly<Record<string, Column>>

/** Who a customer is, and how to reach them: only where that was chosen and confirmed. */
export const CONTACT_COLUMNS = {
  email: texts('c.email'),
  email_consent: consent('f.email_consent'),
  phone: texts('c.phone'),
  sms_consent: consent('f.sms_consent'),
  first_name: texts('c.first_name'),
  last_name: texts('c.last_name'),
} as const satisfies Readonly<Record<string, Column>>

const numberAt = (values: readonly Value[], at: number): number | null => {
  const value = values[at]
  return typeof value === 'number' ? value : null
}
