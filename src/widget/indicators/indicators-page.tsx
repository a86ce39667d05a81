import { useState } from 'preact/hooks'
import type { Distribution, IndicatorList, ShownIndicator } from '#http/api.ts'
import { dateTime, number, share } from '../api/format.ts'
import { numberIn } from '../api/units.ts'
import { useLoad } from '../api/use-load.ts'
import { Sparkbars } from '../cards/histogram.tsx'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { kindWords, meaningWords, POLICIES, sentence } from './words.ts'

/** The named facts about customers, each with how it spreads. */
export function IndicatorsPage() {
  const [search, setSearch] = useState('')
  useTitle('Indicators')
  const { data, error } = useLoad<IndicatorList>(`/api/indicators?search=${encodeURIComponent(search)}`)
  return (
    <div class="page">
      <h1>Indicators</h1>
      <p class="muted">
        Named facts about each customer, to be asked for by name. New ones begin in the <a href="/">chat</a>:
        “Create an indicator called Active: ordered in the last 90 days”.
      </p>
      <div class="toolbar">
        <input
          type="search"
          aria-label="Search indicators"
          placeholder="Search indicators"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </div>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data?.indicators.length === 0 ? <p>Nothing found.</p> : null}
      <ul class="indicators wide" aria-label="Indicators">
        {data?.indicators.map((indicator) => (
          <Row key={indicator.id} indicator={indicator} />
        ))}
      </ul>
    </div>
  )
}

function Row({ indicator }: { indicator: ShownIndicator }) {
  const { data, error } = useLoad<Distribution>(`/api/indicators/${indicator.id}/distribution`)
  return (
    <li class="card">
      <div>
        <h2>
          <a href={`/indicators/${indicator.id}`} dir="auto">
            {indicator.name}
          </a>
        </h2>
        <p>{indicator.description === '' ? meaningWords(indicator) : sentence(indicator.description)}</p>
        <p class="muted">
          {kindWords(indicator)}
          {indicator.origin === 'builtin' ? ', built in' : ''}. {POLICIES[indicator.policy]}.
        </p>
      </div>
      <div class="spark">
        {error === undefined ? null : <p class="warning">{error.message}</p>}
        {data === undefined ? (
          error === undefined && <Loading>Reading…</Loading>
        ) : (
          <>
            <Sparkbars distribution={data} />
            <p class="muted">
              {summaryOf(data)}
              <br />
              As of {dateTime(data.asOf)}
            </p>
          </>
        )}
      </div>
    </li>
  )
}

function summaryOf({ unit, known, total, spread, currency }: Distribution): string {
  if (unit === null) return `${number(known)} have it, ${share(known, total)}`
  if (spread === null) return 'Nobody has a value yet'
  return `Half have ${numberIn(spread.median, unit, currency)} or less, of ${number(known)} with a value`
}
