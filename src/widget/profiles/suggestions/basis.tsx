import type { Basis, Thin } from '#http/api.ts'
import { members, number } from '../../api/format.ts'
import { ProblemCard } from '../../cards/problem-card.tsx'

interface Props {
  readonly basis: Basis
  readonly thin: Thin | null
}

/** What was learnt from, or that there is too little of it. */
export function BasisNote({ basis, thin }: Props) {
  if (thin !== null) return <ProblemCard title={thin.says} next={thin.next} />
  const { outcome, entity, good, bad, later, tried, notes } = basis
  return (
    <>
      <p class="muted">
        Learnt from {members(good + bad, entity)} ({outcome.good}: {number(good)}, {outcome.bad}:{' '}
        {number(bad)}); {number(later)} of them were held back for the test. {number(tried)} things were
        tried, and every interval is as wide as that asks for.
      </p>
      <details>
        <summary>What to know of these figures</summary>
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </>
  )
}

interface ChoiceProps {
  readonly outcomes: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: string
  onChoose(id: string): void
}

/** By which outcome it is said; nothing where there is one alone. */
export function OutcomeChoice({ outcomes, chosen, onChoose }: ChoiceProps) {
  if (outcomes.length < 2) return null
  return (
    <div class="actions" role="group" aria-label="Outcome">
      {outcomes.map(({ id, title }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {title}
        </button>
      ))}
    </div>
  )
}
