import type { Proposal } from '#http/api.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { ProposalCard } from '../cards/proposal-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'

/** One proposal on a page of its own: where links from other programs lead. */
export function ProposalPage({ id }: { id: string }) {
  const { data, error } = useLoad<Proposal>(`/api/proposals/${encodeURIComponent(id)}`)
  useTitle(data?.summary)
  return (
    <div class="page">
      <p>
        <a href="/activity">← Activity</a>
      </p>
      {error !== undefined ? (
        <ProblemCard heading title={error.message} next={error.detail.next} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          <h1 class="hidden">Proposal</h1>
          <ProposalCard key={data.id} shown={data} />
        </>
      )}
    </div>
  )
}
