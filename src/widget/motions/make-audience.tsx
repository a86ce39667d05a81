import { useState } from 'preact/hooks'
import type { Thresholds } from '../profiles/thresholds.ts'
import { LazyMotionDialog } from './lazy-motion-dialog.tsx'

interface Props {
  readonly entity: 'person' | 'customer'
  readonly thresholds: Thresholds
}

/** Opens the presets for an audience of those who reach the thresholds at hand. */
export function MakeAudience(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <p class="actions">
      <button type="button" onClick={() => setOpen(true)}>
        Make an audience…
      </button>
      {open ? <LazyMotionDialog {...props} onClose={() => setOpen(false)} /> : null}
    </p>
  )
}
