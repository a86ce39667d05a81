import type { Distribution, IndicatorView } from '#http/api.ts'
import { dateTime } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { Histogram } from '../cards/histogram.tsx'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { kindWords, meaningWords, POLICIES, sentence } from './words.ts'

/** One indicator: what it is, how it spreads, how it is kept, and what it was. */
export function IndicatorPage({ id }: { id: string }) {
  const { data, error } = useLoad<IndicatorView>(`/api/indicators/${encodeURIComponent(id)}`)
  const spread = useLoad<Distribution>(`/api/indicators/${encodeURIComponent(id)}/distribution`)
  const failed = error ?? spread.error
  useTitle(data?.name)
  return (
    <div class="page indicator">
      <p>
        <a href="/indicators">← All indicators</a>
      </p>
      {failed === undefined ? null : (
        <ProblemCard heading={data === undefined} title={failed.message} next={failed.detail.next} />
      )}
      {data === undefined && failed === undefined ? <Loading /> : null}
      {data === undefined ? null : (
        <>
          <h1 dir="auto">{data.name}</h1>
          <p class="words">{meaningWords(data)}</p>
          {data.description === '' ? null : <p class="muted">{sentence(data.description)}</p>}
          <section class="card">
            {spread.data === undefined ? (
              <Loading>Reading…</Loading>
            ) : (
              <Histogram distribution={spread.data} />
            )}
          </section>
          <section class="card" aria-label="How it is kept">
            <dl class="kept">
              <div>
                <dt>Kind</dt>
                <dd>{kindWords(data)}</dd>
              </div>
              <div>
                <dt>Refresh</dt>
                <dd>
                  {POLICIES[data.policy]}
                  <p class="muted">{sentence(data.policyReason)}</p>
                </dd>
              </div>
              <div>
                <dt>Values</dt>
                <dd>
                  {data.valuesAsOf === null ? 'As of now' : `Stored as of ${dateTime(data.valuesAsOf)}`}
                </dd>
              </div>
              <div>
                <dt>Used by</dt>
                <dd>
                  {data.usedBy.length === 0
                    ? 'Nothing yet'
                    : data.usedBy.map(({ name, type }) => `${name} (${type})`).join(', ')}
                </dd>
              </div>
            </dl>
            <details>
              <summary>SQL</summary>
              <pre class="sql">{data.sql}</pre>
            </details>
          </section>
          <h2>Versions</h2>
          <ol class="versions" reversed>
            {data.versions.toReversed().map((version) => (
              <li key={version.version} value={version.version}>
                <strong>{version.name}</strong>
                {version.deleted ? ' was deleted' : ''}{' '}
                <span class="muted">
                  {dateTime(version.at)} by {version.by}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
