import type { ReportBug } from '#kernel/bugs.ts'
import { ConflictError, LimitError } from '#kernel/errors.ts'
import type { WriterPort } from '../writer/port.ts'
import { type FollowDeps, followTouched } from './follow.ts'
import type { WriteKey } from './key-schema.ts'
import type { Message } from './message.ts'
import type { StoredArrivals } from './store.ts'
import type { Touched } from './touched.ts'

/** Data that programs send, message by message. What they send needs no confirmation; nobody’s tools are given this. */
export interface Arrivals {
  /**
   * Stores messages; once it answers, they are kept. Whom they are about is scored at once behind it, and the
   * audiences and segments that they enter or leave are made anew.
   */
  receive(key: WriteKey, messages: readonly Message[]): Promise<StoredArrivals>
  /** Done when everything that was received is scored. */
  settled(): Promise<void>
}

/** More than this many are scored by the next look at everybody, which is sooner done. */
const AT_ONCE = 100
/** Batches that wait to be scored; behind them everybody is looked at. */
const QUEUED = 1000

export function createArrivals(
  deps: FollowDeps & {
    readonly writer: WriterPort
    /** Looks at everybody soon. */
    readonly wake: () => void
    readonly report: ReportBug
  },
): Arrivals {
  const { writer, wake, report } = deps
  let last: Promise<unknown> = Promise.resolve()
  let queued = 0

  function follow(touched: Touched): void {
    const records = touched.companies.length + touched.people.length + touched.customers.length
    if (records === 0) return
    if (records > AT_ONCE || queued >= QUEUED) {
      wake()
      return
    }
    queued++
    last = last
      .then(() => followTouched(touched, deps))
      .catch((error: unknown) => void report(error, 'arrivals'))
      .finally(() => queued--)
  }

  return {
    async receive(key, messages) {
      const stored = await writer
        .call('storeArrivals', { keyId: key.id, takes: key.takes, source: key.source, messages })
        .catch((error: unknown) => {
          if (!(error instanceof ConflictError)) throw error
          throw new LimitError(error.message, { next: 'Send it again in a minute: nothing of it was kept.' })
        })
      follow(stored.touched)
      return stored
    },
    async settled() {
      await last
    },
  }
}
