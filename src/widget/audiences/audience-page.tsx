import type { AudienceView } from '#http/api.ts'
import { ActionsMenu } from '../actions/actions-menu.tsx'
import { dateTime, members, subjectOf } from '../api/format.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { freshness } from '../cards/freshness.tsx'
import { CHANNELS, PerimeterFunnel } from '../cards/perimeter.tsx'
import { ProblemCard } from '../cards/problem-card.tsx'
import { PastExports } from '../exports/past-exports.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace, useTitle } from '../shell/place.ts'
import { actions } from './actions/index.ts'
import { audiencePath } from './words.ts'

/** One audience: who falls out at which step and why, counted now; what it was; and what can be done with it. */
export function AudiencePage({ id }: { id: string }) {
  const { data: audience, error, reload } = useLoad<AudienceView>(`/api/audiences/${encodeURIComponent(id)}`)
  const { go } = usePlace()
  useTitle(audience?.name)
  useDecided(reload)
  return (
    <div class="page segment">
      <p>
        <a href="/audiences">← All audiences</a>
      </p>
      {error === undefined ? null : (
        <ProblemCard
          heading
          title={error.message}
          next={error.detail.next}
          choices={error.detail.choices.map((name) => ({ label: name, href: audiencePath(name) }))}
        />
      )}
      {audience === undefined && error === undefined ? <Loading>Counting whom it reaches…</Loading> : null}
      {audience === undefined ? null : (
        <>
          <header class="segment-head">
            <h1 dir="auto">{audience.name}</h1>
            <span class="state">{CHANNELS[audience.channel]}</span>
            <div class="segment-actions">
              <ActionsMenu
                of={audience}
                actions={actions}
                onConfirmed={({ kind }) => (kind === 'delete_audience' ? go('/audiences') : reload())}
              />
            </div>
          </header>
          {audience.description === '' ? null : <p class="muted">{audience.description}</p>}
          {audience.words === null ? null : (
            <p class="words">
              {subjectOf(audience.entity)} {audience.words}.
            </p>
          )}
          {audience.broken === null ? null : (
            <ProblemCard
              title={audience.broken}
              next="Restore what is gone, or update the audience without it: until then nobody is in it."
            />
          )}
          {audience.now === null ? null : (
            <section class="card" aria-label="Perimeter">
              <p class="headline">
                <strong class="count">{members(audience.now.perimeter.members, audience.entity)}</strong>
                <span class="muted">
                  {members(audience.members, audience.entity)} when it was confirmed, as of{' '}
                  {dateTime(audience.countedAt)}
                </span>
              </p>
              <PerimeterFunnel perimeter={audience.now.perimeter} />
              <details>
                <summary>SQL</summary>
                <pre class="sql">{audience.now.sql}</pre>
              </details>
              <p class="muted asof">
                Counted as of {dateTime(audience.now.asOf)}
                {freshness(audience.now.freshness)}
              </p>
            </section>
          )}
          <PastExports of={audience.id} />
          <h2>Versions</h2>
          <ol class="versions" reversed>
            {audience.versions.toReversed().map((version) => (
              <li key={version.version} value={version.version}>
                <strong>{version.name}</strong>
                {version.deleted ? ' was deleted' : ''}{' '}
                <span class="muted">
                  {dateTime(version.at)} by {version.by}
                </span>
                {version.words === null ? null : (
                  <div class="muted segment-description">
                    {CHANNELS[version.channel]}: {subjectOf(version.entity).toLowerCase()} {version.words}
                  </div>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
