import { useEffect, useRef, useState } from 'preact/hooks'
import type { DraftRequest, Proposal } from '#http/api.ts'
import { RequestError, sendJson } from '../api/client.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { ProposalCard } from '../cards/proposal-card.tsx'

interface Props {
  readonly change: DraftRequest['change']
  onDecided(proposal: Proposal): void
}

/** Drafts a change and shows whom it touches. */
export const DraftCard = ({ change, onDecided }: Props) => (
  <RequestCard path="/api/proposals" request={{ change } satisfies DraftRequest} onDecided={onDecided} />
)

interface RequestProps extends Pick<Props, 'onDecided'> {
  /** What answers with a proposal when it is sent the request. */
  readonly path: string
  readonly request: unknown
}

/**
 * Has a change drafted and shows whom it touches: confirming here is proposal and confirmation in one step. What is
 * left undecided when this closes is rejected, so that nothing waits that nobody looks at.
 */
export function RequestCard({ path, request, onDecided }: RequestProps) {
  const [proposal, setProposal] = useState<Proposal>()
  const [failure, setFailure] = useState<RequestError>()
  const wanted = JSON.stringify(request)
  const decided = useRef(false)

  useEffect(() => {
    let gone = false
    let drafted: Proposal | undefined
    const dropIt = (id: string) =>
      sendJson('POST', `/api/proposals/${id}/reject`, { reason: 'Closed without an answer' }).catch(() => {})
    sendJson<Proposal>('POST', path, JSON.parse(wanted)).then(
      (answer) => {
        drafted = answer
        if (gone) void dropIt(answer.id)
        else setProposal(answer)
      },
      (error: unknown) => {
        if (error instanceof RequestError) setFailure(error)
      },
    )
    return () => {
      gone = true
      if (drafted !== undefined && !decided.current) void dropIt(drafted.id)
    }
  }, [path, wanted])

  if (failure !== undefined) return <ProblemCard title={failure.message} next={failure.detail.next} />
  if (proposal === undefined) return <p class="muted">Counting whom this touches…</p>
  return (
    <ProposalCard
      shown={proposal}
      onDecided={(answer) => {
        decided.current = true
        onDecided(answer)
      }}
    />
  )
}
