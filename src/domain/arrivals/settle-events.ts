import type { ApplyRun } from '../imports/apply/run.ts'
import { VERIFYING_EVENTS } from '../joins/verifying.ts'
import { change, emptyTable, isEmpty } from '../imports/apply/change.ts'

/** Events that wait: those with these ids, or of these customers; all of a source by default. */
export interface EventScope {
  readonly source: string
  readonly ids?: readonly string[]
  readonly customers?: readonly string[]
}

/**
 * Applies events that wait for customers who are there now; answers how many. Types and campaigns that nobody knows
 * are made, as an import makes them. The caller holds the transaction.
 */
export function settleEvents(
  { driver, touched, changed }: Pick<ApplyRun, 'driver' | 'touched' | 'changed'>,
  { source, ids, customers }: EventScope,
): number {
  if (isEmpty(driver, 'waiting_events')) return 0
  emptyTable(driver, 'temp.settling_events', 'id TEXT PRIMARY KEY, customer_id INTEGER')
  // By an index each: those who wait can be many.
  const settling = (where: string, ...parameters: string[]) =>
    change(
      driver,
      `INSERT OR IGNORE INTO temp.settling_events
       SELECT w.id, i.customer_id FROM waiting_events w
       JOIN identities i ON i.source = w.source AND i.external_id = w.customer_id
       WHERE w.source = ? AND ${where}`,
      source,
      ...parameters,
    )
  let found = 0
  if (ids === undefined && customers === undefined) found += settling('TRUE')
  if (ids !== undefined) found += settling('w.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids))
  if (customers !== undefined) {
    found += settling('w.customer_id IN (SELECT value FROM json_each(?))', JSON.stringify(customers))
  }
  if (found === 0) return 0
  const rows = `waiting_events w JOIN temp.settling_events n ON n.id = w.id AND w.source = '${source}'`
  change(
    driver,
    `INSERT INTO event_types(name, key) SELECT w.type, fold_text(w.type) FROM ${rows} WHERE true
     ON CONFLICT(key) DO NOTHING`,
  )
  change(
    driver,
    `INSERT INTO campaigns(name, key) SELECT min(w.campaign), fold_text(w.campaign) FROM ${rows}
     WHERE w.campaign IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.external_id = w.campaign OR c.key = fold_text(w.campaign))
     GROUP BY 2`,
  )
  const added = change(
    driver,
    `INSERT INTO events(source, external_id, customer_id, type_id, occurred_at, product_id, campaign_id, channel,
       device, value)
     SELECT w.source, w.id, n.customer_id, y.id, w.occurred_at,
       (SELECT p.id FROM products p WHERE p.external_id = w.product_id),
       coalesce((SELECT c.id FROM campaigns c WHERE c.external_id = w.campaign),
         (SELECT min(c.id) FROM campaigns c WHERE c.key = fold_text(w.campaign))),
       w.channel, w.device, w.value
     FROM ${rows} JOIN event_types y ON y.key = fold_text(w.type) WHERE true
     ON CONFLICT DO NOTHING`,
  )
  if (added > 0) changed('events')
  // Whether an address can be reached is in the facts.
  const bounced = `${rows} WHERE fold_text(w.type) = 'bounced_email'`
  if (!isEmpty(driver, bounced)) {
    touched.add(`SELECT n.customer_id FROM ${bounced}`)
    changed('consents')
  }
  // These may show that somebody is known from another source, too.
  if (added > 0)
    touched.add(`SELECT n.customer_id FROM ${rows} WHERE fold_text(w.type) IN ${VERIFYING_EVENTS}`)
  change(
    driver,
    `DELETE FROM waiting_events WHERE source = '${source}' AND id IN (SELECT id FROM temp.settling_events)`,
  )
  return added
}
