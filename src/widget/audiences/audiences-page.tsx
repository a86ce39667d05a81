import { useState } from 'preact/hooks'
import type { AudienceList } from '#http/api.ts'
import { ago, members, share, subjectOf } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { CHANNELS } from '../cards/perimeter.tsx'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { audiencePath } from './words.ts'

export function AudiencesPage() {
  const [search, setSearch] = useState('')
  const { data, error, reload } = useLoad<AudienceList>(`/api/audiences?search=${encodeURIComponent(search)}`)
  useTitle('Audiences')
  return (
    <div class="page">
      <h1>Audiences</h1>
      <p class="muted">
        Whom one channel may reach, for acting: segments and criteria, less suppressions, with consent and a
        usable address. New ones begin in the <a href="/">chat</a>: “make an e-mail audience from Champions,
        hold out 10 %”, “top 50 accounts with their buying committee”.
      </p>
      <div class="toolbar">
        <input
          type="search"
          aria-label="Search audiences"
          placeholder="Search audiences"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <button type="button" onClick={reload}>
          Reload
        </button>
      </div>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data === undefined && error === undefined ? <Loading /> : null}
      {data?.audiences.length !== 0 ? null : (
        <p>{search === '' ? 'There are no audiences yet.' : 'Nothing found.'}</p>
      )}
      {data === undefined || data.audiences.length === 0 ? null : (
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">Audience</th>
              <th scope="col">Channel</th>
              <th scope="col" class="figure">
                Members
              </th>
              <th scope="col" class="figure minor">
                Share
              </th>
              <th scope="col" class="minor">
                Counted
              </th>
            </tr>
          </thead>
          <tbody>
            {data.audiences.map((audience) => (
              <tr key={audience.id}>
                <td>
                  <a href={audiencePath(audience.id)}>
                    <strong dir="auto">{audience.name}</strong>
                  </a>
                  {audience.words === null ? null : (
                    <div class="muted segment-description">
                      {subjectOf(audience.entity)} {audience.words}
                    </div>
                  )}
                  {audience.broken === null ? null : <div class="rule-broken">{audience.broken}</div>}
                </td>
                <td>{CHANNELS[audience.channel]}</td>
                <td class="figure">{members(audience.members, audience.entity)}</td>
                <td class="figure minor">{share(audience.members, data.totals[audience.entity])}</td>
                <td class="minor muted">{ago(audience.countedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
