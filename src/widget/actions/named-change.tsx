import { useState } from 'preact/hooks'
import type { DraftRequest, Proposal } from '#http/api.ts'
import { DraftCard } from '../proposals/draft-card.tsx'

interface Props {
  /** What the field holds at first. */
  readonly suggestion: string
  /** The change with this name. */
  change(name: string): DraftRequest['change']
  onDecided(proposal: Proposal): void
}

/** Asks for a name first, then shows what the change with that name would be. */
export function NamedChange({ suggestion, change, onDecided }: Props) {
  const [typed, setTyped] = useState(suggestion)
  const [name, setName] = useState<string>()
  if (name !== undefined) {
    return (
      <>
        <DraftCard change={change(name)} onDecided={onDecided} />
        <button type="button" class="quiet" onClick={() => setName(undefined)}>
          ← Another name
        </button>
      </>
    )
  }
  return (
    <form
      class="named-change"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') setName(typed.trim())
      }}
    >
      <label>
        <span>Name</span>
        <input
          required
          maxLength={100}
          value={typed}
          ref={(field) => field?.focus()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary" disabled={typed.trim() === ''}>
        Continue
      </button>
    </form>
  )
}
