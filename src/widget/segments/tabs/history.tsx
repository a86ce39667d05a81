import { useState } from 'preact/hooks'
import type { SegmentCount, SegmentHistory, SegmentView } from '#http/api.ts'
import { dateTime, number, people } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { Loading } from '../../shell/loading.tsx'
import { causeWords } from '../causes.ts'
import { SizeChart } from '../size-chart.tsx'
import type { SegmentTab } from './define.ts'

/** How its size went and why, who changed what, and how many were in it on a day. */
function History({ segment }: { readonly segment: SegmentView }) {
  const { data, error } = useLoad<SegmentHistory>(
    `/api/segments/${segment.id}/history?counted=${segment.refreshedAt ?? ''}`,
  )
  return (
    <>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data === undefined && error === undefined ? <Loading /> : null}
      {data === undefined || segment.kind === 'list' ? null : (
        <section class="card" aria-labelledby="size-title">
          <h2 id="size-title">Size over time</h2>
          {data.counts.length === 0 ? (
            <p class="muted">It was not counted yet. Its history begins with the first count.</p>
          ) : (
            <>
              <SizeChart counts={data.counts} />
              <Counts counts={data.counts} />
              <OnADay segment={segment} counts={data.counts} />
            </>
          )}
        </section>
      )}
      <Versions segment={segment} />
    </>
  )
}

const SHOWN = 8

function Counts({ counts }: { counts: readonly SegmentCount[] }) {
  const [all, setAll] = useState(false)
  const newest = counts.toReversed()
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">Counted</th>
            <th scope="col" class="figure">
              Customers
            </th>
            <th scope="col" class="figure">
              Entered
            </th>
            <th scope="col" class="figure">
              Left
            </th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {(all ? newest : newest.slice(0, SHOWN)).map((count) => (
            <tr key={count.at + count.cause}>
              <td>{dateTime(count.at)}</td>
              <td class="figure">{number(count.members)}</td>
              <td class="figure">{number(count.entered)}</td>
              <td class="figure">{number(count.left)}</td>
              <td>{causeWords(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {all || newest.length <= SHOWN ? null : (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          Show all {number(newest.length)} counts
        </button>
      )}
    </>
  )
}

function OnADay({ segment, counts }: { segment: SegmentView; counts: readonly SegmentCount[] }) {
  const [date, setDate] = useState('')
  return (
    <div class="on-a-day">
      <label>
        How many were in it on{' '}
        <input
          type="date"
          value={date}
          min={counts[0]?.at.slice(0, 10)}
          max={new Date().toISOString().slice(0, 10)}
          onInput={(event) => setDate(event.currentTarget.value)}
        />
      </label>
      {date === '' ? null : <CountOn segment={segment} date={date} />}
    </div>
  )
}

function CountOn({ segment, date }: { segment: SegmentView; date: string }) {
  const { data, error } = useLoad<SegmentCount>(
    `/api/segments/${segment.id}/as-of?date=${encodeURIComponent(date)}`,
  )
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  return (
    <p aria-live="polite">
      {data === undefined ? null : (
        <>
          <strong>{people(data.members)}</strong>{' '}
          <span class="muted">as counted on {dateTime(data.at)}, the last count of that day or before</span>
        </>
      )}
    </p>
  )
}

function Versions({ segment }: { segment: SegmentView }) {
  const [restoring, setRestoring] = useState<number>()
  const newestFirst = segment.versions.toReversed()
  return (
    <section class="card" aria-labelledby="versions-title">
      <h2 id="versions-title">Versions</h2>
      <ol class="versions" reversed>
        {newestFirst.map((version, i) => {
          const before = newestFirst[i + 1]
          return (
            <li key={version.version} value={version.version}>
              <strong>{version.name}</strong>
              {version.deleted ? ' was deleted' : before === undefined ? ' was created' : ''}{' '}
              <span class="muted">
                {dateTime(version.at)} by {version.by}
              </span>
              {version.words === null || version.words === before?.words ? null : (
                <div>Customers who {version.words}</div>
              )}
              <div class="actions">
                {version.proposalId === null ? null : (
                  <a href={`/proposals/${version.proposalId}`}>What was confirmed</a>
                )}
                {i === 0 || version.deleted || segment.kind !== 'custom' ? null : (
                  <button type="button" class="quiet" onClick={() => setRestoring(version.version)}>
                    Restore…
                  </button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {restoring === undefined ? null : (
        <Dialog
          title={`Restore version ${restoring} of “${segment.name}”`}
          onClose={() => setRestoring(undefined)}
        >
          <DraftCard
            change={{ kind: 'undo', segmentId: segment.id, version: restoring }}
            onDecided={() => setRestoring(undefined)}
          />
        </Dialog>
      )}
    </section>
  )
}

export const history: SegmentTab = { id: 'history', label: 'History', Panel: History }
