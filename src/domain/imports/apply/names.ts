import type { Writer } from '#db/run.ts'
import { stagedName } from '../staging/names.ts'
import type { TableName } from '../tables/define.ts'
import { change } from './change.ts'

type Named = 'categories' | 'brands' | 'event_types'

/** Adds the names in a staged column that their table does not have yet; the first spelling is kept. */
export function nameAnew(driver: Writer['driver'], into: Named, table: TableName, column: string): void {
  change(
    driver,
    `INSERT INTO ${into}(name, key)
     SELECT name, fold_text(name) AS key FROM (
       SELECT s.${column} AS name, min(s.place) AS place
       FROM ${stagedName(table)} s WHERE s.${column} IS NOT NULL GROUP BY name)
     WHERE key <> '' ORDER BY place
     ON CONFLICT(key) DO NOTHING`,
  )
}
