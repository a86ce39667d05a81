import type { Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { joinTouched, NOBODY, type Touched } from '../arrivals/touched.ts'
import { knownIds, remember } from '../arrivals/remembered.ts'
import { refuseDuringImport } from '../imports/exclusively.ts'
import type { Operation, WriteContext } from '../writer/operation.ts'
import { durably } from '../writer/durably.ts'
import { type AppliedTold, applyTold } from './apply-told.ts'
import { readBody } from './body.ts'
import { eraseTold, isErasure, type ToldErasure } from './erase-told.ts'
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

export interface StoredWebhooks {
  /** In the order of the webhooks. */
  readonly outcomes: readonly WebhookOutcome[]
  readonly touched: Touched
}

/**
 * Stores what webhooks say, one after the other, which is on the disk when this answers: all in one transaction, but
 * for those that erase. Throws ConflictError while an import runs.
 */
export const storeWebhooks: Operation<{ readonly webhooks: readonly Webhook[] }, StoredWebhooks> = async (
  ctx,
  { webhooks },
) => {
  const stored: StoredWebhook[] = []
  let together: readonly ReadWebhook[] = []
  const storeRead = () => {
    const read = together
    together = []
    // One may have begun while somebody was erased.
    refuseDuringImport(ctx.writer.driver)
    if (read.length > 0) stored.push(...durably(ctx.writer, () => read.map((one) => storeOne(ctx, one))))
  }
  refuseDuringImport(ctx.writer.driver)
  for (const read of webhooks.map(readWebhook)) {
    if (read.erasures.length > 0 && !isRepeated(ctx.writer, read)) {
      storeRead()
      // Erasing has transactions of its own: done twice it finds nobody left.
      for (const one of read.erasures) await eraseTold(ctx, one, read.webhook)
    }
    together = [...together, read]
  }
  storeRead()
  return {
    outcomes: stored.map(({ outcome }) => outcome),
    touched: joinTouched(stored.map(({ touched }) => touched)),
  }
}

/** A webhook, and what it says or why that can’t be told. */
interface ReadWebhook {
  readonly webhook: Webhook
  readonly erasures: readonly ToldErasure[]
  readonly said:
    | { readonly told: readonly AppliedTold[] }
    | { readonly problem: string }
    | { readonly skipped: string }
}

function readWebhook(webhook: Webhook): ReadWebhook {
  const said = (said: ReadWebhook['said'], erasures: readonly ToldErasure[] = []): ReadWebhook => ({
    webhook,
    erasures,
    said,
  })
  const body = readBody(webhook.body)
  const topic = topicOf(webhook.topic)
  if (topic === undefined) return said({ problem: `the topic ${webhook.topic} is not understood` })
  if (body === undefined) return said({ problem: 'the body is no JSON object' })
  const read = topic.read(body)
  if (!('told' in read)) return said(read)
  const told = read.told.filter((one): one is AppliedTold => !isErasure(one))
  return said({ told }, read.told.filter(isErasure))
}

const keyOf = ({ webhook }: ReadWebhook): string => `${SHOPIFY}:${webhook.id}`

const isRepeated = (writer: Writer, read: ReadWebhook): boolean =>
  knownIds(writer, [keyOf(read)], SHOPIFY).size > 0

/** The caller holds the transaction. */
function storeOne(ctx: WriteContext, read: ReadWebhook): StoredWebhook {
  const { writer, clock } = ctx
  const { webhook, said } = read
  if (isRepeated(writer, read)) return untouched({ kind: 'repeated' })
  const now = clock.now()
  const applied = 'told' in said ? applyTold(ctx, now, { ...webhook, told: said.told }) : said
  remember(writer, [keyOf(read)], now)
  if ('outcome' in applied) return applied
  if ('skipped' in applied) return untouched({ kind: 'skipped', why: applied.skipped })
  note(writer, webhook, applied.problem, now)
  return untouched({ kind: 'refused', why: applied.problem })
}

const untouched = (outcome: WebhookOutcome): StoredWebhook => ({ outcome, touched: NOBODY })

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
