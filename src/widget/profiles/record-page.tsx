import '../styles/profiles.css'
import type { ProfileTree, RecordView } from '#http/api.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace, useQueryChange, useTitle } from '../shell/place.ts'
import { LazyAnswersCard } from './lazy-answers-card.tsx'
import { ExplainedScore } from './explained-score.tsx'
import { KINDS, QUALIFICATION, STATUSES } from './words.ts'

const NAMES: Readonly<Record<string, string>> = { company: 'Company', person: 'Person', customer: 'Customer' }

/** One company, person or customer, and how its scores come about. Which profile it is held against stands in the address. */
export function RecordPage({ entity, id }: { entity: string; id: string }) {
  const { query } = usePlace()
  const profile = query.get('profile')
  const asked = new URLSearchParams({ entity, record: id, ...(profile === null ? {} : { profile }) })
  const { data, error, reload } = useLoad<RecordView>(`/api/scores/explanation?${asked}`)
  useTitle(data === undefined ? undefined : data.record.name || data.record.id)
  useDecided(reload)
  return (
    <div class="page segment">
      <p>
        <a href={QUALIFICATION}>← Qualification</a>
      </p>
      {error !== undefined ? (
        <ProblemCard heading={data === undefined} title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : null}
      {data === undefined ? null : <Shown view={data} entity={entity} failed={error !== undefined} />}
    </div>
  )
}

function Shown({ view, entity, failed }: { view: RecordView; entity: string; failed: boolean }) {
  const { record, explanation, masked } = view
  return (
    <>
      <header class="segment-head">
        <h1 dir="auto">{record.name || record.id}</h1>
        <span class="kind">{NAMES[entity]}</span>
        <span class="id muted">{record.id}</span>
      </header>
      <p class="muted">
        {[record.about, record.contact].filter(Boolean).join(' · ')}
        {masked ? ' Names and addresses are shortened for viewers.' : ''}
      </p>
      {explanation.behind ? (
        <p class="warning">Lists still show another score: it is stored anew within moments.</p>
      ) : null}
      <Other view={view} />
      {failed ? null : <Explained view={view} />}
      <LazyAnswersCard entity={entity} id={record.id} />
    </>
  )
}

function Explained({ view: { record, explanation } }: { view: RecordView }) {
  if (explanation.explained.length === 0) {
    return (
      <section class="card" aria-label="No ICP fits">
        <p>
          No live ICP fits{explanation.entity === 'person' ? ' the company of this person' : ''}, so there is
          no score.
        </p>
        <Ranking explanation={explanation} />
      </section>
    )
  }
  return (
    <>
      {explanation.explained.map((profile) => (
        <ExplainedScore
          key={profile.id}
          profile={profile}
          of={profile.one.id === record.id ? null : profile.one.name || profile.one.id}
        />
      ))}
      {explanation.entity !== 'company' && explanation.icp !== null && explanation.persona === null ? (
        <p>No persona of this ICP fits.</p>
      ) : null}
      <section class="card" aria-labelledby="ranking-title">
        <h2 id="ranking-title">Every live profile</h2>
        <Ranking explanation={explanation} />
      </section>
    </>
  )
}

/** The live profiles that came into question, the best first, each a way to see why. */
function Ranking({ explanation: { ranking } }: Pick<RecordView, 'explanation'>) {
  const { path } = usePlace()
  if (ranking.length === 0) return <p class="muted">No ICP is live.</p>
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Profile</th>
          <th scope="col" class="figure">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {ranking.map(({ id, name, kind, score, out }) => (
          <tr key={id}>
            <td>
              <a href={`${path}?profile=${encodeURIComponent(id)}`} dir="auto">
                {name}
              </a>{' '}
              <span class="kind">{KINDS[kind]}</span>
              {out === null ? null : (
                <div class="muted segment-description">
                  {out.mode === 'filter' ? 'Out: it does not hold that they' : 'Out: they'} {out.words}
                </div>
              )}
            </td>
            <td class="figure">{score ?? <span class="muted">no fit</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Any profile to hold it against instead, drafts as well. */
function Other({ view: { explanation } }: { view: RecordView }) {
  const { query } = usePlace()
  const change = useQueryChange()
  const { data } = useLoad<ProfileTree>('/api/profiles')
  const { entity } = explanation
  const fitting = (data?.icps ?? []).filter((icp) => icp.entity === entity || icp.personaEntity === entity)
  if (fitting.length === 0) return null
  return (
    <p class="toolbar">
      <label class="editor-add" for="held-against">
        Held against
      </label>
      <select
        id="held-against"
        value={query.get('profile') ?? ''}
        onChange={(event) => change({ profile: event.currentTarget.value || undefined })}
      >
        <option value="">The best ICP{entity === 'company' ? '' : ' and persona'}</option>
        {fitting.map((icp) => (
          <optgroup key={icp.id} label={icp.name}>
            <option value={icp.id}>
              {icp.name} ({STATUSES[icp.status].toLowerCase()} ICP)
            </option>
            {entity === 'company'
              ? null
              : icp.personas.map(({ id, name, status }) => (
                  <option key={id} value={id}>
                    {name} ({STATUSES[status].toLowerCase()} persona)
                  </option>
                ))}
          </optgroup>
        ))}
      </select>
    </p>
  )
}
