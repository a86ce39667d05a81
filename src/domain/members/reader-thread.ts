import { Worker } from 'node:worker_threads'
import { fromPlain } from '#kernel/plain-error.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { FromReader, ReaderAnswer, ReaderSettings, ToReader } from './reader-messages.ts'

/** One thread with a read-only connection; it does one thing at a time. */
export interface ReaderThread {
  perform(task: ToReader): Promise<ReaderAnswer>
  /** False once it has stopped, for whatever reason; it never comes back. */
  alive(): boolean
  close(): Promise<void>
}

export function startReaderThread(settings: ReaderSettings): ReaderThread {
  const worker = new Worker(workerFile('reader', import.meta.url), {
    workerData: settings,
    name: 'reader',
  })
  let alive = true
  let waiting: { done(answer: ReaderAnswer): void; failed(error: Error): void } | undefined

  worker.on('message', (message: FromReader) => {
    const { done, failed } = waiting ?? {}
    waiting = undefined
    if (message.type === 'done') done?.(message.answer)
    else failed?.(fromPlain(message.error))
  })
  const lost = (why: string) => {
    alive = false
    waiting?.failed(new Error(`A thread stopped while it was reading members: ${why}`))
    waiting = undefined
  }
  worker.on('error', (error) => lost(error instanceof Error ? error.message : String(error)))
  worker.on('exit', (code) => lost(`exit code ${code}`))

  return {
    perform: (task) =>
      new Promise((done, failed) => {
        waiting = { done, failed }
        worker.postMessage(task)
      }),
    alive: () => alive,
    async close() {
      await worker.terminate()
    },
  }
}
