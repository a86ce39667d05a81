import { useState } from 'preact/hooks'
import type { ProfileView, Suggestion, SuggestionsView } from '#http/api.ts'
import { members, signed } from '../../api/format.ts'
import { useLoad } from '../../api/use-load.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'
import { DraftCard } from '../../proposals/draft-card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { BasisNote, OutcomeChoice } from './basis.tsx'
import { LiftChart, liftWords } from './lift-chart.tsx'
import { PerformanceTable } from './performance-table.tsx'

/** What outcomes say would make a profile better, each a click from its proposal. */
export function SuggestionsPanel({ profile }: { readonly profile: ProfileView }) {
  const [outcome, setOutcome] = useState<string>()
  const asked = new URLSearchParams({ profile: profile.id, ...(outcome !== undefined && { outcome }) })
  const { data, error } = useLoad<SuggestionsView>(`/api/suggestions?${asked}`)
  const [applying, setApplying] = useState<Suggestion>()
  if (error !== undefined) return <ProblemCard title={error.message} next={error.detail.next} />
  if (data === undefined || (outcome !== undefined && data.basis.outcome.id !== outcome)) return <Busy />
  const held = data.suggestions.filter(({ heldUp }) => heldUp)
  const fallen = data.suggestions.filter(({ heldUp }) => !heldUp)
  return (
    <>
      <OutcomeChoice outcomes={data.outcomes} chosen={data.basis.outcome.id} onChoose={setOutcome} />
      <BasisNote basis={data.basis} thin={data.thin} />
      {data.thin === null && data.suggestions.length === 0 ? (
        <p>
          Nothing was found that would make it better: whatever was tried makes no clear and steady
          difference.
        </p>
      ) : null}
      {held.map((each) => (
        <SuggestionCard
          key={each.says}
          suggestion={each}
          profile={profile}
          onApply={() => setApplying(each)}
        />
      ))}
      {fallen.length === 0 ? null : (
        <details>
          <summary>Looked good, but later records do not say the same ({fallen.length})</summary>
          {fallen.map((each) => (
            <SuggestionCard key={each.says} suggestion={each} profile={profile} />
          ))}
        </details>
      )}
      {applying === undefined ? null : (
        <Dialog title="Apply the suggestion" onClose={() => setApplying(undefined)}>
          <DraftCard
            change={{ kind: 'update_profile', profileId: profile.id, parameters: applying.parameters }}
            onDecided={() => setApplying(undefined)}
          />
        </Dialog>
      )}
    </>
  )
}

export const Busy = () => (
  <p class="muted" role="status">
    Reading how records turned out and what they had before, and comparing them… This takes some seconds, and
    stops when you leave.
  </p>
)

const TITLES = {
  lift: 'Something more to ask for',
  unknown: 'Good ones are thrown away',
  band: 'Better bounds',
  weight: 'A better weight',
  idle: 'Does nothing',
} as const satisfies Record<Suggestion['kind'], string>

interface CardProps {
  readonly suggestion: Suggestion
  readonly profile: ProfileView
  onApply?(): void
}

function SuggestionCard({ suggestion, profile, onApply }: CardProps) {
  const { kind, says, before, after, evidence, backTest, records } = suggestion
  return (
    <section class="card wide suggestion" aria-label={says}>
      <h3>{TITLES[kind]}</h3>
      <p>{says}</p>
      <p class="change">
        {before === null ? null : <del>{before}</del>} {after === null ? null : <ins>{after}</ins>}
      </p>
      <div class="side-by-side">
        <div>
          <LiftChart {...evidence} />
          <p class="muted">
            Lift {liftWords(evidence)}; the same way in {evidence.agreeing} of {evidence.parts} parts
            {evidence.later === null
              ? ''
              : `, and ${liftWords({ ...evidence, lift: evidence.later }).split(' ')[0]} later`}
            .
          </p>
          <p class="muted">
            If live it has {members(records.after, profile.entity)} ({signed(records.after - records.before)}
            ).
          </p>
        </div>
        <PerformanceTable
          caption="Among later records, which were not looked at"
          columns={[
            { label: 'As it is', of: backTest.before },
            { label: 'Then', of: backTest.after },
          ]}
        />
      </div>
      {onApply === undefined ? null : (
        <p class="actions">
          <button type="button" class="primary" onClick={onApply}>
            Apply…
          </button>
        </p>
      )}
    </section>
  )
}
