import type { Profile, ProfileView } from '#http/api.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { MissingPage } from '../shell/missing-page.tsx'
import { useTitle } from '../shell/place.ts'
import { ScoredRecords } from './records.tsx'
import { newProfilePath, profilePath, QUALIFICATION } from './words.ts'
import '../styles/profiles.css'

/** Whom none of an ICP's live personas fits. The system manages it: nobody edits it. */
export function NoPersonaFitPage({ icp }: { icp: string }) {
  const { data, error, reload } = useLoad<ProfileView>(`/api/profiles/${encodeURIComponent(icp)}`)
  useTitle(data === undefined ? undefined : `No persona fit – ${data.name}`)
  useDecided(reload)
  return (
    <div class="page segment">
      <Back icp={data} />
      {error !== undefined ? (
        <ProblemCard heading title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          <h1>No persona fit</h1>
          <p class="muted">
            {data.personaEntity === 'person' ? 'People at companies of' : 'Customers of'} the ICP{' '}
            <span dir="auto">“{data.name}”</span> whom none of its live personas fits. Muster keeps this list
            itself; <a href={newProfilePath(data.id)}>add a persona</a> to take some of them out of it.
          </p>
          <ScoredRecords
            asked={String(new URLSearchParams({ no_persona_of: data.id }))}
            label="Those whom no persona fits"
            none="Everybody has a persona."
          />
        </>
      )}
    </div>
  )
}

const ABOUT = {
  company: 'Companies that no live ICP fits. Their people have no persona either.',
  person: 'People at companies that no live ICP fits, and those whose company is not known.',
  customer: 'Customers whom no live ICP fits.',
} as const satisfies Record<Profile['entity'], string>
const isEntity = (text: string): text is Profile['entity'] => Object.hasOwn(ABOUT, text)

/** Whom no live ICP fits. */
export function NoIcpFitPage({ of }: { of: string }) {
  useTitle(isEntity(of) ? 'No ICP fit' : undefined)
  if (!isEntity(of)) return <MissingPage />
  return (
    <div class="page segment">
      <Back icp={undefined} />
      <h1>No ICP fit</h1>
      <p class="muted">{ABOUT[of]} Muster keeps this list itself.</p>
      {of === 'customer' ? null : (
        <p>
          {of === 'company' ? (
            <a href="/no-icp-fit/person">The people</a>
          ) : (
            <a href="/no-icp-fit/company">The companies</a>
          )}
        </p>
      )}
      <ScoredRecords
        asked={String(new URLSearchParams({ no_icp: of }))}
        label="Those whom no ICP fits"
        none="An ICP fits every one."
      />
    </div>
  )
}

const Back = ({ icp }: { icp: ProfileView | undefined }) => (
  <p>
    <a href={QUALIFICATION}>← Qualification</a>
    {icp === undefined ? null : (
      <>
        {' / '}
        <a href={profilePath(icp.id)} dir="auto">
          {icp.name}
        </a>
      </>
    )}
  </p>
)
