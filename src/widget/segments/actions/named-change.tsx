import { useState } from 'preact/hooks'
import { DraftCard } from '../../proposals/draft-card.tsx'
import type { ActionProps } from './define.ts'

interface Props extends Pick<ActionProps, 'segment' | 'onDecided'> {
  readonly kind: 'rename_segment' | 'clone_segment'
  /** What the field holds at first. */
  readonly suggestion: string
}

/** Asks for a name first, then shows what the change with that name would be. */
export function NamedChange({ segment, kind, suggestion, onDecided }: Props) {
  const [typed, setTyped] = useState(suggestion)
  const [name, setName] = useState<string>()
  if (name !== undefined) {
    return (
      <>
        <DraftCard change={{ kind, segmentId: segment.id, name }} onDecided={onDecided} />
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
