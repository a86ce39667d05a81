import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { ConflictError } from '#kernel/errors.ts'
import type { WaitedFor } from '#kernel/waited-for.ts'

interface Waiting<I, O> {
  readonly item: I
  done(stored: O): void
  failed(error: unknown): void
}

/** Milliseconds after which it rests no longer, however long the last took; and those that it rests for others then. */
const LONGEST_REST = 50
/** Milliseconds for which several are known to send. */
const SEVERAL = 1000

/**
 * Stores what comes, and answers each what became of it. What comes while a transaction runs is stored by the next in
 * one go: to bring a transaction to the disk takes as long for one as for many. Where several send, it rests as long as
 * the last took, and until nobody waits for what people asked for: more gathers, whoever else has something to write
 * comes in between, and counts have the processors and the state of the data to themselves. A sender that waits for each
 * answer never comes while something is stored, and is not held up.
 */
export function storedTogether<I, O>({
  most,
  sizeOf,
  store,
  waitedFor,
}: {
  /** Not more than this at once, but for a single one that is larger. */
  readonly most: number
  sizeOf(item: I): number
  /** Answers for each, in their order. */
  store(items: readonly I[]): Promise<readonly O[]>
  readonly waitedFor: Pick<WaitedFor, 'over'>
}): (item: I) => Promise<O> {
  const queue: Waiting<I, O>[] = []
  let working = false
  let storing = false
  /** When something came last while something else was stored. */
  let several = Number.NEGATIVE_INFINITY

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
        // Each answer is made in a turn of its own: others wait for the thread, too.
        if (at > 0) await nextTurn()
        one.done(output)
      }
    } catch (error) {
      // What one of them breaks on keeps none of the others out.
      if (waiting.length === 1 || error instanceof ConflictError) for (const one of waiting) one.failed(error)
      else for (const one of waiting) await storeAll([one])
    }
  }

  const work = async () => {
    if (working) return
    working = true
    while (queue.length > 0) {
      const began = performance.now()
      storing = true
      await storeAll(next())
      storing = false
      const ended = performance.now()
      // Of so much the next transaction is well worth its while.
      const isMuch = queue.reduce((sum, { item }) => sum + sizeOf(item), 0) >= most / 4
      if (ended - several > SEVERAL) continue
      if (!isMuch) await pause(Math.min(LONGEST_REST, ended - began))
      await waitedFor.over(LONGEST_REST)
    }
    working = false
  }

  return (item) =>
    new Promise<O>((done, failed) => {
      if (storing) several = performance.now()
      queue.push({ item, done, failed })
      void work()
    })
}
