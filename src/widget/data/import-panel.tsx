import type { ImportState } from '#http/api.ts'
import { countOf } from '#kernel/text.ts'
import { ago, number } from '../api/format.ts'
import { ProblemCard } from '../cards/problem-card.tsx'

type Job = NonNullable<ImportState['job']>
type Became = Record<'added' | 'updated' | 'unchanged' | 'removed', number>

/** How far an import is, and what it came to. */
export function ImportPanel({ job, onStop }: { job: Job; onStop: () => void }) {
  if (job.problem !== null) return <ProblemCard title={job.problem.message} next={job.problem.next} />
  const { report } = job
  return (
    <section class="card import" aria-label="Import">
      <p role="status">
        <strong>{headline(job)}</strong>{' '}
        <span class="muted">
          Begun {ago(job.startedAt)} by {job.by}.
        </span>
      </p>
      {job.state === 'running' ? (
        <>
          <progress aria-label={job.what} {...(job.done === null ? {} : { value: job.done })} max={1} />
          <div class="actions">
            <button type="button" onClick={onStop}>
              Cancel
            </button>
            <span class="muted">It goes on if you leave this page.</span>
          </div>
        </>
      ) : null}
      {report === null ? null : (
        <>
          <ul>
            {report.tables.map(({ table, what, ...rows }) => (
              <li key={table}>
                {what}: {becameWords(rows)}
              </li>
            ))}
            {report.notes.map((note) => (
              <li key={note} class="muted">
                {note}
              </li>
            ))}
          </ul>
          {report.rejected.rows === 0 ? null : (
            <>
              <p class="warning">
                {countOf(report.rejected.rows, 'row was', 'rows were')} rejected.{' '}
                <a href="/api/imports/rejects" download>
                  Download them
                </a>
              </p>
              <ul>
                {report.rejected.reasons.map(({ reason, rows }) => (
                  <li key={reason}>
                    {reason}: {number(rows)}{' '}
                    <span class="muted">
                      {report.rejected.sample
                        .filter((one) => one.reason === reason)
                        .map(({ file, line }) => `${file} line ${number(line)}`)
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}

/** `3 new, 1 changed`: what there was none of is not said. */
function becameWords({ added, updated, unchanged, removed }: Became): string {
  const words = [
    [added, 'new'],
    [updated, 'changed'],
    [unchanged, 'as before'],
    [removed, 'removed'],
  ] as const
  return words.flatMap(([rows, said]) => (rows === 0 ? [] : [`${number(rows)} ${said}`])).join(', ') || 'none'
}

function headline({ state, what, report }: Job): string {
  if (state === 'running') return `${what}…`
  if (state === 'stopped') return 'The import was cancelled; nothing was changed.'
  return report?.changed === false ? 'Everything was there already.' : 'Imported.'
}
