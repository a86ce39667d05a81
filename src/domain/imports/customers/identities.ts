import { stagedName } from '../staging/names.ts'
import { fillTable } from '../apply/bulk.ts'
import type { ApplyRun } from '../apply/run.ts'

/** Gives new customers their internal ids, in the files' order; answers the last id before them. */
export function giveIdentities({ driver, source }: ApplyRun): number {
  // Customers come after their identities here; the check waits for the end of the transaction.
  driver.pragma('defer_foreign_keys = ON')
  const lastId =
    driver.prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'customers'`).pluck().get() ?? 0
  fillTable(
    driver,
    'identities',
    `INSERT INTO identities(source, external_id, customer_id)
     SELECT '${source}', n.id, n.customer_id FROM (
       SELECT s.id, ${lastId} + row_number() OVER (ORDER BY s.place) AS customer_id
       FROM ${stagedName('customers')} s
       WHERE NOT EXISTS (
         SELECT 1 FROM identities i WHERE i.source = '${source}' AND i.external_id = s.id)) n
     ORDER BY n.id`,
  )
  return lastId
}
