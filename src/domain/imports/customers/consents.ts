import { change } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { CHANGED, stagedCustomers } from './staged.ts'

/** The columns that tell consent, and for which channel. An empty cell says nothing, so it changes nothing. */
export const CONSENTS = { accepts_email: 'email', accepts_sms: 'sms' } as const
export type ConsentColumn = keyof typeof CONSENTS

const stateOf = (column: ConsentColumn): string =>
  `CASE s.${column} WHEN 1 THEN 'subscribed' ELSE 'unsubscribed' END`

/** Is the consent of customer `c` another than that of the staged row `s`? */
export const consentDiffers = (column: ConsentColumn): string =>
  `s.${column} IS NOT NULL AND ${stateOf(column)} IS NOT (
     SELECT k.state FROM consents k WHERE k.customer_id = c.id AND k.channel = '${CONSENTS[column]}')`

/** The latest state wins, and a file tells the state as of now. */
export function writeConsents(run: ApplyRun, column: ConsentColumn): void {
  change(
    run.driver,
    `INSERT INTO consents(customer_id, channel, state, changed_at, source)
     SELECT i.customer_id, '${CONSENTS[column]}', ${stateOf(column)}, ${run.now}, '${run.source}'
     FROM ${stagedCustomers(run)}
     WHERE s.${column} IS NOT NULL AND i.customer_id IN (SELECT id FROM ${CHANGED})
     ON CONFLICT(customer_id, channel) DO UPDATE
     SET state = excluded.state, changed_at = excluded.changed_at, source = excluded.source
     WHERE state <> excluded.state`,
  )
}
