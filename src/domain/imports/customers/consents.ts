import { change } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { hasJoined, JOINED } from './joined.ts'
import { IS_CHANGED, stagedCustomers } from './staged.ts'

/** The columns that tell consent, and for which channel. An empty cell says nothing, so it changes nothing. */
export const CONSENTS = { accepts_email: 'email', accepts_sms: 'sms' } as const
export type ConsentColumn = keyof typeof CONSENTS

const stateOf = (column: ConsentColumn): string =>
  `CASE s.${column} WHEN 1 THEN 'subscribed' ELSE 'unsubscribed' END`

/** Is the consent of customer `c` another than that of the staged row `s`, and no later one? */
export const consentDiffers = (column: ConsentColumn, run: ApplyRun): string =>
  `s.${column} IS NOT NULL AND NOT EXISTS (
     SELECT 1 FROM consents k WHERE k.customer_id = c.id AND k.channel = '${CONSENTS[column]}'
       AND NOT (${isNews(column, 'k', run)}))`

/**
 * Another state, unless it is older than the one that is stored; the same state of a later time. Of somebody known from
 * several sources an opt-out holds against a file of another source that tells no time: each full export of that one
 * would take it back.
 */
const isNews = (column: ConsentColumn, stored: string, { driver, source }: ApplyRun): string =>
  `CASE WHEN ${stored}.state = ${stateOf(column)} THEN s.${column}_at > ${stored}.changed_at
     ${
       hasJoined(driver)
         ? `WHEN s.${column} = 1 AND s.${column}_at IS NULL AND ${stored}.source <> '${source}'
       AND ${stored}.customer_id IN (${JOINED}) THEN FALSE`
         : ''
     }
     ELSE coalesce(s.${column}_at >= ${stored}.changed_at, TRUE) END IS TRUE`

/** The latest state wins. A file that tells no time tells the state as of now. */
export function writeConsents(run: ApplyRun, column: ConsentColumn): void {
  change(
    run.driver,
    `INSERT INTO consents(customer_id, channel, state, changed_at, source)
     SELECT i.customer_id, '${CONSENTS[column]}', ${stateOf(column)}, coalesce(s.${column}_at, CAST(? AS INTEGER)), '${run.source}'
     FROM ${stagedCustomers(run)}
     LEFT JOIN consents k ON k.customer_id = i.customer_id AND k.channel = '${CONSENTS[column]}'
     WHERE s.${column} IS NOT NULL AND ${IS_CHANGED}
       AND (k.state IS NULL OR ${isNews(column, 'k', run)})
     ON CONFLICT(customer_id, channel) DO UPDATE
     SET state = excluded.state, changed_at = excluded.changed_at, source = excluded.source`,
    run.now,
  )
}
