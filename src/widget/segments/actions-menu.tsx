import { useEffect, useRef, useState } from 'preact/hooks'
import type { Proposal, SegmentView } from '#http/api.ts'
import { Dialog } from '../shell/dialog.tsx'
import { usePlace } from '../shell/place.ts'
import { actions } from './actions/index.ts'
import type { SegmentAction } from './actions/define.ts'
import { segmentPath } from './words.ts'

/** What can be done with a segment. Each item opens a dialog that shows whom it touches before anything changes. */
export function ActionsMenu({ segment, onChanged }: { segment: SegmentView; onChanged(): void }) {
  const [chosen, setChosen] = useState<SegmentAction>()
  const menu = useRef<HTMLDetailsElement>(null)
  const { go } = usePlace()

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

  const onDecided = (proposal: Proposal) => {
    setChosen(undefined)
    if (proposal.state !== 'confirmed') return
    const made = proposal.outcome?.['segmentId']
    if (proposal.kind === 'delete_segment') go('/segments')
    else if (made !== undefined && made !== segment.id) go(segmentPath(made))
    else onChanged()
  }

  return (
    <>
      <details
        class="menu"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || menu.current?.open !== true) return
          fold()
          menu.current.querySelector('summary')?.focus()
        }}
      >
        <summary class="button">Actions</summary>
        <ul>
          {actions.map((action) => {
            const why = action.unavailable(segment)
            return (
              <li key={action.id}>
                <button
                  type="button"
                  disabled={why !== undefined}
                  onClick={() => {
                    fold()
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
        <Dialog
          title={`${chosen.label.replace('…', '')} “${segment.name}”`}
          onClose={() => setChosen(undefined)}
        >
          <chosen.Body segment={segment} onDecided={onDecided} />
        </Dialog>
      )}
    </>
  )
}
