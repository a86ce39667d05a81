import type { ProfileView } from '#http/api.ts'
import { members, number, share, subjectOf } from '../../api/format.ts'
import { DriftCard } from '../drift-card.tsx'
import { ParameterList } from '../parameter-list.tsx'
import { ScoreSpread } from '../score-bars.tsx'
import { freshnessWords, noPersonaPath, profilePath, STATUSES } from '../words.ts'
import type { ProfileTab } from './define.ts'

/** What it asks for, and how those score whom it has. */
function Overview({ profile }: { readonly profile: ProfileView }) {
  return (
    <div class="side-by-side">
      <section class="card" aria-labelledby="asks-title">
        <h2 id="asks-title">{subjectOf(profile.entity)}</h2>
        <ParameterList parameters={profile.parameters} />
      </section>
      <div>
        <section class="card" aria-labelledby="scores-title">
          <h2 id="scores-title">Scores</h2>
          <Scores profile={profile} />
        </section>
        {profile.drift === null ? null : <DriftCard drift={profile.drift} />}
        {profile.kind === 'persona' ? null : (
          <section class="card" aria-labelledby="personas-title">
            <h2 id="personas-title">Personas</h2>
            <Personas profile={profile} />
          </section>
        )}
      </div>
    </div>
  )
}

function Scores({ profile: { standing, scored, entity, status, icp } }: { profile: ProfileView }) {
  if (standing === null) {
    const why =
      status === 'live'
        ? `The ICP “${icp?.name}” is not live, so nobody is scored against its personas.`
        : status === 'draft'
          ? 'A draft scores nobody. Set it live, and every record gets its score.'
          : 'It is archived, and scores nobody any more.'
    return <p>{why}</p>
  }
  return (
    <>
      <p class="headline">
        <strong class="count">{members(standing.records, entity)}</strong>
        <span class="muted">
          {share(standing.records, scored.total)} of {number(scored.total)}
        </span>
      </p>
      {standing.records === 0 ? (
        <p>
          {scored.asOf === null
            ? 'Nothing is scored yet: scores follow within moments after it was set live.'
            : 'Nobody has it as the best one.'}
        </p>
      ) : (
        <ScoreSpread {...standing} />
      )}
      <p class={scored.behind ? 'warning' : 'muted asof'}>{freshnessWords(scored)}</p>
    </>
  )
}

function Personas({ profile: { id, personas, noPersona, personaEntity } }: { profile: ProfileView }) {
  if (personas.length === 0 && noPersona === null) return <p>There are none inside it yet.</p>
  return (
    <ul class="personas">
      {personas.map((persona) => (
        <li key={persona.id}>
          <a href={profilePath(persona.id)} dir="auto">
            {persona.name}
          </a>
          <span class={`state ${persona.status}`}>{STATUSES[persona.status]}</span>
          <span class="figure">
            {persona.standing === null ? '–' : members(persona.standing.records, persona.entity)}
          </span>
        </li>
      ))}
      {noPersona === null ? null : (
        <li>
          <a href={noPersonaPath(id)}>No persona fit</a>
          <span />
          <span class="figure">{members(noPersona, personaEntity)}</span>
        </li>
      )}
    </ul>
  )
}

export const overview: ProfileTab = { id: 'overview', label: 'Overview', Panel: Overview }
