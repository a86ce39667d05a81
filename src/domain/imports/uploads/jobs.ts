import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Actor } from '#kernel/actor.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { type Clock, toIso } from '#kernel/clock.ts'
import { ConflictError, LimitError, NotFoundError } from '#kernel/errors.ts'
import { jobProblem } from '../../jobs/problem.ts'
import type { WriterPort } from '../../writer/port.ts'
import type { PlannedInput } from '../input.ts'
import type { ImportReport } from '../report.ts'
import type { ImportJob } from './shown.ts'
import type { Uploads } from './uploads.ts'

export type ImportAsked = Pick<PlannedInput, 'currency' | 'timezone' | 'source' | 'replaceDemo'> & {
  /** Their paths are ids of uploads. */
  readonly files: PlannedInput['files']
  readonly actor: Actor
}

/** Imports what was uploaded, one import at a time: it runs on when the page is closed, and is found again. */
export interface ImportJobs {
  /** Starts one; the same files again join that. Throws NotFoundError for files that are gone, ConflictError for others meanwhile. */
  start(asked: ImportAsked): Promise<ImportJob>
  /** The one that runs, or the last since the server started. */
  last(): ImportJob | null
  /** Ends the one that runs: nothing of it is kept. */
  stop(): ImportJob | null
  /** Where the CSV of the rows that the last one rejected lies. Throws NotFoundError. */
  rejects(): Promise<string>
  close(): Promise<void>
}

export function createImportJobs({
  writer,
  uploads,
  clock,
  onImported,
  report,
}: {
  readonly writer: WriterPort
  readonly uploads: Uploads
  readonly clock: Clock
  /** The data has changed: whatever follows it is made anew. */
  readonly onImported: () => void
  readonly report: ReportBug
}): ImportJobs {
  let job: ImportJob | null = null
  let files = ''
  let stopping = new AbortController()
  let ended: Promise<void> = Promise.resolve()

  async function run(
    { files: chosen, ...settings }: ImportAsked,
    found: PlannedInput['files'],
  ): Promise<void> {
    const update = (change: Partial<ImportJob>) => {
      if (job !== null) job = { ...job, ...change }
    }
    let made: ImportReport
    try {
      const { signal } = stopping
      const rejects = await uploads.rejectsPath()
      await rm(rejects, { force: true })
      made = await writer.call(
        'importPlanned',
        { files: found, ...settings, rejects },
        {
          signal,
          onProgress: ({ what, done, total }) =>
            update({ what, done: total ? Math.min(done / total, 1) : null }),
        },
      )
    } catch (error) {
      if (stopping.signal.aborted) update({ state: 'stopped' })
      else {
        const problem = jobProblem(error, { report, where: 'import', left: '; nothing was imported' })
        update({ state: 'failed', problem })
      }
      return
    }
    update({ state: 'done', report: withoutValues(made) })
    if (made.changed) onImported()
    await uploads.drop(chosen.map(({ path }) => path)).catch((error: unknown) => report(error, 'import'))
  }

  return {
    async start(asked) {
      const { actor, ...what } = asked
      const wanted = JSON.stringify(what)
      // Before and after looking for the files, which takes a moment: a second click comes in between, or after the end.
      const same = () => (wanted === files && /^(?:running|done)$/.test(job?.state ?? '') ? job : null)
      const before = same()
      if (before !== null) return before
      // What is gone is said at once, not by a job that fails.
      const found = await Promise.all(
        asked.files.map(async (file) => ({ ...file, path: await uploads.path(file.path) })),
      )
      const meanwhile = same()
      if (meanwhile !== null) return meanwhile
      if (job?.state === 'running') {
        throw new ConflictError('Another import is running', {
          next: 'Wait until it has finished, then import.',
        })
      }
      job = {
        state: 'running',
        startedAt: toIso(clock.now()),
        by: actor.name,
        what: 'Beginning',
        done: null,
        report: null,
        problem: null,
      }
      files = wanted
      stopping = new AbortController()
      ended = run(asked, found)
      return job
    },
    last: () => job,
    stop() {
      if (job?.state === 'running') {
        stopping.abort(new LimitError('The import was cancelled', { next: 'Nothing of it was kept.' }))
      }
      return job
    },
    async rejects() {
      const path = await uploads.rejectsPath()
      if (job?.state === 'done' && existsSync(path)) return path
      throw new NotFoundError('There are no rejected rows to download', {
        next: 'They are kept until the next import, until the server stops, or for a day.',
      })
    },
    async close() {
      stopping.abort()
      await ended
      // Nobody can ask for them any more.
      if (job?.state === 'done') await rm(await uploads.rejectsPath(), { force: true })
    },
  }
}

/** Everyone may look at a job, and it stays in memory: which lines were rejected, not what stood there. */
const withoutValues = ({ rejected, ...report }: ImportReport): ImportReport => ({
  ...report,
  rejected: { ...rejected, sample: rejected.sample.map((one) => ({ ...one, value: null })) },
})
