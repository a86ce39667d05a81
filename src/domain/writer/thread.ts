import { Worker } from 'node:worker_threads'
import { fromPlain } from '#kernel/plain-error.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { FromWriter, ToWriter } from './messages.ts'
import { cancelled, type CallOptions, type WriterPort } from './port.ts'
import type { WriterSettings } from './writer.worker.ts'

interface Pending {
  // A method, so that a promise's own typed resolve fits: the output's type is tied to the call's name.
  done(output: unknown): void
  failed(error: Error): void
  readonly options: CallOptions
}

/** The writer in a thread of its own, so that imports and decisions never hold up the event loop. */
export function threadWriter(settings: WriterSettings): WriterPort {
  const pending = new Map<number, Pending>()
  let calls = 0
  let worker: Worker | undefined

  const start = (): Worker => {
    const started = new Worker(workerFile('writer', import.meta.url), {
      workerData: settings,
      name: 'writer',
    })
    started.on('message', (message: FromWriter) => {
      const call = pending.get(message.id)
      if (call === undefined) return
      if (message.type === 'progress') {
        call.options.onProgress?.(message.progress)
        return
      }
      pending.delete(message.id)
      if (message.type === 'done') call.done(message.output)
      else call.failed(fromPlain(message.error))
    })
    const lost = (error: Error) => {
      worker = undefined
      for (const call of pending.values()) call.failed(error)
      pending.clear()
    }
    started.on('error', (error) => lost(error instanceof Error ? error : new Error(String(error))))
    started.on('exit', () => lost(new Error('The writer stopped before it had answered')))
    return started
  }

  const send = (message: ToWriter) => {
    worker ??= start()
    worker.postMessage(message)
  }

  return {
    call: (name, input, options = {}) =>
      new Promise((resolve, reject) => {
        if (options.signal?.aborted) {
          reject(cancelled())
          return
        }
        const cancel = new Int32Array(new SharedArrayBuffer(4))
        const onAbort = () => Atomics.store(cancel, 0, 1)
        options.signal?.addEventListener('abort', onAbort, { once: true })
        const settle = () => options.signal?.removeEventListener('abort', onAbort)
        const id = ++calls
        pending.set(id, {
          options,
          done(output: Parameters<typeof resolve>[0]) {
            settle()
            resolve(output)
          },
          failed(error) {
            settle()
            reject(error)
          },
        })
        send({ id, name, input, cancel })
      }),
    async close() {
      if (worker === undefined) return
      const stopping = worker
      const exited = new Promise<void>((resolve) => stopping.once('exit', () => resolve()))
      stopping.postMessage('close' satisfies ToWriter)
      await exited
    },
  }
}
