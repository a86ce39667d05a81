import { query, type Writer } from '#db/run.ts'
import type { Instant } from '#kernel/clock.ts'
import { prepared } from '../imports/apply/change.ts'
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
  const keepEvent = prepared<(string | number | null)[]>(
    writer.driver,
    `INSERT INTO waiting_events(source, id, customer_id, type, occurred_at, product_id, campaign, channel, device,
       value, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const { id, type, customerId, at, productId, campaign, channel, device, value } of events) {
    keepEvent.run(source, id, customerId, type, at, productId, campaign, channel, device, value, now)
  }
}

/** Which of some messages wait still. */
export function waitingOf({ driver }: Writer, source: string, ids: readonly string[]): ReadonlySet<string> {
  if (ids.length === 0) return new Set()
  return new Set(
    prepared<[{ source: string; ids: string }], string>(
      driver,
      `SELECT j.value FROM json_each(@ids) j WHERE
           EXISTS (SELECT 1 FROM waiting_events w WHERE w.source = @source AND w.id = j.value)
           OR EXISTS (SELECT 1 FROM waiting_signals w WHERE w.id = j.value)
           OR EXISTS (SELECT 1 FROM waiting_order_changes w WHERE w.source = @source AND w.id = j.value)`,
    )
      .pluck()
      .all({ source, ids: JSON.stringify(ids) }),
  )
}
