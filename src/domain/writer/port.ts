import { LimitError } from '#kernel/errors.ts'
import type { WriteContext } from './operation.ts'
import { type Operations, operations } from './operations.ts'

export type OperationName = keyof Operations
export type InputOf<K extends OperationName> = Parameters<Operations[K]>[1]
export type OutputOf<K extends OperationName> = Awaited<ReturnType<Operations[K]>>

export type Progress = Parameters<WriteContext['progress']>[0]

export interface CallOptions {
  /** Cancels long work at its next step; nothing of it is kept. */
  readonly signal?: AbortSignal
  onProgress?(progress: Progress): void
}

/** The one way to write: a named operation with plain data, run by this process's single writer. */
export interface WriterPort {
  call<K extends OperationName>(name: K, input: InputOf<K>, options?: CallOptions): Promise<OutputOf<K>>
  close(): Promise<void>
}

// Seen as a mapped type, so that a name, its input and its output stay tied together.
const table: {
  readonly [K in OperationName]: () => Promise<
    (ctx: WriteContext, input: InputOf<K>) => OutputOf<K> | Promise<OutputOf<K>>
  >
} = operations

let begun: Promise<unknown> = Promise.resolve()

/** Resolves once all operations that were called on this thread have begun. */
export const allBegun = (): Promise<unknown> => begun

/**
 * Runs an operation here and now, on the writer of this thread. Operations begin in the order in which they were
 * called, however long it takes to read one that was never called before.
 */
export async function perform<K extends OperationName>(
  name: K,
  input: InputOf<K>,
  ctx: WriteContext,
): Promise<OutputOf<K>> {
  const read = begun.then(table[name])
  begun = read.catch(() => undefined)
  return (await read)(ctx, input)
}

export const cancelled = (): LimitError =>
  new LimitError('The work was cancelled; nothing of it was kept', { next: 'Start it again when you like.' })
