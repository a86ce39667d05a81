import { stagedName } from '../staging/names.ts'
import { fillTable } from '../apply/bulk.ts'
import { change, isEmpty, prepared } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { ADDRESS_ID } from './address-ids.ts'

/** Gives new customers their internal ids, in the files' order; answers the last id before them. */
export function giveIdentities(run: ApplyRun): number {
  const { driver, source } = run
  adoptByAddress(run)
  const lastId = Number(
    prepared(driver, `SELECT seq FROM sqlite_sequence WHERE name = 'customers'`).pluck().get() ?? 0,
  )
  const unknown = `${stagedName('customers')} s
    WHERE NOT EXISTS (SELECT 1 FROM identities i WHERE i.source = '${source}' AND i.external_id = s.id)`
  if (isEmpty(driver, unknown)) return lastId
  // Customers come after their identities here; the check waits for the end of the transaction.
  driver.pragma('defer_foreign_keys = ON')
  fillTable(
    driver,
    'identities',
    `INSERT INTO identities(source, external_id, customer_id)
     SELECT '${source}', n.id, n.customer_id FROM (
       SELECT s.id, CAST(? AS INTEGER) + row_number() OVER (ORDER BY s.place) AS customer_id
       FROM ${unknown}) n
     ORDER BY n.id`,
    lastId,
  )
  return lastId
}

/**
 * Staged customers under an unknown id are who has their e-mail address in the same source already, where one of
 * the two ids was made of the address: a shop has one customer for each.
 */
export function adoptByAddress({ driver, source, addressIds }: ApplyRun): void {
  if (addressIds === undefined) return
  const made = (id: string) => `${id} LIKE '${ADDRESS_ID}%'`
  change(
    driver,
    `INSERT INTO identities(source, external_id, customer_id)
     SELECT '${source}', s.id, min(k.id) FROM ${stagedName('customers')} s
     JOIN customer_keys k ON k.email = fold_text(s.email)
     JOIN identities x ON x.customer_id = k.id AND x.source = '${source}'
     WHERE s.email IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM identities i WHERE i.source = '${source}' AND i.external_id = s.id)
       AND (${made('s.id')} OR NOT EXISTS (
         SELECT 1 FROM identities y WHERE y.customer_id = k.id AND y.source = '${source}' AND NOT ${made('y.external_id')}))
     GROUP BY s.id`,
  )
}
