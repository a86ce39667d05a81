import type { Writer } from '#db/run.ts'
import { change, isEmpty } from './change.ts'

type Driver = Writer['driver']

/**
 * Runs an insert into a table. An empty table gets its indexes afterwards: building them sorts once, where
 * keeping them up to date inserts row by row.
 */
export const fillTable = (
  driver: Driver,
  table: string,
  insert: string,
  ...parameters: (string | number)[]
): number => fillInOrder(driver, { table, insert, parameters, inOrder: [] })

/**
 * The same for rows that come in the order of some of the indexes: those stay, since each new entry goes behind the last,
 * which takes less than to sort them.
 */
export function fillInOrder(
  driver: Driver,
  {
    table,
    insert,
    parameters = [],
    inOrder,
  }: {
    readonly table: string
    readonly insert: string
    readonly parameters?: readonly (string | number)[]
    readonly inOrder: readonly string[]
  },
): number {
  if (!isEmpty(driver, table)) return change(driver, insert, ...parameters)
  const indexes = driver
    .prepare<[string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
    )
    .all(table)
    .filter(({ name }) => !inOrder.includes(name))
  for (const { name } of indexes) driver.exec(`DROP INDEX ${name}`)
  const filled = change(driver, insert, ...parameters)
  sortedByThreads(driver, () => {
    for (const { sql } of indexes) driver.exec(sql)
  })
  return filled
}

/** In kibibytes. Rows to sort that take more are sorted in pieces, the last ones merged while the index is written. */
const PIECE = 8192
const THREADS = 2

/**
 * Lets threads of SQLite sort what is sorted in `work`, while this one reads and writes. They do so only with pieces of
 * what has to be sorted, which are as large as the cache may be.
 */
function sortedByThreads(driver: Driver, work: () => void): void {
  const before = Number(driver.pragma('main.cache_size', { simple: true }))
  driver.pragma(`threads = ${THREADS}`)
  driver.pragma(`main.cache_size = -${PIECE}`)
  try {
    work()
  } finally {
    driver.pragma(`main.cache_size = ${before}`)
    driver.pragma('threads = 0')
  }
}
