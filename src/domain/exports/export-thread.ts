import { Worker } from 'node:worker_threads'
import { fromPlain } from '#kernel/plain-error.ts'
import type { ExportWork, FromExport } from './export.worker.ts'
import type { WriteTask, Written } from './write-export.ts'

/** Writes an export in a thread of its own, so that nobody waits for it. Throws LimitError once aborted. */
export function writeInThread(
  databasePath: string,
  task: WriteTask,
  { signal, onProgress }: { readonly signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<Written> {
  // The same file, unbuilt (.ts) or built (.js).
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL(`./export.worker.${extension}`, import.meta.url), {
    workerData: { databasePath, task, cancel } satisfies ExportWork,
  })
  const stop = () => void Atomics.store(cancel, 0, 1)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return new Promise<Written>((resolve, reject) => {
    worker.on('message', (message: FromExport) => {
      if (message.type === 'progress') onProgress(message.done, message.total)
      else if (message.type === 'done') resolve(message.written)
      else reject(fromPlain(message.error))
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread of an export stopped before it had answered')))
  }).finally(() => signal.removeEventListener('abort', stop))
}
