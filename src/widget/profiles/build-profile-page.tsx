import type { Profile, ProfileView } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePlace, useTitle } from '../shell/place.ts'
import { ProfileEditor } from './profile-editor.tsx'
import { profilePath, QUALIFICATION } from './words.ts'
import '../styles/profiles.css'

/** An ICP or a persona by hand, from nothing. The address names the ICP that a persona is to live in. */
export function BuildProfilePage({ kind }: { kind: Profile['kind'] }) {
  const { query } = usePlace()
  const icp = query.get('icp')
  useTitle(kind === 'icp' ? 'New ICP' : 'New persona')
  return (
    <div class="page">
      <p>
        <a href={QUALIFICATION}>← Qualification</a>
      </p>
      {kind === 'icp' ? (
        <>
          <h1>New ICP</h1>
          <p class="muted">
            What must hold, what must not, and what counts how much. It begins as a draft, which scores
            nobody.
          </p>
          <ProfileEditor of={{ kind: 'icp' }} />
        </>
      ) : icp === null ? (
        <ProblemCard
          heading
          title="A persona lives in an ICP"
          next="Open the ICP that it should live in, and add it there."
          choices={[{ label: 'Qualification', href: QUALIFICATION }]}
        />
      ) : (
        <Persona icp={icp} />
      )}
    </div>
  )
}

function Persona({ icp }: { icp: string }) {
  const { data, error } = useLoad<ProfileView>(`/api/profiles/${encodeURIComponent(icp)}`)
  if (error !== undefined) return <ProblemCard heading title={error.message} next={error.detail.next} />
  if (data === undefined) return <Loading />
  return (
    <>
      <h1>New persona</h1>
      <p class="muted">
        {data.personaEntity === 'person' ? 'People at companies of' : 'Customers of'} the ICP{' '}
        <a href={profilePath(data.id)} dir="auto">
          {data.name}
        </a>
        . It begins as a draft, which scores nobody.
      </p>
      <ProfileEditor of={{ kind: 'persona', icp: data }} />
    </>
  )
}
