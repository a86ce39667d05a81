import type { ReportBug } from '#kernel/bugs.ts'
import { type Clock, toIso } from '#kernel/clock.ts'
import { LimitError } from '#kernel/errors.ts'
import { jobProblem } from '../jobs/problem.ts'
import type { RefreshStep } from './figures.ts'
import type { Segments } from './read.ts'
import type { Refresh } from './refresh.ts'

/** A refresh that somebody asked for: it runs on when they close their browser, and can be looked at again. */
export interface RefreshJob {
  readonly segmentId: string
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  readonly startedAt: string
  /** Members before; null for a segment that was never counted. */
  readonly before: number | null
  readonly step: RefreshStep
  /** Of this step, 0 to 1. */
  readonly done: number
  /** What changed, once it is done. */
  readonly result: { readonly members: number; readonly entered: number; readonly left: number } | null
  /** Why it failed, and what to do. */
  readonly problem: { readonly message: string; readonly next: string } | null
}

export interface RefreshJobs {
  /** Starts one; while one runs for this segment, joins that. Throws NotFoundError, ConflictError for lists. */
  start(segmentId: string): RefreshJob
  /** The running or the last one of this segment, since the server started. */
  find(segmentId: string): RefreshJob | undefined
  /** Ends the running one, which stores nothing then. */
  stop(segmentId: string): RefreshJob | undefined
  close(): Promise<void>
}

export function createRefreshJobs({
  refresh,
  segments,
  clock,
  report,
}: {
  readonly refresh: Refresh
  readonly segments: Segments
  readonly clock: Clock
  readonly report: ReportBug
}): RefreshJobs {
  interface Entry {
    job: RefreshJob
    readonly stopping: AbortController
    ended: Promise<void>
  }
  const entries = new Map<string, Entry>()

  const run = async (entry: Entry) => {
    const update = (change: Partial<RefreshJob>) => {
      entry.job = { ...entry.job, ...change }
    }
    try {
      const { members, entered, left } = await refresh.one(entry.job.segmentId, {
        cause: 'refreshed',
        signal: entry.stopping.signal,
        onStep: ({ step, done }) => update({ step, done }),
      })
      update({ state: 'done', done: 1, result: { members, entered, left } })
    } catch (error) {
      if (entry.stopping.signal.aborted) update({ state: 'stopped' })
      else update({ state: 'failed', problem: jobProblem(error, { report, where: 'refresh' }) })
    }
  }

  return {
    start(segmentId) {
      const segment = segments.get(segmentId)
      const running = entries.get(segment.id)
      if (running?.job.state === 'running') return running.job
      const entry: Entry = {
        job: {
          segmentId: segment.id,
          state: 'running',
          startedAt: toIso(clock.now()),
          before: segment.members,
          step: 'customers',
          done: 0,
          result: null,
          problem: null,
        },
        stopping: new AbortController(),
        ended: Promise.resolve(),
      }
      entries.set(segment.id, entry)
      entry.ended = run(entry)
      return entry.job
    },
    find: (segmentId) => entries.get(segments.get(segmentId).id)?.job,
    stop(segmentId) {
      const entry = entries.get(segments.get(segmentId).id)
      if (entry?.job.state === 'running') {
        entry.stopping.abort(
          new LimitError('The refresh was stopped', { next: 'Start it again when you like.' }),
        )
      }
      return entry?.job
    },
    async close() {
      for (const { stopping } of entries.values()) stopping.abort()
      await Promise.all([...entries.values()].map(({ ended }) => ended))
    },
  }
}
