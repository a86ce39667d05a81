import type { ExportList, ExportView } from '#http/api.ts'
import { dateTime, number } from '../api/format.ts'
import { useDecided } from '../api/use-decided.ts'
import { useLoad } from '../api/use-load.ts'
import { ProblemCard } from '../cards/problem-card.tsx'

/** What was exported of this before, with the way to its files. */
export function PastExports({ of }: { of: string }) {
  const { data, error, reload } = useLoad<ExportList>(`/api/exports?subject=${encodeURIComponent(of)}`)
  useDecided(reload)
  return (
    <>
      <h2>Exports</h2>
      {error === undefined ? null : <ProblemCard title={error.message} next={error.detail.next} />}
      {data?.exports.length === 0 ? <p class="muted">It was never exported.</p> : null}
      <ul class="past-exports">
        {data?.exports.map((each) => (
          <li key={each.id}>
            <a href={`/proposals/${each.proposalId}`}>{each.title}</a>: {became(each)}{' '}
            <span class="muted">
              {dateTime(each.confirmedAt)} by {each.confirmedBy}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function became({ state, written, removedBy }: ExportView): string {
  if (written === null) return WITHOUT_FILES[state]
  return `${number(written.rows)} ${written.rows === 1 ? 'row' : 'rows'}${removedBy === null ? '' : ', taken back since'}`
}

const WITHOUT_FILES = {
  waiting: 'being written',
  failed: 'failed',
  cancelled: 'cancelled',
  done: 'written',
} as const satisfies Record<ExportView['state'], string>
