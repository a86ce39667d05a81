import { useEffect } from 'preact/hooks'
import type { Proposal } from '#http/api.ts'
import { dateTime } from '../api/format.ts'
import { OwnLink } from '../shell/own-link.tsx'

interface Props {
  readonly proposal: Proposal
  /** The reader is back: what is shown may be over. */
  onReturn(): void
}

/** In a page of somebody else a proposal is decided on Muster's own: only there a click is surely the human's. */
export function DecideElsewhere({ proposal, onReturn }: Props) {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') onReturn()
    }
    document.addEventListener('visibilitychange', look)
    addEventListener('focus', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      removeEventListener('focus', look)
    }
  }, [proposal.id])
  return (
    <p class="actions">
      <OwnLink class="primary" to={`/proposals/${proposal.id}`}>
        Decide in Muster
      </OwnLink>
      <span class="muted">Nothing has been changed yet. Open until {dateTime(proposal.expiresAt)}.</span>
    </p>
  )
}
