import type { ReportBug } from '#kernel/bugs.ts'
import { ConflictError, InputError, LimitError } from '#kernel/errors.ts'
import type { Webhook, WebhookOutcome } from '../shopify/store-webhook.ts'
import type { FollowData } from '../schedule/follow-data.ts'
import { createFollowing } from './following.ts'
import type { FollowDeps } from './follow.ts'
import type { WriteKey } from './key-schema.ts'
import type { Message } from './message.ts'
import type { ArrivedBatch, StoredBatch } from './store.ts'
import type { Outcome } from './take-messages.ts'

/** Data that programs send, message by message. What they send needs no confirmation; nobody’s tools are given this. */
export interface Arrivals {
  /**
   * Stores messages and answers what became of each; once it answers, they are on the disk. Whom they are about is
   * scored at once behind it, and the audiences and segments that they enter or leave are made anew.
   */
  receive(key: WriteKey, messages: readonly Message[]): Promise<readonly Outcome[]>
  /** Stores what a Shopify store says by a webhook, whose signature was checked; likewise. */
  receiveWebhook(webhook: Omit<Webhook, 'databasePath'>): Promise<WebhookOutcome>
  /** Done when everything that was received is scored. */
  settled(): Promise<void>
}

/** What waits while a transaction runs is stored by the next; one of so many messages takes some tenths of a second. */
const TOGETHER = 2000

interface Waiting {
  readonly key: WriteKey
  readonly messages: readonly Message[]
  done(stored: StoredBatch): void
  failed(error: unknown): void
}

export function createArrivals(
  deps: FollowDeps & {
    /** Files of exports stand beside it. */
    readonly databasePath: string
    /** Looks at everybody before long. */
    readonly followData: Pick<FollowData, 'stir'>
    readonly report: ReportBug
  },
): Arrivals {
  const { writer, databasePath } = deps
  const following = createFollowing(deps)
  const queue: Waiting[] = []
  let storing = false

  /** As many requests as fit, at least one. */
  const nextTogether = (): readonly Waiting[] => {
    let messages = 0
    const fits = queue.findIndex((one) => (messages += one.messages.length) > TOGETHER)
    return queue.splice(0, fits === -1 ? queue.length : Math.max(1, fits))
  }

  const store = async (waiting: readonly Waiting[]): Promise<void> => {
    const batches = waiting.map(
      ({ key, messages }): ArrivedBatch => ({
        keyId: key.id,
        takes: key.takes,
        source: key.source,
        messages,
      }),
    )
    try {
      const stored = await writer.call('storeArrivals', { batches })
      following.follow(stored.touched)
      for (const [at, one] of waiting.entries()) {
        const batch = stored.batches[at]
        if (batch === undefined) throw new Error('Each batch that came is answered')
        one.done(batch)
      }
    } catch (error) {
      // What one of them breaks on keeps none of the others out.
      if (waiting.length === 1 || error instanceof ConflictError) for (const one of waiting) one.failed(error)
      else for (const one of waiting) await store([one])
    }
  }

  const work = async () => {
    if (storing) return
    storing = true
    while (queue.length > 0) await store(nextTogether())
    storing = false
  }

  return {
    async receive(key, messages) {
      const stored = await new Promise<StoredBatch>((done, failed) => {
        queue.push({ key, messages, done, failed })
        void work()
      }).catch(later)
      if ('outcomes' in stored) return stored.outcomes
      throw new InputError(stored.refused, { next: 'Make another: `muster write-keys add`.' })
    },
    async receiveWebhook(webhook) {
      const { outcome, touched } = await writer
        .call('storeWebhook', { ...webhook, databasePath })
        .catch(later)
      following.follow(touched)
      return outcome
    },
    settled: () => following.settled(),
  }
}

/** An import has the writer to itself: whoever sends tries again. */
function later(error: unknown): never {
  if (!(error instanceof ConflictError)) throw error
  throw new LimitError(error.message, { next: 'Send it again in a minute: nothing of it was kept.' })
}
