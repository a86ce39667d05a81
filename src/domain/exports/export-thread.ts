import { Worker } from 'node:worker_threads'
import { fromPlain } from '#kernel/plain-error.ts'
import { progressUnder } from '#kernel/progress.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { CheckTask } from './check-export.ts'
import type { ExportWork, FromExport } from './export.worker.ts'
import type { Checked } from './tally.ts'
import type { WriteTask, Written } from './write-export.ts'

interface Watching {
  readonly signal?: AbortSignal | undefined
  onProgress?(done: number, total: number): void
}

/** Writes an export in a thread of its own, so that nobody waits for it. Throws LimitError once aborted. */
export const writeInThread = (databasePath: string, task: WriteTask, watching: Watching): Promise<Written> =>
  inThread({ databasePath, task: { write: task } }, watching, (message) =>
    message.type === 'written' ? message.written : undefined,
  )

/** Makes the rows of an export without writing them, likewise. */
export const checkInThread = (databasePath: string, task: CheckTask, watching: Watching): Promise<Checked> =>
  inThread({ databasePath, task: { check: task } }, watching, (message) =>
    message.type === 'checked' ? message.checked : undefined,
  )

function inThread<T>(
  work: Omit<ExportWork, 'cancel'>,
  { signal, onProgress }: Watching,
  answerIn: (message: FromExport) => T | undefined,
): Promise<T> {
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(workerFile('export', import.meta.url), {
    workerData: { ...work, cancel } satisfies ExportWork,
  })
  const stop = () => void Atomics.store(cancel, 0, 1)
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise<T>((resolve, reject) => {
    worker.on('message', (message: FromExport) => {
      if (message.type === 'progress') {
        onProgress?.(message.done, message.total)
        progressUnder(signal, 'Going through the rows')?.(message.done / Math.max(1, message.total))
      }
      if (message.type === 'failed') reject(fromPlain(message.error))
      const answer = answerIn(message)
      if (answer !== undefined) resolve(answer)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread of an export stopped before it had answered')))
  }).finally(() => signal?.removeEventListener('abort', stop))
}
