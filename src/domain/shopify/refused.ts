import { query, type Reader } from '#db/run.ts'
import { toIso } from '#kernel/clock.ts'

/** A webhook that was not understood: what it said is not kept. */
export interface RefusedWebhook {
  readonly topic: string
  readonly why: string
  /** ISO 8601 */
  readonly at: string
}

/** The latest first. */
export const refusedWebhooks = (reader: Reader, most: number): readonly RefusedWebhook[] =>
  reader
    .all(
      query
        .selectFrom('refused_webhooks')
        .select(['topic', 'why', 'at'])
        .orderBy('number', 'desc')
        .limit(most),
    )
    .map(({ topic, why, at }) => ({ topic, why, at: toIso(at) }))
