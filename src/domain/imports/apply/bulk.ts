import type { Writer } from '#db/run.ts'
import { change, isEmpty } from './change.ts'

type Driver = Writer['driver']

/**
 * Runs an insert into a table. An empty table gets its indexes afterwards: building them sorts once, where
 * keeping them up to date inserts row by row.
 */
export function fillTable(
  driver: Driver,
  table: string,
  insert: string,
  ...parameters: (string | number)[]
): number {
  if (!isEmpty(driver, table)) return change(driver, insert, ...parameters)
  const indexes = driver
    .prepare<[string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
    )
    .all(table)
  for (const { name } of indexes) driver.exec(`DROP INDEX ${name}`)
  const filled = change(driver, insert, ...parameters)
  for (const { sql } of indexes) driver.exec(sql)
  return filled
}
