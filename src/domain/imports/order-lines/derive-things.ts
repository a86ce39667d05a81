import { change } from '../apply/change.ts'
import type { ApplyRun } from '../apply/run.ts'
import { quoted, stagedName } from '../staging/names.ts'
import type { Staging } from '../staging/staging.ts'
import type { TableName } from '../tables/define.ts'

const LINES = stagedName('items')

/** Customers, each living where most of the customer's lines say. */
export function deriveCustomers({ driver, staging }: ApplyRun): void {
  const columns = columnsOfLines(staging, ['country', 'region', 'city'])
  staging.open('customers', ['id', ...columns])
  change(driver, insertThings('customers', 'customer_id', columns))
}

/** Products, each called what most of its lines call it; its id stands in for a name that none tells. */
export function deriveProducts({ driver, staging }: ApplyRun): void {
  const columns = columnsOfLines(staging, ['title', 'category', 'brand'])
  staging.open('products', ['id', 'title', 'sku', ...columns])
  change(driver, insertThings('products', 'product_id', columns))
  change(driver, `UPDATE ${stagedName('products')} SET sku = id, title = coalesce(title, id)`)
}

/** Which of these columns the files have. */
export const columnsOfLines = (staging: Staging, columns: readonly string[]): string[] =>
  columns.filter((column) => staging.present('items')?.has(column))

/** One row for each id among the lines, with the value that each column most often has. */
function insertThings(table: TableName, id: string, columns: readonly string[]): string {
  const tables = columns.map((column) => [
    `${column}_values AS MATERIALIZED (
       SELECT ${id} AS id, ${column} AS value, count(*) AS times, min(place) AS first
       FROM ${LINES} GROUP BY 1, 2)`,
    `${column}_commonest AS MATERIALIZED (
       SELECT id, value FROM (
         SELECT id, value, row_number() OVER (PARTITION BY id ORDER BY times DESC, first) AS rank
         FROM ${column}_values WHERE value IS NOT NULL)
       WHERE rank = 1)`,
  ])
  // Grouping all lines is the dear part; the ids come out of a grouping that is made anyway.
  const [column] = columns
  const things =
    column === undefined
      ? `SELECT ${id} AS id, min(place) AS place FROM ${LINES} GROUP BY 1`
      : `SELECT id, min(first) AS place FROM ${column}_values GROUP BY 1`
  const joins = columns.map((name) => `LEFT JOIN ${name}_commonest ON ${name}_commonest.id = t.id`)
  return `
    WITH ${[...tables.flat(), `things AS MATERIALIZED (${things})`].join(', ')}
    INSERT INTO ${stagedName(table)}(${['place', 'id', ...columns].map(quoted).join(', ')})
    SELECT t.place, t.id${columns.map((name) => `, ${name}_commonest.value`).join('')}
    FROM things t ${joins.join(' ')}`
}
