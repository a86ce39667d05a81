import type { Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { NOBODY, type Touched } from '../arrivals/touched.ts'
import { knownIds, remember } from '../arrivals/remembered.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import type { Operation } from '../writer/operation.ts'
import { durably } from '../writer/durably.ts'
import { type AppliedTold, applyTold } from './apply-told.ts'
import { readBody } from './body.ts'
import { eraseTold, isErasure } from './erase-told.ts'
import { SHOPIFY } from './source.ts'
import { topicOf } from './topics/index.ts'

export interface Webhook {
  /** Of `X-Shopify-Webhook-Id`: sent again it is the same. */
  readonly id: string
  readonly topic: string
  readonly shop: string
  /** The raw body; whoever calls has checked who signed it. */
  readonly body: string
  /** Files of exports lie beside it, of which erased people are taken out. */
  readonly databasePath: string
}

export type WebhookOutcome =
  | { readonly kind: 'stored' }
  /** It came before, and changes nothing. */
  | { readonly kind: 'repeated' }
  /** Nothing of it is meant to be kept. */
  | { readonly kind: 'skipped'; readonly why: string }
  /** It can’t be understood; sent again it could not either. Noted for the operator. */
  | { readonly kind: 'refused'; readonly why: string }

export interface StoredWebhook {
  readonly outcome: WebhookOutcome
  readonly touched: Touched
}

/** Stores what a webhook says, which is on the disk when this answers. Throws ConflictError while an import runs. */
export const storeWebhook: Operation<Webhook, StoredWebhook> = async (ctx, webhook) => {
  const { writer, clock } = ctx
  refuseDuringImport(writer.driver)
  const key = `${SHOPIFY}:${webhook.id}`
  if (knownIds(writer, [key], SHOPIFY).size > 0) return untouched({ kind: 'repeated' })
  const body = readBody(webhook.body)
  const topic = topicOf(webhook.topic)
  const now = clock.now()
  if (topic === undefined || body === undefined) {
    const why =
      topic === undefined ? `the topic ${webhook.topic} is not understood` : 'the body is no JSON object'
    return refuse(writer, webhook, { key, why, now })
  }
  const read = topic.read(body)
  if ('problem' in read) return refuse(writer, webhook, { key, why: read.problem, now })
  if ('skipped' in read) {
    durably(writer, () => remember(writer, [key], now))
    return untouched({ kind: 'skipped', why: read.skipped })
  }
  // Erasing has a transaction of its own: done twice it finds nobody left.
  for (const one of read.told) if (isErasure(one)) await eraseTold(ctx, one, webhook)
  return durably(writer, () => {
    const rest = read.told.filter((one): one is AppliedTold => !isErasure(one))
    const applied = applyTold(ctx, now, {
      told: rest,
      shop: webhook.shop,
      databasePath: webhook.databasePath,
    })
    remember(writer, [key], now)
    if (!('problem' in applied)) return applied
    note(writer, webhook, applied.problem, now)
    return untouched({ kind: 'refused', why: applied.problem })
  })
}

const untouched = (outcome: WebhookOutcome): StoredWebhook => ({ outcome, touched: NOBODY })

function refuse(
  writer: Writer,
  webhook: Webhook,
  { key, why, now }: { readonly key: string; readonly why: string; readonly now: Instant },
): StoredWebhook {
  durably(writer, () => {
    remember(writer, [key], now)
    note(writer, webhook, why, now)
  })
  return untouched({ kind: 'refused', why })
}

/** So many are kept for the operator to read. */
const NOTED = 1000

/** Without the body, which is about people. */
function note({ driver }: Writer, { id, topic }: Webhook, why: string, now: Instant): void {
  driver
    .prepare<[string, string, string, number]>(
      'INSERT INTO refused_webhooks(webhook_id, topic, why, at) VALUES (?, ?, ?, ?)',
    )
    .run(id, topic, why, now)
  driver
    .prepare<[number]>(
      'DELETE FROM refused_webhooks WHERE number <= (SELECT max(number) FROM refused_webhooks) - ?',
    )
    .run(NOTED)
}
