import { useState } from 'preact/hooks'
import type { Discovered, DiscoveryView, Proposal } from '#http/api.ts'
import { members } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { usePlace } from '../../shell/place.ts'
import { profilePath } from '../words.ts'
import { BasisNote, OutcomeChoice } from './basis.tsx'
import { LiftChart, liftWords } from './lift-chart.tsx'
import { PerformanceTable } from './performance-table.tsx'
import { Busy } from './suggestions-panel.tsx'

/** Whole ICPs from outcomes, each a click from its proposal. */
export function DiscoverPanel({ entity }: { readonly entity: 'company' | 'customer' }) {
  const [outcome, setOutcome] = useState<string>()
  const asked = new URLSearchParams({ entity, ...(outcome !== undefined && { outcome }) })
  const { data, error } = useLoad<DiscoveryView>(`/api/suggestions/discover?${asked}`)
  const [drafting, setDrafting] = useState<Discovered>()
  const { go } = usePlace()
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined || (outcome !== undefined && data.basis.outcome.id !== outcome)) return <Busy />
  const onDecided = ({ outcome: made }: Proposal) => {
    setDrafting(undefined)
    const [id] = made?.['profileIds']?.split(',') ?? []
    if (id !== undefined) go(profilePath(id))
  }
  return (
    <>
      <OutcomeChoice outcomes={data.outcomes} chosen={data.basis.outcome.id} onChoose={setOutcome} />
      <BasisNote basis={data.basis} thin={data.thin} />
      {data.thin === null && data.profiles.length === 0 ? (
        <p>Those that turned out well have nothing in common that the others do not have just as often.</p>
      ) : null}
      {data.profiles.map((each) => (
        <section key={each.code} class="card wide suggestion" aria-label={each.name}>
          <h3 dir="auto">{each.name}</h3>
          <p class="muted">
            If live it has {members(each.records, data.basis.entity)}.
            {each.heldUp ? '' : ' Among later records it picks no better than chance.'}
          </p>
          <ul class="plain">
            {each.parts.map(({ words, evidence }) => (
              <li key={words}>
                <span>{words}</span> <LiftChart {...evidence} />{' '}
                <span class="muted">{liftWords(evidence)}</span>
              </li>
            ))}
          </ul>
          <PerformanceTable
            caption="Of records whose outcome is known"
            columns={[
              { label: 'Learnt from', of: each.earlier },
              { label: 'Later, not looked at', of: each.later },
            ]}
          />
          {each.heldUp ? (
            <p class="actions">
              <button type="button" class="primary" onClick={() => setDrafting(each)}>
                Draft this ICP…
              </button>
            </p>
          ) : null}
        </section>
      ))}
      {drafting === undefined ? null : (
        <Dialog title={`Create the ICP “${drafting.name}”`} onClose={() => setDrafting(undefined)}>
          <DraftCard
            change={{
              kind: 'create_icp',
              name: drafting.name,
              code: drafting.code,
              goal: drafting.goal,
              parameters: drafting.parameters,
            }}
            onDecided={onDecided}
          />
        </Dialog>
      )}
    </>
  )
}
