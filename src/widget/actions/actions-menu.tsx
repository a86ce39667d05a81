import { useEffect, useRef, useState } from 'preact/hooks'
import type { Proposal } from '#http/api.ts'
import { Dialog } from '../shell/dialog.tsx'
import { moveAlong } from '../shell/move-along.ts'
import type { Action } from './define.ts'

interface Props<T> {
  readonly of: T
  /** In the order in which the menu offers them. */
  readonly actions: readonly Action<T>[]
  /** One of its changes was confirmed. */
  onConfirmed(proposal: Proposal): void
}

/** What can be done with something. Each item opens a dialog that shows whom it touches before anything changes. */
export function ActionsMenu<T extends { readonly name: string }>({ of, actions, onConfirmed }: Props<T>) {
  const [chosen, setChosen] = useState<Action<T>>()
  const menu = useRef<HTMLDetailsElement>(null)

  const fold = () => {
    if (menu.current !== null) menu.current.open = false
  }
  useEffect(() => {
    const onDown = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) fold()
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [])

  return (
    <>
      <details
        class="menu"
        ref={menu}
        onKeyDown={(event) => {
          moveAlong(event)
          if (event.key !== 'Escape' || menu.current?.open !== true) return
          fold()
          menu.current.querySelector('summary')?.focus()
        }}
      >
        <summary class="button">Actions</summary>
        <ul>
          {actions.map((action) => {
            const why = action.unavailable(of)
            return (
              <li key={action.id}>
                <button
                  type="button"
                  disabled={why !== undefined}
                  onClick={() => {
                    fold()
                    // The keyboard comes back here: what was clicked is folded away.
                    menu.current?.querySelector('summary')?.focus()
                    setChosen(action)
                  }}
                >
                  {action.label}
                  {why === undefined ? null : <small>{why}</small>}
                </button>
              </li>
            )
          })}
        </ul>
      </details>
      {chosen === undefined ? null : (
        <Dialog title={`${chosen.label.replace('…', '')} “${of.name}”`} onClose={() => setChosen(undefined)}>
          <chosen.Body
            of={of}
            onDecided={(proposal) => {
              setChosen(undefined)
              if (proposal.state === 'confirmed') onConfirmed(proposal)
            }}
          />
        </Dialog>
      )}
    </>
  )
}
