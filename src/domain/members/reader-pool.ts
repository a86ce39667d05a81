import { createFairQueue } from './fair-queue.ts'
import type { ReaderAnswer, ReaderTask, ToReader } from './reader-messages.ts'
import type { ReaderThread } from './reader-thread.ts'

/** Threads that requests share in turns, a task each. */
export interface ReaderPool {
  /** A queue of its own for one request. */
  lane(): Lane
  close(): Promise<void>
}

export interface Lane {
  /** At most so many of its tasks run at a time. */
  readonly threads: number
  run(task: ReaderTask): Promise<ReaderAnswer>
  /** Rejects what waits, what runs and whatever is still to come, with this error. */
  stop(error: Error): void
}

interface Job extends ToReader {
  done(answer: ReaderAnswer): void
  failed(error: Error): void
}

/** At most so many threads, each started once there is work for it; one that was lost is replaced likewise. */
export function createReaderPool(start: () => ReaderThread, threads: number): ReaderPool {
  const queue = createFairQueue<Job>()
  const idle: ReaderThread[] = []
  const busy = new Set<ReaderThread>()

  const work = () => {
    while (busy.size < threads) {
      const job = queue.next()
      if (job === undefined) return
      void perform(job, idleThread() ?? start())
    }
  }

  const idleThread = (): ReaderThread | undefined => {
    const thread = idle.pop()
    return thread === undefined || thread.alive() ? thread : idleThread()
  }

  const perform = async (job: Job, thread: ReaderThread) => {
    busy.add(thread)
    try {
      job.done(await thread.perform({ task: job.task, cancel: job.cancel }))
    } catch (error) {
      job.failed(error instanceof Error ? error : new Error(String(error)))
    }
    busy.delete(thread)
    if (thread.alive()) idle.push(thread)
    work()
  }

  const lane = (): Lane => {
    const line = queue.line()
    const cancel = new Int32Array(new SharedArrayBuffer(4))
    const open = new Set<(error: Error) => void>()
    let stopped: Error | undefined
    return {
      threads,
      run: (task) =>
        new Promise((done, failed) => {
          if (stopped !== undefined) {
            failed(stopped)
            return
          }
          open.add(failed)
          line.add({ task, cancel, done, failed })
          work()
        }),
      stop(error) {
        stopped ??= error
        Atomics.store(cancel, 0, 1)
        line.clear()
        for (const failed of open) failed(error)
        open.clear()
      },
    }
  }

  return {
    lane,
    async close() {
      await Promise.all([...idle, ...busy].map((thread) => thread.close()))
    },
  }
}
