import { useState } from 'preact/hooks'
import type { SegmentList } from '#http/api.ts'
import { ago, number, share } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { KINDS, segmentPath } from './words.ts'

export function SegmentsPage() {
  const [search, setSearch] = useState('')
  const { data, error, reload } = useLoad<SegmentList>(`/api/segments?search=${encodeURIComponent(search)}`)
  return (
    <div class="page">
      <h1>Segments</h1>
      <p class="muted">
        Saved criteria and imported lists, for understanding your customers. New ones begin in the{' '}
        <a href="/">chat</a>, or are <a href="/build">built by hand</a>.
      </p>
      <div class="toolbar">
        <input
          type="search"
          aria-label="Search segments"
          placeholder="Search segments"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <button type="button" onClick={reload}>
          Reload
        </button>
      </div>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data?.segments.length === 0 ? <p>Nothing found.</p> : null}
      {data === undefined || data.segments.length === 0 ? null : (
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">Segment</th>
              <th scope="col" class="minor">
                Kind
              </th>
              <th scope="col" class="figure">
                Customers
              </th>
              <th scope="col" class="figure">
                Share
              </th>
              <th scope="col" class="minor">
                Objective
              </th>
              <th scope="col" class="minor">
                Counted
              </th>
            </tr>
          </thead>
          <tbody>
            {data.segments.map((segment) => (
              <tr key={segment.id}>
                <td>
                  <a href={segmentPath(segment.id)}>
                    <strong>{segment.name}</strong>
                  </a>
                  <div class="muted segment-description">
                    {segment.kind === 'custom' ? segment.words : segment.description}
                  </div>
                  {segment.broken.map((rule) => (
                    <div key={rule} class="rule-broken">
                      Breaks a rule: {rule}
                    </div>
                  ))}
                </td>
                <td class="minor">{KINDS[segment.kind]}</td>
                <td class="figure">{segment.members === null ? '–' : number(segment.members)}</td>
                <td class="figure">{segment.members === null ? '–' : share(segment.members, data.total)}</td>
                <td class="minor">{segment.objective ?? '–'}</td>
                <td class="minor muted">
                  {segment.refreshedAt === null ? 'not yet' : ago(segment.refreshedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
