import { type RawBuilder, sql } from 'kysely'
import type { Source } from '#db/schema.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { RangeBound } from '../members/plan.ts'

type Context = Pick<PlanContext, 'dialect' | 'factsHold' | 'now'>

/** What columns of purchases depend on. */
export const PURCHASE_SOURCES: readonly Source[] = ['customers', 'orders']

/** Columns that were made under the same key, from the same data, are the same. */
export const purchasesKey = ({ factsHold, now }: Context): string =>
  factsHold ? 'purchases' : `purchases until ${now}`

/** How columns are read. Numbers come as lists in texts, which is half the work of rows. */
export interface ColumnQueries {
  /** Of the customers of a range of ids. */
  readonly whole: {
    readonly sql: string
    readonly parameters: readonly (string | number | null | RangeBound)[]
  }
  /** Of customers whose ids stand in a JSON array; null where the columns are only good for one instant. */
  readonly some: string | null
}

const low: RangeBound = { range: 'low' }
const high: RangeBound = { range: 'high' }
const inRange = (id: string) => sql`${sql.ref(id)} BETWEEN ${low} AND ${high}`
const among = (id: string) => sql`${sql.ref(id)} IN (SELECT value FROM json_each(?))`

/**
 * One row: ids, number of orders, spend and last order of every buyer. The facts rows know, unless some order is
 * dated after now; then the orders themselves are asked.
 */
export function orderQueries(ctx: Context): ColumnQueries {
  const { dialect, factsHold, now } = ctx
  const listed = (rows: RawBuilder<unknown>) => sql`
    SELECT group_concat(id), group_concat(orders), group_concat(spent), group_concat(last_at) FROM ${rows}`
  const facts = (where: RawBuilder<unknown>) => listed(sql`facts WHERE orders > 0 AND ${where}`)
  if (factsHold) {
    return { whole: dialect.compile(facts(inRange('id'))), some: dialect.compile(facts(among('id'))).sql }
  }
  const rows = sql`(
    SELECT customer_id AS id, count(*) AS orders, sum(total) AS spent, max(ordered_at) AS last_at FROM orders
    WHERE counted = 1 AND ${inRange('customer_id')} AND ordered_at <= ${now} GROUP BY customer_id)`
  return { whole: dialect.compile(listed(rows)), some: null }
}

/** Rows of a customer's id, products and amounts, by ascending ids. */
export function lineQueries({ dialect, factsHold, now }: Context): ColumnQueries {
  const lines = (where: RawBuilder<unknown>) => sql`
    SELECT customer_id, group_concat(product_id), group_concat(quantity * price) FROM items
    WHERE counted = 1 AND ${where} GROUP BY customer_id ORDER BY customer_id`
  if (factsHold) {
    return {
      whole: dialect.compile(lines(inRange('customer_id'))),
      some: dialect.compile(lines(among('customer_id'))).sql,
    }
  }
  const whole = lines(sql`${inRange('customer_id')} AND ordered_at <= ${now}`)
  return { whole: dialect.compile(whole), some: null }
}
