import { setTimeout as pause } from 'node:timers/promises'
import { ConflictError } from '#kernel/errors.ts'

interface Waiting<I, O> {
  readonly item: I
  done(stored: O): void
  failed(error: unknown): void
}

/** Milliseconds after which what gathered is stored, however long the last took. */
const LONGEST_REST = 50

/**
 * Stores what comes, and answers each what became of it. What comes while a transaction runs is stored by the next in
 * one go: to bring a transaction to the disk takes as long for one as for many. Where several send, it rests as long as
 * the last took: more gathers, and whoever else has something to write comes in between. A sender by itself never
 * waits for others.
 */
export function storedTogether<I, O>({
  most,
  sizeOf,
  store,
}: {
  /** Not more than this at once, but for a single one that is larger. */
  readonly most: number
  sizeOf(item: I): number
  /** Answers for each, in their order. */
  store(items: readonly I[]): Promise<readonly O[]>
}): (item: I) => Promise<O> {
  const queue: Waiting<I, O>[] = []
  let storing = false

  /** As many as fit, at least one. */
  const next = (): readonly Waiting<I, O>[] => {
    let size = 0
    const fits = queue.findIndex(({ item }) => (size += sizeOf(item)) > most)
    return queue.splice(0, fits === -1 ? queue.length : Math.max(1, fits))
  }

  const storeAll = async (waiting: readonly Waiting<I, O>[]): Promise<void> => {
    try {
      const stored = await store(waiting.map(({ item }) => item))
      for (const [at, one] of waiting.entries()) {
        const output = stored[at]
        if (output === undefined) throw new Error('Each that came is answered')
        one.done(output)
      }
    } catch (error) {
      // What one of them breaks on keeps none of the others out.
      if (waiting.length === 1 || error instanceof ConflictError) for (const one of waiting) one.failed(error)
      else for (const one of waiting) await storeAll([one])
    }
  }

  const work = async () => {
    if (storing) return
    storing = true
    while (queue.length > 0) {
      const together = next()
      const began = performance.now()
      await storeAll(together)
      const isStream = together.length > 1 && queue.reduce((sum, { item }) => sum + sizeOf(item), 0) < most
      if (isStream) await pause(Math.min(LONGEST_REST, performance.now() - began))
    }
    storing = false
  }

  return (item) =>
    new Promise<O>((done, failed) => {
      queue.push({ item, done, failed })
      void work()
    })
}
