import { Worker } from 'node:worker_threads'
import { LimitError } from '#kernel/errors.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { Work, WorkDone } from './work.ts'

/** Does the counting in a thread of its own, which ends at once when nobody waits any more. Throws LimitError then. */
export function performInThread(work: Work, signal: AbortSignal | undefined): Promise<WorkDone> {
  const worker = new Worker(workerFile('work', import.meta.url), { workerData: work })
  const stop = () => void worker.terminate()
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise<WorkDone>((resolve, reject) => {
    worker.on('message', (done: WorkDone) => resolve(done))
    worker.on('error', reject)
    worker.on('exit', () =>
      reject(
        signal?.aborted
          ? new LimitError('Looking for suggestions was stopped', { next: 'Ask again when you want them.' })
          : new Error('The thread that looks for suggestions stopped before it had answered'),
      ),
    )
  }).finally(() => signal?.removeEventListener('abort', stop))
}
