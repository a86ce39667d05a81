import { Worker } from 'node:worker_threads'
import { fromPlain } from '#kernel/plain-error.ts'
import { progressUnder } from '#kernel/progress.ts'
import type { FromGroups, GroupsAnswer, GroupsSettings, GroupsTask } from './messages.ts'

interface Options {
  readonly signal?: AbortSignal
  onProgress?(done: number): void
}

export type GroupsThread = (task: GroupsTask, options?: Options) => Promise<GroupsAnswer>

/** Reads behaviour and finds groups in a thread of its own: one task at a time, since each may need much memory. */
export function createGroupsThread(databasePath: string): GroupsThread {
  let last: Promise<unknown> = Promise.resolve()
  return (task, options = {}) => {
    const run = last.then(() => perform({ databasePath, task, cancel: sharedWord() }, options))
    last = run.catch(() => undefined)
    return run
  }
}

const sharedWord = () => new Int32Array(new SharedArrayBuffer(4))

function perform(settings: GroupsSettings, { signal, onProgress }: Options): Promise<GroupsAnswer> {
  // The same file, unbuilt (.ts) or built (.js).
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const cancel = () => void Atomics.store(settings.cancel, 0, 1)
  signal?.addEventListener('abort', cancel, { once: true })
  if (signal?.aborted === true) cancel()
  const worker = new Worker(new URL(`./groups.worker.${extension}`, import.meta.url), {
    workerData: settings,
  })
  return new Promise<GroupsAnswer>((resolve, reject) => {
    worker.on('message', (message: FromGroups) => {
      if (message.type === 'progress') {
        onProgress?.(message.done)
        progressUnder(signal, 'Finding groups')?.(message.done)
      } else if (message.type === 'done') resolve(message.answer)
      else reject(fromPlain(message.error))
    })
    worker.on('error', (error) => reject(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', (code) => reject(new Error(`The search for groups stopped: exit code ${code}`)))
  }).finally(() => {
    signal?.removeEventListener('abort', cancel)
    void worker.terminate()
  })
}
