import type { ArrivalsTake } from '#db/schema.ts'
import type { ApplyRun } from '../imports/apply/run.ts'
import { quoted, stagedName } from '../imports/staging/names.ts'
import type { TableName } from '../imports/tables/define.ts'
import { tellBuyers } from '../imports/tables/buyers.ts'
import { tellOrderIds } from '../imports/tables/lines.ts'
import { suppressedIn } from './suppressed.ts'

/** Which column of staged rows says whom they are about. */
const ABOUT: readonly { readonly table: TableName; readonly column: string; readonly takes: ArrivalsTake }[] =
  [
    { table: 'customers', column: 'id', takes: 'customers' },
    { table: 'orders', column: 'customer_id', takes: 'customers' },
    { table: 'events', column: 'customer_id', takes: 'customers' },
    { table: 'lists', column: 'customer_id', takes: 'customers' },
    { table: 'people', column: 'id', takes: 'people' },
    { table: 'signals', column: 'person_id', takes: 'people' },
  ]

/** Rejects staged rows about those who were erased. The value stays out of the report, as it names them. */
export function keepErasedOut({
  writer,
  staging,
  source,
}: Pick<ApplyRun, 'writer' | 'staging' | 'source'>): void {
  const suppressed = suppressedIn(writer)
  if (suppressed.isEmpty) return
  for (const { table, column, takes } of ABOUT) {
    if (!staging.present(table)?.has(column)) continue
    // Their lines go, too, and the report says of which orders those were.
    if (table === 'orders') {
      tellOrderIds(writer.driver, staging)
      tellBuyers(writer.driver, staging)
    }
    writer.driver.function('is_suppressed', (id: unknown) =>
      Number(typeof id === 'string' && suppressed.has({ takes, source, id })),
    )
    // Whoever is there is not kept out: only the others need to be hashed.
    const unknown =
      takes === 'customers'
        ? `NOT EXISTS (SELECT 1 FROM identities i WHERE i.source = '${source}' AND i.external_id = s.${quoted(column)})`
        : `NOT EXISTS (SELECT 1 FROM people p WHERE p.external_id = s.${quoted(column)})`
    staging.rejects.rejectStaged(
      stagedName(table),
      `SELECT s.place, 'erased on request and kept out', NULL, NULL FROM ${stagedName(table)} s
       WHERE ${unknown} AND is_suppressed(s.${quoted(column)})`,
    )
  }
}
