import type { Figures } from '#http/api.ts'
import { dateTime, number, people, share } from '../api/format.ts'
import { type Fact, Facts } from './facts.tsx'

/** Figures about a group of customers, and how it spreads, as bars. */
export function FiguresCard({ figures }: { figures: Figures }) {
  const money = (amount: number | null) =>
    amount === null
      ? 'unknown'
      : amount.toLocaleString('en-US', { style: 'currency', currency: figures.currency })
  const facts: readonly Fact[] = [
    ['Customers', number(figures.customers)],
    ['With an order', number(figures.buyers)],
    ['Orders', number(figures.orders)],
    ['Spent', money(figures.spent)],
    ['After refunds', money(figures.netSpent)],
    ['Average order', money(figures.averageOrder)],
    ['Spent per customer', money(figures.spentPerCustomer)],
  ]
  return (
    <section class="card figures" aria-label="Figures">
      <p class="words">Customers who {figures.words}</p>
      {figures.ordered === undefined ? null : (
        <p class="muted">
          Of orders {figures.ordered.from === undefined ? '' : `from ${figures.ordered.from} `}
          {figures.ordered.to === undefined ? '' : `to ${figures.ordered.to} `}alone
        </p>
      )}
      <Facts facts={facts} />
      {figures.breakdowns.map((breakdown) => (
        <div key={breakdown.by}>
          <h2>By {breakdown.label}</h2>
          {breakdown.rows.length === 0 ? <p class="muted">Nothing is known.</p> : null}
          <ol class="funnel" aria-label={`By ${breakdown.label}`}>
            {breakdown.rows.map((row) => (
              <li key={row.label}>
                <div class="funnel-words">
                  <span dir="auto">{row.label}</span>
                  <span class="figure" title={people(row.customers)}>
                    {share(row.customers, figures.customers)}
                    {row.spent === null ? '' : ` · ${money(row.spent)}`}
                  </span>
                </div>
                <svg
                  class="bar"
                  role="img"
                  aria-label={people(row.customers)}
                  preserveAspectRatio="none"
                  viewBox="0 0 100 6"
                >
                  <rect class="bar-all" width="100" height="6" />
                  <rect class="bar-left" width={Math.max(0.8, 100 * row.share)} height="6" />
                </svg>
              </li>
            ))}
          </ol>
          {breakdown.more > 0 ? <p class="muted">… and {number(breakdown.more)} more</p> : null}
          {breakdown.unknown > 0 ? <p class="muted">Unknown: {people(breakdown.unknown)}</p> : null}
        </div>
      ))}
      <p class="muted">As of {dateTime(figures.asOf)}</p>
    </section>
  )
}
