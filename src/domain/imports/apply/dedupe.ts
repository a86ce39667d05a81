import { importTables } from '../tables/index.ts'
import type { TableName } from '../tables/define.ts'
import { tellBuyers } from '../tables/buyers.ts'
import { moveLines } from '../tables/lines.ts'
import { isEmpty } from './change.ts'
import { LINE_SQL } from '../staging/place.ts'
import { quoted, stagedName } from '../staging/names.ts'
import type { Staging } from '../staging/staging.ts'
import type { Writer } from '#db/run.ts'

/**
 * Leaves one staged row for each id: the first. Rows that repeat it word for word are merely dropped (and
 * counted); rows that contradict it are rejected, since nobody can tell which of them is right.
 */
export function dropDuplicates(driver: Writer['driver'], staging: Staging, table: TableName): number {
  const { key, columns } = importTables[table]
  if (key === undefined) return 0
  const staged = stagedName(table)
  driver.exec(`CREATE INDEX IF NOT EXISTS temp.import_${table}_key ON import_${table}(${quoted(key)})`)
  driver.exec(`CREATE TABLE temp.import_repeats AS
    SELECT s.place, f.place AS first FROM (
      SELECT ${quoted(key)} AS id, min(place) AS place FROM ${staged} GROUP BY 1 HAVING count(*) > 1) f
    JOIN ${staged} s ON s.${quoted(key)} = f.id AND s.place > f.place`)
  if (isEmpty(driver, 'temp.import_repeats')) {
    driver.exec('DROP TABLE temp.import_repeats')
    return 0
  }
  if (table === 'orders') {
    tellBuyers(driver, staging)
    moveLines(driver, staging)
  }
  const values = (alias: string) =>
    Object.keys(columns)
      .map((column) => `${alias}.${quoted(column)}`)
      .join(', ')
  staging.rejects.rejectStaged(
    staged,
    `SELECT s.place, 'another row has the same ${key} and says otherwise',
       s.${quoted(key)} || ', as on line ' || ${LINE_SQL('r.first')}, NULL
     FROM temp.import_repeats r JOIN ${staged} s ON s.place = r.place JOIN ${staged} f ON f.place = r.first
     WHERE (${values('s')}) IS NOT (${values('f')})`,
  )
  const repeated = driver
    .prepare(`DELETE FROM ${staged} WHERE place IN (SELECT place FROM temp.import_repeats)`)
    .run().changes
  driver.exec('DROP TABLE temp.import_repeats')
  return repeated
}
