import type { ReportBug } from '#kernel/bugs.ts'
import { ConflictError, InputError, LimitError } from '#kernel/errors.ts'
import type { WaitedFor } from '#kernel/waited-for.ts'
import type { Webhook, WebhookOutcome } from '../shopify/store-webhook.ts'
import type { FollowData } from '../schedule/follow-data.ts'
import { createFollowing } from './following.ts'
import type { FollowDeps } from './follow.ts'
import type { WriteKey } from './key-schema.ts'
import type { Message } from './message.ts'
import type { Received } from './received.ts'
import type { ArrivedBatch, StoredBatch } from './store.ts'
import { storedTogether } from './together.ts'

/** Data that programs send, message by message. What they send needs no confirmation; nobody’s tools are given this. */
export interface Arrivals {
  /**
   * Stores messages and answers what became of them; once it answers, they are on the disk. Whom they are about is
   * scored at once behind it, and the audiences and segments that they enter or leave are made anew.
   */
  receive(key: WriteKey, messages: readonly Message[]): Promise<Received>
  /** Stores what a Shopify store says by a webhook, whose signature was checked; likewise. */
  receiveWebhook(webhook: Omit<Webhook, 'databasePath'>): Promise<WebhookOutcome>
  /** Done when everything that was received is scored. */
  settled(): Promise<void>
}

/** A transaction of so many messages takes some tenths of a second. */
const MESSAGES = 2000
/** Of so many webhooks likewise: each is applied by itself. */
const WEBHOOKS = 100

export function createArrivals(
  deps: FollowDeps & {
    /** Files of exports stand beside it. */
    readonly databasePath: string
    /** Looks at everybody before long. */
    readonly followData: Pick<FollowData, 'stir'>
    readonly report: ReportBug
    readonly waitedFor: Pick<WaitedFor, 'over'>
  },
): Arrivals {
  const { writer, databasePath, waitedFor } = deps
  const following = createFollowing(deps)
  const storeBatch = storedTogether<ArrivedBatch, StoredBatch>({
    most: MESSAGES,
    waitedFor,
    sizeOf: ({ messages }) => messages.length,
    async store(batches) {
      const stored = await writer.call('storeArrivals', { batches })
      following.follow(stored.touched)
      return stored.batches
    },
  })
  const storeWebhook = storedTogether<Webhook, WebhookOutcome>({
    most: WEBHOOKS,
    waitedFor,
    sizeOf: () => 1,
    async store(webhooks) {
      const { outcomes, touched } = await writer.call('storeWebhooks', { webhooks })
      following.follow(touched)
      return outcomes
    },
  })

  return {
    async receive({ id, takes, source }, messages) {
      const stored = await storeBatch({ keyId: id, takes, source, messages }).catch(later)
      if ('received' in stored) return stored.received
      throw new InputError(stored.refused, { next: 'Make another: `muster write-keys add`.' })
    },
    receiveWebhook: (webhook) => storeWebhook({ ...webhook, databasePath }).catch(later),
    settled: () => following.settled(),
  }
}

/** An import has the writer to itself: whoever sends tries again. */
function later(error: unknown): never {
  if (!(error instanceof ConflictError)) throw error
  throw new LimitError(error.message, { next: 'Send it again in a minute: nothing of it was kept.' })
}
