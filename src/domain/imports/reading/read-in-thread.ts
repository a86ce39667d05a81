import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { fromPlain, type PlainError } from '#kernel/plain-error.ts'
import { workerFile } from '#kernel/worker-file.ts'
import type { PlannedFile } from '../mapping/file-plan.ts'
import type { FileChoice } from '../plan/schema.ts'
import type { Reading, ReadPiece, ReadWhole } from './read-file.ts'

/** What the thread is given: a plan holds functions, so it makes its own, of the same choice. */
export interface ThreadReading extends Reading {
  readonly choice: FileChoice
  /** As it was when the import was planned. */
  readonly header: readonly string[]
}

/** What the thread says. It waits after each piece until there is room for one more. */
export type FromReading =
  | { readonly type: 'piece'; readonly piece: ReadPiece }
  | { readonly type: 'whole'; readonly whole: ReadWhole }
  | { readonly type: 'failed'; readonly error: PlainError }

/** The one thing that the thread is told: a piece was taken. */
const TAKEN = 'taken'

/** Reads a file as `readFile` does, in a thread of its own: while a piece is written, the next ones are read. */
export async function readInThread(
  { choice, file: { name, header } }: PlannedFile,
  reading: Reading,
  hand: (piece: ReadPiece) => void,
): Promise<ReadWhole> {
  const settings: ThreadReading = { ...reading, choice, header }
  const worker = new Worker(workerFile('reading', import.meta.url), {
    workerData: settings,
    name: 'reading',
    // What is read is gone soon: more room than this holds only what nobody needs any more.
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  })
  try {
    for await (const [said] of on(worker, 'message', { close: ['exit'] })) {
      const message: FromReading = said
      if (message.type === 'whole') return message.whole
      if (message.type === 'failed') throw fromPlain(message.error)
      worker.postMessage(TAKEN)
      hand(message.piece)
    }
  } finally {
    await worker.terminate()
  }
  throw new Error(`The thread that read ${name} stopped`)
}
