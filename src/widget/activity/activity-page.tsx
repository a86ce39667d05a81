import { useState } from 'preact/hooks'
import type { ActivityPage as Page, Proposal } from '#http/api.ts'
import { ago, dateTime } from '../api/format.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { RequestCard } from '../proposals/draft-card.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace, useTitle } from '../shell/place.ts'
import { Filters } from './filters.tsx'
import { DEEDS } from './words.ts'

type Entry = Page['entries'][number]

/** What waits for a decision, and what was decided: by whom, when, and how to take it back. */
export function ActivityPage() {
  useTitle('Activity')
  return (
    <div class="page">
      <h1>Activity</h1>
      <p class="muted">Changes that were described. Only what you confirm is made, and it can be undone.</p>
      <Waiting />
      <h2>Decided</h2>
      <Filters />
      <Log />
    </div>
  )
}

function Waiting() {
  const { data, error, reload } = useLoad<{ proposals: readonly Proposal[] }>('/api/proposals?state=draft')
  useDecided(reload)
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading />
  return (
    <section aria-labelledby="waiting-title">
      <h2 id="waiting-title">Waiting for you</h2>
      {data.proposals.length === 0 ? <p class="muted">Nothing waits.</p> : null}
      <ul class="waiting">
        {data.proposals.map(({ id, summary, createdAt, createdBy }) => (
          <li key={id}>
            <a href={`/proposals/${id}`}>{summary}</a>{' '}
            <span class="muted">
              {ago(createdAt)} by {createdBy}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const ASKED: ReadonlySet<string> = new Set(['kind', 'did', 'who', 'what', 'since', 'until', 'before'])

function Log() {
  const { path, query } = usePlace()
  const asked = new URLSearchParams([...query].filter(([name]) => ASKED.has(name)))
  const { data, error, reload } = useLoad<Page>(`/api/activity?${asked}`)
  const [undoing, setUndoing] = useState<Entry>()
  useDecided(reload)
  const to = (before: number | null) => {
    const next = new URLSearchParams(query)
    if (before === null) next.delete('before')
    else next.set('before', String(before))
    return next.size === 0 ? path : `${path}?${next}`
  }
  if (error !== undefined) {
    return (
      <ProblemCard
        title={error.message}
        next={error.detail.next}
        choices={[{ label: 'Show everything', href: path }]}
      />
    )
  }
  if (data === undefined) return <Loading />
  if (data.entries.length === 0) {
    return (
      <p>
        {asked.size === 0 ? 'Nothing was decided yet.' : 'Nothing like that was decided.'}{' '}
        {asked.size === 0 ? null : <a href={path}>Show everything</a>}
      </p>
    )
  }
  return (
    <>
      <table class="wide">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Became</th>
            <th scope="col">
              <span class="hidden">Undo</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.entries.map((entry) => (
            <Line key={entry.id} entry={entry} onUndo={() => setUndoing(entry)} />
          ))}
        </tbody>
      </table>
      <nav class="pages" aria-label="Pages">
        {query.has('before') ? <a href={to(null)}>← Newest</a> : null}
        {data.next === null ? null : (
          <a href={to(data.next)} rel="next">
            Older →
          </a>
        )}
      </nav>
      {undoing === undefined ? null : (
        <Dialog title={`Undo: ${undoing.summary}`} onClose={() => setUndoing(undefined)}>
          <RequestCard
            path={`/api/proposals/${undoing.proposalId}/undo`}
            request={{}}
            onDecided={({ outcome }) => {
              // The removal file of an export stands in the card.
              if (outcome?.['exportId'] === undefined) setUndoing(undefined)
            }}
          />
        </Dialog>
      )}
    </>
  )
}

function Line({ entry, onUndo }: { entry: Entry; onUndo(): void }) {
  const { summary, proposalId, did, by, at, undo } = entry
  return (
    <tr>
      <td>
        <a href={`/proposals/${proposalId}`}>{summary}</a>
        <div class="muted segment-description" title={dateTime(at)}>
          {by}, {ago(at)}
        </div>
      </td>
      <td>
        <span class={`state ${did}`}>{DEEDS[did]}</span>
      </td>
      <td>
        {undo === 'able' ? (
          <button type="button" aria-label={`Undo: ${summary}`} onClick={onUndo}>
            Undo…
          </button>
        ) : undo === null ? null : (
          <small class="muted">{undo === 'undone' ? 'Undone' : 'Changed again since'}</small>
        )}
      </td>
    </tr>
  )
}
