import { sql } from 'kysely'
import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import { windowSchema } from '../../time/window.ts'
import { numberWords } from '../shared/comparison.ts'
import type { ConditionDefinition } from '../define.ts'
import { orderRows, orderRowsText, ordersIn, withinWords } from '../shared/order-rows.ts'
import { aggregateActual, dateActual } from '../orders/order-words.ts'
import { RANK_MEASURES, RANKED } from './rank-values.ts'
import { allOf, uncut } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import { rankPhrases } from './rank-phrases.ts'
import { rankFromSql } from './rank-from-sql.ts'

/** Percentages are counted in hundredths. */
const HUNDREDTHS = 100

/**
 * The top or bottom customers by a measure, among those who have a value (at least one counted order, in the
 * window when one is given). A percentage rounds up; ties break by internal id, lowest first. The top by a date
 * are the latest.
 *
 * @example { type: 'rank', by: 'spend', direction: 'top', percent: 10 }
 */
export const rankSchema = z
  .strictObject({
    type: z.literal('rank'),
    by: z.enum(RANK_MEASURES),
    direction: z.enum(['top', 'bottom']),
    customers: z.int().min(1).max(100_000_000).optional(),
    percent: z.number().gt(0).max(100).optional(),
    within: windowSchema.optional(),
  })
  .refine((c) => (c.customers === undefined) !== (c.percent === undefined), {
    message: 'give customers (a number of people) or percent, one of them',
  })
  .refine(({ percent = 0 }) => percent === Math.round(percent * HUNDREDTHS) / HUNDREDTHS, {
    message: 'a percentage has at most 2 decimals',
    path: ['percent'],
  })
export type RankCondition = z.infer<typeof rankSchema>

export const rank: ConditionDefinition<'rank', RankCondition> = {
  type: 'rank',
  entity: 'customer',
  schema: rankSchema,
  meaning: 'Top or bottom by a measure: so many customers, or percent',
  phrases: rankPhrases,
  called: () => 'rank ranking top',
  sources: () => ['orders'],
  check: () => [],
  words(condition) {
    const { by, direction, percent, customers = 0, within } = condition
    const size = percent === undefined ? countOf(customers, 'customer') : `${numberWords(percent)}%`
    return `are among the ${direction} ${size} by ${RANKED[by].words[direction]}${withinWords(within)}`
  },
  plan(condition, ctx) {
    const { facts, rows } = RANKED[condition.by]
    const lifetime = condition.within === undefined && ctx.factsHold
    const valued = lifetime
      ? sql`SELECT f.id, ${facts} FROM facts AS f WHERE f.orders > 0`
      : sql`SELECT o.customer_id, ${rows} FROM orders AS o WHERE ${allOf(orderRows(condition, ctx))}
            GROUP BY o.customer_id`
    const order = sql.raw(ORDERS[condition.direction])
    const size = sizeSql(condition, 'FROM valued', 'COUNT(*)')
    return uncut(
      ctx.dialect,
      sql`WITH valued(id, value) AS (${valued})
          SELECT id FROM valued ORDER BY value ${order}, id LIMIT ${sql.raw(size)}`,
    )
  },
  predicate(condition, ctx) {
    const rows = `v_orders WHERE ${orderRowsText(condition, ctx)}`
    const value = RANKED[condition.by].text(ctx.currency)
    const size = sizeSql(condition, `FROM ${rows}`, 'COUNT(DISTINCT customer_id)')
    return membersText(
      `${rows} GROUP BY customer_id ORDER BY ${value} ${ORDERS[condition.direction]}, customer_id LIMIT ${size}`,
    )
  },
  fromSql: rankFromSql,
  holds: (condition, customer, population) => population.rankHolds(condition, customer),
  actual(condition, customer, _population, ctx) {
    const { by, within } = condition
    const orders = ordersIn(customer, { within }, ctx)
    if (by === 'first_date' || by === 'last_date') return dateActual(by, orders, ctx)
    return aggregateActual({ aggregate: by === 'orders' ? 'count' : by, within }, orders, ctx)
  },
}

const ORDERS = { top: 'DESC', bottom: 'ASC' } as const

/** How many of the customers that have a value, as SQL in whole numbers: a share rounds up. */
function sizeSql({ percent, customers }: RankCondition, from: string, count: string): string {
  if (percent === undefined) return String(customers)
  const [share, whole] = Number.isInteger(percent)
    ? [percent, 100]
    : [Math.round(percent * HUNDREDTHS), 10_000]
  return `(SELECT (${share} * ${count} + ${whole - 1}) / ${whole} ${from})`
}
