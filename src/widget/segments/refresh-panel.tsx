import { useEffect, useState } from 'preact/hooks'
import type { RefreshJob, RefreshState, SegmentView } from '#http/api.ts'
import { getJson, RequestError, sendJson } from '../api/client.ts'
import { ago, number, people } from '../api/format.ts'
import { ProblemCard } from '../cards/problem-card.tsx'

const LOOK_MS = 600
const STEPS = [
  ['customers', 'Who is in it'],
  ['metrics', 'What they are worth'],
  ['products', 'Top products'],
] as const satisfies readonly (readonly [RefreshJob['step'], string])[]

/**
 * Counts a segment anew. The work is the server's: it runs on when this page goes away, and is found again when
 * somebody comes back.
 */
export function useRefresh(segment: SegmentView, onDone: () => void) {
  const [job, setJob] = useState<RefreshJob | null>(null)
  const [failure, setFailure] = useState<RequestError>()
  const path = `/api/segments/${segment.id}/refresh`
  const running = job?.state === 'running'

  const take = (asked: Promise<RefreshState>) =>
    asked.then(
      (state) => {
        setJob(state.job)
        setFailure(undefined)
      },
      (error: unknown) => {
        if (error instanceof RequestError) setFailure(error)
      },
    )
  useEffect(() => {
    void take(getJson<RefreshState>(path))
  }, [path])
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void take(getJson<RefreshState>(path)), LOOK_MS)
    return () => {
      clearInterval(timer)
      onDone()
    }
  }, [running, path])

  return {
    job,
    failure,
    running,
    start: () => void take(sendJson<RefreshState>('POST', path)),
    stop: () => void take(sendJson<RefreshState>('POST', `${path}/stop`)),
    forget: () => setJob(null),
  }
}

/** How far it is, and what it changed in the end. */
export function RefreshPanel({ refresh }: { refresh: ReturnType<typeof useRefresh> }) {
  const { job, failure, stop, forget } = refresh
  if (failure !== undefined) return <ProblemCard title={failure.message} next={failure.detail.next} />
  if (job === null) return null
  if (job.problem !== null) return <ProblemCard title={job.problem.message} next={job.problem.next} />
  return (
    <section class="card refresh" aria-label="Update of the audience" aria-live="polite">
      <p>
        <strong>{headline(job)}</strong>{' '}
        <span class="muted">
          {job.before === null ? 'It was never counted before.' : `Before: ${people(job.before)}.`}
        </span>
        {job.state === 'running' ? null : (
          <button type="button" class="quiet" onClick={forget}>
            Dismiss
          </button>
        )}
      </p>
      {job.state === 'running' ? (
        <>
          <ol class="steps">
            {STEPS.map(([step, label], at) => {
              const now = STEPS.findIndex(([each]) => each === job.step)
              const done = at < now ? 1 : at === now ? job.done : 0
              return (
                <li key={step} class={at === now ? 'now' : ''}>
                  <span id={`step-${step}`}>{label}</span>
                  <progress value={done} max={1} aria-labelledby={`step-${step}`} />
                  <span class="figure">{Math.round(100 * done)}%</span>
                </li>
              )
            })}
          </ol>
          <div class="actions">
            <button type="button" onClick={stop}>
              Cancel
            </button>
            <span class="muted">It goes on if you leave this page.</span>
          </div>
        </>
      ) : null}
    </section>
  )
}

function headline({ state, result, startedAt }: RefreshJob): string {
  if (state === 'running') return 'Updating…'
  if (state === 'stopped' || result === null) return 'The update was cancelled; nothing was changed.'
  const { members, entered, left } = result
  const changed =
    entered + left === 0 ? 'nobody entered or left' : `${number(entered)} entered, ${number(left)} left`
  return `Updated ${ago(startedAt)}: ${people(members)}, ${changed}.`
}
