import { Worker } from 'node:worker_threads'
import { fromPlain } from '#kernel/plain-error.ts'
import type { FromHealth, HealthSettings, Seen } from './messages.ts'

interface Options {
  readonly signal?: AbortSignal
  onProgress?(done: number): void
}

export type HealthThread = (task: Pick<HealthSettings, 'now' | 'known'>, options?: Options) => Promise<Seen>

/** Looks at the data in a thread of its own, which is there for that long. */
export const createHealthThread =
  (databasePath: string): HealthThread =>
  (task, { signal, onProgress } = {}) => {
    const settings: HealthSettings = {
      databasePath,
      ...task,
      cancel: new Int32Array(new SharedArrayBuffer(4)),
    }
    const cancel = () => void Atomics.store(settings.cancel, 0, 1)
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) cancel()
    // The same file, unbuilt (.ts) or built (.js).
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const worker = new Worker(new URL(`./health.worker.${extension}`, import.meta.url), {
      workerData: settings,
    })
    return new Promise<Seen>((resolve, reject) => {
      worker.on('message', (message: FromHealth) => {
        if (message.type === 'progress') onProgress?.(message.done)
        else if (message.type === 'done') resolve(message.seen)
        else reject(fromPlain(message.error))
      })
      worker.on('error', (error) => reject(error instanceof Error ? error : new Error(String(error))))
      worker.on('exit', (code) => reject(new Error(`The look at the data stopped: exit code ${code}`)))
    }).finally(() => {
      signal?.removeEventListener('abort', cancel)
      void worker.terminate()
    })
  }
