import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import type { EventRow } from './event-row.ts'
import type { SignalRow } from './signal-row.ts'

/** Puts what arrived where it waits for those whom it is about: who is known is settled at once. */
export function waitFor(
  writer: Writer,
  {
    signals,
    events,
    source,
    now,
  }: {
    readonly signals: readonly SignalRow[]
    readonly events: readonly EventRow[]
    readonly source: string
    readonly now: Instant
  },
): void {
  for (const { id, type, topic, companyId, personId, at, strength, source: from } of signals) {
    writer.run(
      query.insertInto('waiting_signals').values({
        id,
        type,
        topic,
        company_id: companyId,
        person_id: personId,
        occurred_at: at,
        strength,
        source: from ?? source,
        since: now,
        with_company: companyId === null ? 1 : 0,
      }),
    )
  }
  for (const { id, type, customerId, at, productId, campaign, channel, device, value } of events) {
    writer.run(
      query.insertInto('waiting_events').values({
        source,
        id,
        customer_id: customerId,
        type,
        occurred_at: at,
        product_id: productId,
        campaign,
        channel,
        device,
        value,
        since: now,
      }),
    )
  }
}

/** Those of some messages that wait still. */
export function waitingOf(writer: Writer, source: string, ids: readonly string[]): readonly string[] {
  return ids.filter(
    (id) =>
      writer.get(query.selectFrom('waiting_signals').select('id').where('id', '=', id)) !== undefined ||
      writer.get(
        query.selectFrom('waiting_events').select('id').where('source', '=', source).where('id', '=', id),
      ) !== undefined,
  )
}
