import type { Breakdown, Figures, OrderedDays } from '#domain/insights/schema.ts'
import { currencyOf, formatMoney } from '#kernel/money.ts'
import { countOf, percentOf } from '#kernel/text.ts'
import { fence } from '#kernel/untrusted.ts'

/** What a model reads of figures: a line a number, and the rows of each breakdown. */
export function figuresContent(figures: Figures): string {
  const currency = currencyOf(figures.currency)
  const money = (amount: number | null) => (amount === null ? 'unknown' : formatMoney(amount, currency))
  return [
    `Customers who ${fence(figures.words, 500)}, as of ${figures.asOf}:`,
    ...(figures.ordered === undefined ? [] : [orderedWords(figures.ordered)]),
    `${countOf(figures.customers, 'customer')}, ${figures.buyers.toLocaleString('en-US')} of them with an order${figures.ordered === undefined ? '' : ' then'}`,
    `${countOf(figures.orders, 'order')}${figures.ordered === undefined ? ' so far' : ''}, ${figures.ordersPerCustomer ?? 'unknown'} per customer`,
    `Spent ${money(figures.spent)}, ${money(figures.netSpent)} after refunds; ${money(figures.spentPerCustomer)} per customer`,
    `Average order ${money(figures.averageOrder)}`,
    ...figures.breakdowns.flatMap((breakdown) => breakdownLines(breakdown, figures.customers, money)),
  ].join('\n')
}

/** "Of orders from 2025-07-01 to 2025-09-30 alone:" */
const orderedWords = ({ from, to }: OrderedDays): string =>
  `Of orders ${[from && `from ${from}`, to && (from ? `to ${to}` : `up to ${to}`)].filter(Boolean).join(' ')} alone:`

function breakdownLines(
  { label, rows, more, unknown }: Breakdown,
  customers: number,
  money: (amount: number | null) => string,
): string[] {
  return [
    rows.length === 0 ? `By ${label}: nothing is known` : `By ${label}:`,
    ...rows.map(
      (row) =>
        `- ${fence(row.label)}: ${countOf(row.customers, 'customer')} (${percentOf(row.customers, customers)})` +
        (row.spent === null ? '' : `, ${money(row.spent)}`),
    ),
    ...(more === 0 ? [] : [`… and ${more} more`]),
    ...(unknown === 0 ? [] : [`Unknown: ${unknown.toLocaleString('en-US')}`]),
  ]
}
