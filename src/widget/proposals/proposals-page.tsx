import type { Proposal } from '#http/api.ts'
import { ago, number } from '../api/format.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'
import { Loading } from '../shell/loading.tsx'
import { useTitle } from '../shell/place.ts'
import { STATES } from '../cards/proposal-card.tsx'

export function ProposalsPage() {
  const { data, error } = useLoad<{ proposals: readonly Proposal[] }>('/api/proposals')
  useTitle('Proposals')
  return (
    <div class="page">
      <h1>Proposals</h1>
      <p class="muted">Changes that were described. Only what you confirm is made.</p>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data === undefined && error === undefined ? <Loading /> : null}
      {data?.proposals.length === 0 ? <p>There are none yet. Ask for a segment in the chat.</p> : null}
      {data === undefined || data.proposals.length === 0 ? null : (
        <table class="wide">
          <thead>
            <tr>
              <th scope="col">Proposal</th>
              <th scope="col" class="figure">
                Customers
              </th>
              <th scope="col">State</th>
              <th scope="col" class="minor">
                Drafted
              </th>
            </tr>
          </thead>
          <tbody>
            {data.proposals.map((proposal) => (
              <tr key={proposal.id}>
                <td>
                  <a href={`/proposals/${proposal.id}`}>{proposal.summary}</a>
                </td>
                <td class="figure">{proposal.count === null ? '–' : number(proposal.count)}</td>
                <td>
                  <span class={`state ${proposal.state}`}>{STATES[proposal.state]}</span>
                </td>
                <td class="minor muted">
                  {ago(proposal.createdAt)} by {proposal.createdBy}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
