import type { ProfileView, Proposal } from '#http/api.ts'
import { ActionsMenu } from '../actions/actions-menu.tsx'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { moveAlong } from '../shell/move-along.ts'
import { usePlace, useTitle } from '../shell/place.ts'
import { actions } from './actions/index.ts'
import { tabs } from './tabs/index.ts'
import { KINDS, newProfilePath, profilePath, QUALIFICATION, STATUSES } from './words.ts'
import '../styles/profiles.css'

/** One ICP or persona: what makes a record the right one, whom it has, and what can be done with it. */
export function ProfilePage({ id, tab }: { id: string; tab: string | undefined }) {
  const { data, error, reload } = useLoad<ProfileView>(`/api/profiles/${encodeURIComponent(id)}`)
  useDecided(reload)
  return (
    <div class="page segment">
      <p>
        <a href={QUALIFICATION}>← Qualification</a>
        {data?.icp == null ? null : (
          <>
            {' / '}
            <a href={profilePath(data.icp.id)} dir="auto">
              {data.icp.name}
            </a>
          </>
        )}
      </p>
      {error !== undefined ? (
        <ProblemCard
          heading
          title={error.message}
          next={error.detail.next}
          choices={error.detail.choices.map((name) => ({ label: name, href: profilePath(name) }))}
        />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <Shown profile={data} tab={tab} reload={reload} />
      )}
    </div>
  )
}

interface Props {
  readonly profile: ProfileView
  readonly tab: string | undefined
  reload(): void
}

function Shown({ profile, tab, reload }: Props) {
  const { go } = usePlace()
  const [first] = tabs
  const own = tabs.filter(({ isFor }) => isFor?.(profile) ?? true)
  const open = tab === undefined ? first : own.find((each) => each.id === tab)
  useTitle(open === undefined || open === first ? profile.name : `${open.label} – ${profile.name}`)
  const onConfirmed = ({ kind, outcome }: Proposal) => {
    // Of several copies, the first.
    const made = outcome?.['profileIds']?.split(',')[0]
    if (kind === 'delete_profile') go(profile.icp === null ? QUALIFICATION : profilePath(profile.icp.id))
    else if (made !== undefined && made !== profile.id) go(profilePath(made))
    else reload()
  }
  return (
    <>
      <header class="segment-head">
        <h1 dir="auto">{profile.name}</h1>
        <span class="id muted">{profile.code}</span>
        <span class="kind">{KINDS[profile.kind]}</span>
        <span class={`state ${profile.status}`}>{STATUSES[profile.status]}</span>
        <div class="segment-actions">
          {profile.kind === 'persona' || profile.status === 'archived' ? null : (
            <a class="button" href={newProfilePath(profile.id)}>
              Add a persona
            </a>
          )}
          <ActionsMenu of={profile} actions={actions} onConfirmed={onConfirmed} />
        </div>
      </header>
      {profile.goal === '' ? null : <p class="muted">{profile.goal}</p>}
      <nav class="tabs" aria-label={`About ${profile.name}`} onKeyDown={moveAlong}>
        {own.map((each) => (
          <a
            key={each.id}
            href={profilePath(profile.id, each === first ? undefined : each.id)}
            aria-current={each === open ? 'page' : undefined}
          >
            {each.label}
          </a>
        ))}
      </nav>
      {open === undefined ? (
        <ProblemCard
          title={`The page of an ICP or a persona has no tab “${tab}”`}
          next={`Choose one of its tabs: ${own.map(({ label }) => label).join(', ')}.`}
        />
      ) : (
        <open.Panel key={`${open.id} ${profile.version}`} profile={profile} />
      )}
    </>
  )
}
