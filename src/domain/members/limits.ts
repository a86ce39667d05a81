import { LimitError } from '#kernel/errors.ts'
import type { CountOptions } from './members.ts'
import type { Lane } from './reader-pool.ts'

/** Does the work in a lane that ends when the caller cancels, when the time is up, and when it is done. */
export async function withinLimits<T>(
  lane: Lane,
  { signal, limit }: CountOptions & { readonly limit: number },
  work: () => Promise<T>,
): Promise<T> {
  const cancel = () => lane.stop(cancelled())
  const timer = setTimeout(() => lane.stop(timedOut(limit)), limit)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    if (signal?.aborted === true) throw cancelled()
    return await work()
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    lane.stop(new Error('This request is over'))
  }
}

const cancelled = () =>
  new LimitError('The count was cancelled', { next: 'Start it again when you like; nothing was changed.' })

const timedOut = (limit: number) =>
  new LimitError(`The count took longer than ${limit / 1000} seconds and was stopped`, {
    next: 'Ask for a shorter stretch of time or fewer conditions, or have MUSTER_TIME_LIMIT raised.',
  })
