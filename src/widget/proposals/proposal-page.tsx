import type { Proposal } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { ProposalCard } from '../cards/proposal-card.tsx'

/** One proposal on a page of its own: where links from other programs lead. */
export function ProposalPage({ id }: { id: string }) {
  const { data, error } = useLoad<Proposal>(`/api/proposals/${id}`)
  return (
    <div class="page">
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data === undefined ? null : <ProposalCard key={data.id} shown={data} />}
    </div>
  )
}
