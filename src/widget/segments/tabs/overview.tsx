import { useEffect } from 'preact/hooks'
import type { FullFigures, SegmentFigures, SegmentView } from '#http/api.ts'
import { ago, dateTime, money, number, people, share } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { type Fact, Facts } from '../../cards/facts.tsx'
import { freshness } from '../../cards/freshness.tsx'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { Loading } from '../../shell/loading.tsx'
import { HeatGrid, SpendBars } from '../heat-grid.tsx'
import { USERS } from '../words.ts'
import type { SegmentTab } from './define.ts'

const LOOK_MS = 2000

/** Who it is, how many, and what they are worth. */
function Overview({ segment }: { readonly segment: SegmentView }) {
  const { data, error, reload } = useLoad<SegmentFigures>(
    `/api/segments/${segment.id}/figures?counted=${segment.refreshedAt ?? ''}`,
  )
  const figures = data?.figures
  // After a change they are worked out within moments.
  useEffect(() => {
    if (data?.figures !== null) return
    const timer = setTimeout(reload, LOOK_MS)
    return () => clearTimeout(timer)
  }, [data])
  return (
    <>
      <section class="card" aria-label="How many, and what they are worth">
        <p class="headline">
          <strong class="count">
            {segment.members === null ? 'Not counted yet' : people(segment.members)}
          </strong>
          {segment.members === null ? null : (
            <span class="muted">
              {share(segment.members, segment.total)} of {number(segment.total)}
            </span>
          )}
        </p>
        {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
        {figures === null ? <Loading>Its figures are being worked out…</Loading> : null}
        <SegmentFacts segment={segment} figures={figures ?? undefined} />
        {segment.refreshedAt === null ? null : (
          <p class="muted asof" title={dateTime(segment.refreshedAt)}>
            Counted {ago(segment.refreshedAt)}
            {freshness(segment.freshness)}. Orders that were cancelled do not count.
          </p>
        )}
      </section>
      <Criteria segment={segment} />
      {figures == null ? null : (
        <div class="side-by-side">
          <section class="card" aria-labelledby="products-title">
            <h2 id="products-title">Top products</h2>
            <Products figures={figures} />
          </section>
          <section class="card" aria-labelledby="rfm-title">
            <h2 id="rfm-title">Recency, frequency and spend</h2>
            <HeatGrid patterns={figures.patterns} />
            <SpendBars patterns={figures.patterns} />
          </section>
        </div>
      )}
    </>
  )
}

function SegmentFacts({ segment, figures }: { segment: SegmentView; figures: FullFigures | undefined }) {
  const facts: readonly Fact[] = [
    ...(figures === undefined ? [] : worth(figures)),
    ...(segment.objective === null ? [] : [['Strategic objective', segment.objective] as const]),
    ...(segment.campaignType === null ? [] : [['Campaign type', segment.campaignType] as const]),
  ]
  return <Facts facts={facts} />
}

function worth(figures: FullFigures): readonly Fact[] {
  const inMoney = (amount: number | null) => (amount === null ? '–' : money(amount, figures.currency))
  return [
    ['Total revenue', inMoney(figures.revenue)],
    ['Average order', inMoney(figures.averageOrder)],
    ['Revenue per customer', inMoney(figures.customers === 0 ? null : figures.revenue / figures.customers)],
    ['Orders', number(figures.orders)],
    ['With an order', number(figures.buyers)],
  ]
}

function Criteria({ segment }: { segment: SegmentView }) {
  return (
    <section class="card" aria-labelledby="criteria-title">
      <h2 id="criteria-title">Who is in it</h2>
      {segment.words === null ? (
        <p>A list: its members come from elsewhere, and change when it is imported again.</p>
      ) : (
        <p class="words">Customers who {segment.words}.</p>
      )}
      {segment.rules.length === 0 ? null : (
        <ul class="rules" aria-label="Rules">
          {segment.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
      {segment.usedBy.length === 0 ? null : (
        <p class="muted">
          Used by {segment.usedBy.map(({ name, type }) => `${name} (${USERS[type]})`).join(', ')}
        </p>
      )}
      {segment.sql === null ? null : (
        <details>
          <summary>SQL</summary>
          <pre class="sql">{segment.sql}</pre>
        </details>
      )}
    </section>
  )
}

function Products({ figures: { products, customers, currency } }: { figures: FullFigures }) {
  const most = products[0]?.spent ?? 0
  if (products.length === 0) return <p class="muted">Nothing was bought that has a product.</p>
  return (
    <ol class="funnel" aria-label="Top products by what members spent on them">
      {products.map(({ title, customers: buyers, spent }) => (
        <li key={title}>
          <div class="funnel-words">
            <span dir="auto">{title}</span>
            <span class="figure" title={`Bought by ${people(buyers)}`}>
              {money(spent, currency)} <span class="muted">{share(buyers, customers)} bought it</span>
            </span>
          </div>
          <svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 6">
            <rect class="bar-all" width="100" height="6" />
            <rect class="bar-left" width={most === 0 ? 0 : Math.max(0.8, (100 * spent) / most)} height="6" />
          </svg>
        </li>
      ))}
    </ol>
  )
}

export const overview: SegmentTab = { id: 'overview', label: 'Overview', Panel: Overview }
