import { query, type Reader } from '#db/run.ts'
import { type Clock, toMinute } from '#kernel/clock.ts'
import { ConflictError, MusterError } from '#kernel/errors.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { createJobLine } from '../jobs/line.ts'
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

export function createExportJobs(deps: ExportJobsDeps): ExportJobs {
  const { databasePath, reader, writer, clock, report, write = writeInThread } = deps
  const exports = createExports(reader)
  let writing: { readonly exportId: string; progress: ExportProgress } | undefined
  const listeners = new Map<string, Set<(progress: ExportProgress) => void>>()

  const line = createJobLine({
    begin: () => sweepPartials(databasePath),
    nextWaiting: () =>
      reader.get(
        query.selectFrom('exports').selectAll().where('state', '=', 'waiting').orderBy('number').limit(1),
      ),
    async run({ id }, signal) {
      writing = { exportId: id, progress: { done: 0, total: 0 } }
      try {
        await writeFilesOf(id, signal, (progress) => {
          writing = { exportId: id, progress }
          for (const listener of listeners.get(id) ?? []) listener(progress)
        })
      } finally {
        writing = undefined
        listeners.delete(id)
      }
    },
    async stopped({ id }, { aborted, error }) {
      const reason =
        error instanceof MusterError
          ? `${error.message}. ${error.next}`
          : `Something went wrong inside Muster (${report(error, `export ${id}`)}).`
      await writer.call('stopExport', { exportId: id, state: aborted ? 'cancelled' : 'failed', reason })
    },
    report: (error) => void report(error, 'exports'),
  })

  async function writeFilesOf(
    exportId: string,
    signal: AbortSignal,
    onProgress: (progress: ExportProgress) => void,
  ): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const partial = makePartial(databasePath, exportId)
      try {
        const writtenAt = clock.now()
        const written = await write(databasePath, taskOf(exportId, partial, writtenAt), {
          signal,
          onProgress: (done, total) => onProgress({ done, total }),
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

  return {
    wake: line.wake,
    progress: (exportId) => (writing?.exportId === exportId ? writing.progress : undefined),
    async ended(exportId, onProgress) {
      if (onProgress !== undefined) {
        const told = listeners.get(exportId) ?? new Set()
        listeners.set(exportId, told.add(onProgress))
      }
      line.wake()
      while (exports.get(exportId).state === 'waiting' && line.working() !== undefined) await line.working()
      return exports.get(exportId)
    },
    async cancel(exportId) {
      const { state } = exports.get(exportId)
      if (state !== 'waiting') {
        throw new ConflictError(`This export is ${state} already`, {
          next: state === 'done' ? 'Undo it to get the removal file.' : 'Nothing more is needed.',
        })
      }
      if (!(await line.abort(exportId))) {
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
      line.wake()
      return exports.get(exportId)
    },
    close: line.close,
  }
}
