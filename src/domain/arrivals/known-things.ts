import type { Writer } from '#db/run.ts'
import { prepared } from '../imports/apply/change.ts'
import type { EntityRow } from './rows.ts'

/** Which ids of the outside world a table knows, under a source where its ids are a source’s. */
const KNOWN: Readonly<Record<EntityRow['table'], string>> = {
  companies: 'SELECT external_id FROM companies WHERE external_id = j.value',
  people: 'SELECT external_id FROM people WHERE external_id = j.value',
  customers: 'SELECT external_id FROM identities WHERE source = @source AND external_id = j.value',
  products: 'SELECT external_id FROM products WHERE external_id = j.value',
  orders: 'SELECT external_id FROM orders WHERE source = @source AND external_id = j.value',
}

/** Tells which of some ids are there already. */
export const knownIn =
  (driver: Writer['driver'], source: string) =>
  (table: EntityRow['table'], ids: readonly string[]): ReadonlySet<string> =>
    new Set(
      prepared<[{ source: string; ids: string }], string>(
        driver,
        `SELECT j.value FROM json_each(@ids) j WHERE @source IS NOT NULL AND EXISTS (${KNOWN[table]})`,
      )
        .pluck()
        .all({ source, ids: JSON.stringify(ids) }),
    )
