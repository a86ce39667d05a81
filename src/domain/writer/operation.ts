import type { Writer } from '#db/run.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Ids } from '#kernel/ids.ts'

/** What every write operation is given. It runs on the process's one writing connection. */
export interface WriteContext {
  readonly writer: Writer
  readonly clock: Clock
  readonly ids: Ids
  /** For long work: tells the caller how far it is; throws LimitError once the caller has cancelled. */
  progress(report: { readonly done: number; readonly total?: number; readonly what: string }): void
}

/**
 * One way to write. Input and output are plain data, since they cross a thread. Long operations may be
 * asynchronous between their transactions; a transaction itself never is.
 */
export type Operation<I, O> = (ctx: WriteContext, input: I) => O | Promise<O>
