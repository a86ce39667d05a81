import { useState } from 'preact/hooks'
import type { Corners, ProfileView } from '#http/api.ts'
import { type Corner, CornersCard, cornerWords } from '../corners-card.tsx'
import { CompaniesOrPeople } from '../companies-or-people.tsx'
import { ScoredRecords } from '../records.tsx'
import { useThresholds } from '../thresholds.ts'
import { usePlace, useQueryChange } from '../../shell/place.ts'
import type { ProfileTab } from './define.ts'

/** Whom it has, by score; of an ICP over companies also the people who work there. */
function Records({ profile }: { readonly profile: ProfileView }) {
  const thresholds = useThresholds()
  const { query } = usePlace()
  const change = useQueryChange()
  const [corner, setCorner] = useState<Corner>()
  if (profile.standing === null) {
    return <p>It scores nobody, so nobody stands here. Set it live first.</p>
  }
  const both = profile.kind === 'icp' && profile.entity === 'company'
  const entity = both && query.get('of') === 'person' ? 'person' : profile.entity
  const { icp, persona } = thresholds.settled
  const asked = new URLSearchParams({
    profile: profile.id,
    entity,
    ...(corner === undefined || entity === 'company'
      ? {}
      : { min_icp: String(icp), min_persona: String(persona), corner }),
  })
  const people: Corners['entity'] = both ? 'person' : profile.entity
  return (
    <>
      <section class="card" aria-label="By both scores">
        <CornersCard
          of={{ profile: profile.id }}
          thresholds={thresholds}
          chosen={corner}
          onChoose={(next) => {
            setCorner(next === corner ? undefined : next)
            // Companies have no persona score: whoever is in a corner is a person.
            if (both) change({ of: 'person' }, { replace: true })
          }}
        />
        <p class="muted">
          {corner === undefined
            ? 'Choose a corner to list those in it.'
            : `Listed: ${cornerWords(corner, people)}.`}{' '}
          {corner === undefined ? null : (
            <button type="button" class="link" onClick={() => setCorner(undefined)}>
              List all
            </button>
          )}
        </p>
      </section>
      {both ? <CompaniesOrPeople entity={entity} /> : null}
      <ScoredRecords asked={String(asked)} label="Records by score" none="Nobody stands here." />
    </>
  )
}

export const records: ProfileTab = { id: 'records', label: 'Records', Panel: Records }
