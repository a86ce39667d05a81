import type { VNode } from 'preact'
import { useState } from 'preact/hooks'

interface Props {
  /** What the field holds at first. */
  readonly suggestion: string
  /** What the change with this name would be. */
  draw(name: string): VNode
}

/** Asks for a name first, then shows what the change with that name would be. */
export function NamedChange({ suggestion, draw }: Props) {
  const [typed, setTyped] = useState(suggestion)
  const [name, setName] = useState<string>()
  if (name !== undefined) {
    return (
      <>
        {draw(name)}
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
