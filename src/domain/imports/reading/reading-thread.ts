import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { fromPlain, type PlainError } from '#kernel/plain-error.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { FileChoice } from '../plan/schema.ts'
import type { FileReading } from './file-reading.ts'
import type { Reading, ReadPiece, ReadWhole } from './read-file.ts'

/** What the thread is told to read: a plan holds functions, so it makes its own, of the same choice. */
export interface ThreadReading extends Reading {
  readonly choice: FileChoice
  /** As it was when the import was planned. */
  readonly header: readonly string[]
}

export type ToReading =
  | { readonly type: 'read'; readonly reading: ThreadReading }
  | { readonly type: 'taken' }

/** What the thread says. It waits after each piece until there is room for one more. */
export type FromReading =
  | { readonly type: 'piece'; readonly piece: ReadPiece }
  | { readonly type: 'whole'; readonly whole: ReadWhole }
  | { readonly type: 'failed'; readonly error: PlainError }

/** Starts a thread that reads files as `readFile` does: while a piece is written here, the next ones are read there. */
export function openReadingThread(): Omit<FileReading, 'expect'> {
  const worker = new Worker(workerFile('reading', import.meta.url), {
    name: 'reading',
    // What is read is gone soon: more room than this holds only what nobody needs any more.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const tell = (message: ToReading) => worker.postMessage(message)
  let stopped: unknown
  worker.once('error', (error) => (stopped = error))
  worker.once('exit', () => (stopped ??= new Error('The thread that reads stopped')))
  return {
    async read({ choice, file: { header } }, reading, hand) {
      if (stopped !== undefined) throw stopped
      tell({ type: 'read', reading: { ...reading, choice, header } })
      for await (const [said] of on(worker, 'message', { close: ['exit'] })) {
        const message: FromReading = said
        if (message.type === 'whole') return message.whole
        if (message.type === 'failed') throw fromPlain(message.error)
        tell({ type: 'taken' })
        hand(message.piece)
      }
      throw stopped
    },
    async close() {
      await worker.terminate()
    },
  }
}
