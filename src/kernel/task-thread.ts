import { Worker } from 'node:worker_threads'
import { fromPlain, type PlainError } from './plain-error.ts'

/** What a thread with one task says: how far it is, 0 to 1, and at last what came of it. */
export type FromTask<Answer> =
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'done'; readonly answer: Answer }
  | { readonly type: 'failed'; readonly error: PlainError }

/** By which a task is asked to stop: one shared word, 1 once nobody waits. */
export interface Stoppable {
  readonly cancel: Int32Array
}

/** Progress is 0 to 1. */
export interface TaskOptions {
  readonly signal?: AbortSignal
  onProgress?(done: number): void
}

interface Task {
  /** See `workerFile`. */
  readonly file: URL
  /** What it is given, besides the word that stops it. */
  readonly settings: object
  /** For the error of a thread that stops before it has answered: `The search for groups`. */
  readonly what: string
}

/** Does one task in a thread of its own, which is there for that long. Throws what the task throws once it is asked to stop. */
export function performTask<Answer>(
  { file, settings, what }: Task,
  { signal, onProgress }: TaskOptions,
): Promise<Answer> {
  const cancel = new Int32Array(new SharedArrayBuffer(4))
  const stop = () => void Atomics.store(cancel, 0, 1)
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted === true) stop()
  const worker = new Worker(file, { workerData: { ...settings, cancel } })
  return new Promise<Answer>((resolve, reject) => {
    worker.on('message', (message: FromTask<Answer>) => {
      if (message.type === 'progress') onProgress?.(message.done)
      else if (message.type === 'done') resolve(message.answer)
      else reject(fromPlain(message.error))
    })
    worker.on('error', (error) => reject(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => reject(new Error(`${what} stopped: exit code ${code}`)))
  }).finally(() => {
    signal?.removeEventListener('abort', stop)
    void worker.terminate()
  })
}
