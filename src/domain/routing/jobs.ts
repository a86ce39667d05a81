import { query, type Reader } from '#db/run.ts'
import type { DeliveryRow } from '#db/schema.ts'
import type { ReportBug } from '#kernel/bugs.ts'
import { type Clock, toMinute } from '#kernel/clock.ts'
import { count } from '../members/bitset.ts'
import { encodeMembers } from '../members/encode.ts'
import type { Members } from '../members/members.ts'
import type { WriterPort } from '../writer/port.ts'
import { deliveryBody } from './body.ts'
import { destinationSchema } from './destination.ts'
import { newcomers } from './hand-on.ts'
import type { Attempted } from './outbox.ts'
import { createRoutingRules } from './read.ts'
import { sendWebhook, type WebhookPolicy } from './webhook.ts'

/** Hands records on by confirmed rules. Never part of what tools are given. */
export interface RoutingJobs {
  /** Looks who satisfies a rule for the first time, after scores or data changed. Answers how many were handed on. */
  due(options: { readonly signal?: AbortSignal }): Promise<number>
  /** Begins to send what is due, unless it is at it already. Safe to call at any time. */
  wake(): void
  /** Once everything that is due was tried. */
  settled(): Promise<void>
  /** Stops; what is not sent yet waits for the next start. */
  close(): Promise<void>
}

/** Sent at the same time, so that one slow receiver does not keep the others waiting. */
const AT_ONCE = 4

export function createRoutingJobs(deps: {
  readonly reader: Reader
  readonly writer: WriterPort
  readonly members: Members
  readonly clock: Clock
  readonly report: ReportBug
  readonly policy: WebhookPolicy
  /** For tests: how a delivery is sent. */
  readonly send?: typeof sendWebhook
}): RoutingJobs {
  const { reader, writer, members, clock, report, policy, send = sendWebhook } = deps
  const rules = createRoutingRules(reader)
  const closing = new AbortController()
  let working: Promise<void> | undefined

  async function attempt(row: DeliveryRow): Promise<Attempted> {
    const to = destinationSchema.parse(JSON.parse(row.destination))
    if (to.type === 'owner') return { outcome: 'done' }
    const body = deliveryBody(reader, row, to.fields)
    if (body === undefined) return { outcome: 'failed', reason: `the ${row.entity} is not there any more` }
    return send(
      {
        url: to.url,
        body,
        deliveryId: row.id,
        attempt: row.attempts,
        at: clock.now(),
        signal: closing.signal,
      },
      policy,
    )
  }

  async function deliver(row: DeliveryRow): Promise<void> {
    const came = await attempt(row)
    // Cut off while it was being sent: nobody knows, and the lease says so until it is tried again.
    if (closing.signal.aborted && came.outcome !== 'done') return
    await writer.call('recordDelivery', { id: row.id, attempt: row.attempts, came })
  }

  async function workOff(): Promise<void> {
    while (!closing.signal.aborted) {
      const claimed = await writer.call('claimDeliveries', { most: AT_ONCE })
      if (claimed.length === 0) return
      await Promise.all(claimed.map(deliver))
    }
  }

  return {
    async due({ signal }) {
      let handed = 0
      for (const { id, version, definition } of rules.list()) {
        const { bits } = await members.of(definition.criteria, {
          asOf: toMinute(clock.now()),
          ...(signal && { signal }),
        })
        const row = reader.get(query.selectFrom('routing_rules').select('seen').where('id', '=', id))
        if (row === undefined || count(newcomers(bits, row.seen)) === 0) continue
        handed += await writer.call('handOn', { ruleId: id, version, members: encodeMembers(bits) })
      }
      return handed
    },
    wake() {
      if (closing.signal.aborted) return
      working ??= workOff()
        .catch((error: unknown) => void report(error, 'deliveries'))
        .finally(() => {
          working = undefined
        })
    },
    async settled() {
      while (working !== undefined) await working
    },
    async close() {
      closing.abort()
      await working
    },
  }
}
