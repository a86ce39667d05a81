import { query, type Reader } from '#db/run.ts'
import { type Clock, toMinute } from '#kernel/clock.ts'
import { ConflictError, MusterError } from '#kernel/errors.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { readWorkspace } from '../workspace/workspace.ts'
import type { WriterPort } from '../writer/port.ts'
import { writeInThread } from './export-thread.ts'
import { dropPartial, fileBase, makePartial, sweepPartials } from './folder.ts'
import { formatId } from './formats/index.ts'
import { exportOptionsSchema } from './options.ts'
import { createExports } from './read.ts'
import type { ExportProgress, ShownExport } from './shown.ts'

/** Writes confirmed exports, one after the other, each exactly once. Never part of what tools are given. */
export interface ExportJobs {
  /** Begins with whatever waits; safe to call at any time. */
  wake(): void
  /** The export once it is written, failed or cancelled. */
  ended(exportId: string, onProgress?: (progress: ExportProgress) => void): Promise<ShownExport>
  /** Undefined for one that is not being written by this process. */
  progress(exportId: string): ExportProgress | undefined
  /** Ends one that waits or runs. Throws ConflictError for one that has ended already. */
  cancel(exportId: string): Promise<ShownExport>
  /** Has one that failed or was cancelled written after all: it was confirmed. */
  restart(exportId: string): Promise<ShownExport>
  /** Stops; what is not written yet waits for the next start. */
  close(): Promise<void>
}

export interface ExportJobsDeps {
  readonly databasePath: string
  readonly reader: Reader
  readonly writer: WriterPort
  readonly clock: Clock
  readonly report: ReportBug
  /** For tests: how files are written. */
  readonly write?: typeof writeInThread
}

/** Consents that are withdrawn again and again while the same file is being written have to come to rest first. */
const ATTEMPTS = 5

interface Running {
  readonly exportId: string
  readonly abort: AbortController
  progress: ExportProgress
}

export function createExportJobs(deps: ExportJobsDeps): ExportJobs {
  const { databasePath, reader, writer, clock, report, write = writeInThread } = deps
  const exports = createExports(reader)
  let running: Running | undefined
  let working: Promise<void> | undefined
  let closing = false
  const listeners = new Map<string, Set<(progress: ExportProgress) => void>>()

  const nextWaiting = () =>
    reader.get(
      query.selectFrom('exports').selectAll().where('state', '=', 'waiting').orderBy('number').limit(1),
    )

  async function workOff(): Promise<void> {
    sweepPartials(databasePath)
    for (let row = nextWaiting(); row !== undefined && !closing; row = nextWaiting()) {
      await runOne(row.id)
    }
  }

  async function runOne(exportId: string): Promise<void> {
    const abort = new AbortController()
    running = { exportId, abort, progress: { done: 0, total: 0 } }
    try {
      await writeFilesOf(exportId, running)
    } catch (error) {
      if (closing) return
      const reason =
        error instanceof MusterError
          ? `${error.message}. ${error.next}`
          : `Something went wrong inside Muster (${report(error, `export ${exportId}`)}).`
      await writer.call('stopExport', {
        exportId,
        state: abort.signal.aborted ? 'cancelled' : 'failed',
        reason,
      })
    } finally {
      running = undefined
      listeners.delete(exportId)
    }
  }

  async function writeFilesOf(exportId: string, run: Running): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const partial = makePartial(databasePath, exportId)
      try {
        const writtenAt = clock.now()
        const written = await write(databasePath, taskOf(exportId, partial, writtenAt), {
          signal: run.abort.signal,
          onProgress(done, total) {
            run.progress = { done, total }
            for (const listener of listeners.get(exportId) ?? []) listener(run.progress)
          },
        })
        const finish = await writer.call('finishExport', {
          exportId,
          databasePath,
          partial,
          written,
          writtenAt,
        })
        if (finish !== 'again') return
      } finally {
        dropPartial(partial)
      }
    }
    throw new ConflictError('Consents keep changing while the file is being written', {
      next: 'Start the export again when the running import has ended.',
    })
  }

  function taskOf(exportId: string, folder: string, writtenAt: number) {
    const { format, options, subject } = exports.get(exportId)
    return {
      exportId,
      folder,
      base: fileBase(subject.name, format),
      format: formatId.parse(format),
      options: exportOptionsSchema.parse(options),
      now: toMinute(writtenAt),
      currency: readWorkspace(reader).currency,
    }
  }

  const wake = () => {
    if (closing) return
    working ??= workOff().then(
      () => {
        working = undefined
        // One may have come while the last was ending.
        if (!closing && nextWaiting() !== undefined) wake()
      },
      (error: unknown) => {
        working = undefined
        report(error, 'exports')
      },
    )
  }

  return {
    wake,
    progress: (exportId) => (running?.exportId === exportId ? running.progress : undefined),
    async ended(exportId, onProgress) {
      if (onProgress !== undefined) {
        const told = listeners.get(exportId) ?? new Set()
        listeners.set(exportId, told.add(onProgress))
      }
      wake()
      while (exports.get(exportId).state === 'waiting' && working !== undefined) await working
      return exports.get(exportId)
    },
    async cancel(exportId) {
      const { state } = exports.get(exportId)
      if (state !== 'waiting') {
        throw new ConflictError(`This export is ${state} already`, {
          next: state === 'done' ? 'Undo it to get the removal file.' : 'Nothing more is needed.',
        })
      }
      if (running?.exportId === exportId) {
        running.abort.abort()
        await working
      } else {
        await writer.call('stopExport', { exportId, state: 'cancelled', reason: 'It was cancelled.' })
      }
      return exports.get(exportId)
    },
    async restart(exportId) {
      const { state } = exports.get(exportId)
      if (!(await writer.call('restartExport', { exportId }))) {
        throw new ConflictError(`This export is ${state}`, {
          next: 'Only exports that failed or were cancelled can be started again.',
        })
      }
      wake()
      return exports.get(exportId)
    },
    async close() {
      closing = true
      running?.abort.abort()
      await working
    },
  }
}
