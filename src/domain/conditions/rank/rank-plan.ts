import { type RawBuilder, sql } from 'kysely'
import type { SetPlan, SetQuery } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { itemRows, itemsIn } from '../purchases/purchase-rows.ts'
import { isSelected, selectedIds } from '../shared/selection.ts'
import { PARTS, placeText, startOf, startText } from '../sample/share-of.ts'
import { boundsIn, orderRows } from '../shared/order-rows.ts'
import { allOf, inBounds, nobody, uncut } from '../shared/set-query.ts'
import type { RankCondition } from './rank.ts'
import { RANKED, RANKED_LINES, toldByLines } from './rank-values.ts'

const ORDERS = { top: 'DESC', bottom: 'ASC' } as const

/**
 * Everybody who has a value, the best first. A plain rank is cut off by the statement itself; among some people, or in
 * each country, the engine counts off.
 */
export function planRank(condition: RankCondition, ctx: PlanContext): SetPlan {
  const { among, per, customers, percent } = condition
  const valued = valuedBy(condition, ctx)
  if (valued === undefined) return nobody
  const order = sql.raw(ORDERS[condition.direction])
  if (among === undefined && per === undefined) {
    return uncut(
      ctx.dialect,
      sql`WITH valued(id, value) AS (${valued})
          SELECT id FROM valued ORDER BY value ${order}, id LIMIT ${sql.raw(sizeSql(condition))}`,
    )
  }
  const ranked = (column: RawBuilder<unknown>): SetQuery => ({
    ...ctx.dialect.compile(sql`
      WITH valued(id, value) AS (${valued})
      SELECT ${column} FROM valued AS v
      ${per === undefined ? sql`` : sql`JOIN customer_keys AS k ON k.id = v.id WHERE ${sql.ref(`k.${per}`)} IS NOT NULL`}
      ORDER BY v.value ${order}, v.id`),
    cut: { by: 'none' },
  })
  const groups = per === undefined ? [] : [ranked(sql`dense_rank() OVER (ORDER BY ${sql.ref(`k.${per}`)})`)]
  return {
    kind: 'ranked',
    order: [ranked(sql`v.id`), ...groups],
    size: percent === undefined ? { customers: customers ?? 0 } : { hundredths: Math.round(percent * 100) },
    ...(among === undefined ? {} : { among }),
  }
}

/** Ids and values of those who have one; undefined where no product matches. */
function valuedBy(condition: RankCondition, ctx: PlanContext): RawBuilder<unknown> | undefined {
  const { by, of, within, where } = condition
  if (by === 'random') return sql`SELECT f.id, ${sql.raw(drawnAt('f.id'))} FROM facts AS f`
  if (by === 'signed_up')
    return sql`SELECT f.id, f.created_at FROM facts AS f
               WHERE ${inBounds(sql`f.created_at`, boundsIn(within, ctx))}`
  if (toldByLines(by, of)) {
    const selected = of === undefined ? undefined : selectedIds({ of }, ctx)
    if (selected?.ids.length === 0) return undefined
    const tests = [
      ...(selected === undefined ? [] : [isSelected(selected, ctx)]),
      ...itemRows(condition, ctx),
    ]
    return sql`SELECT i.customer_id, ${RANKED_LINES[by].rows} FROM ${itemsIn(condition)}
               WHERE ${allOf(tests)} GROUP BY i.customer_id`
  }
  const { facts, rows } = RANKED[by]
  const lifetime = within === undefined && where === undefined && ctx.factsHold
  return lifetime
    ? sql`SELECT f.id, ${facts} FROM facts AS f WHERE f.orders > 0`
    : sql`SELECT o.customer_id, ${rows} FROM orders AS o WHERE ${allOf(orderRows(condition, ctx))}
          GROUP BY o.customer_id`
}

/** A number that orders customers at random, the same for good. */
export const drawnAt = (id: string): string => placeText(`(${startText(id, startOf('a number of people'))})`)

/** How many of the customers that have a value, as SQL in whole numbers: a share rounds up. */
export function sizeSql(
  { percent, customers }: Pick<RankCondition, 'percent' | 'customers'>,
  from = 'FROM valued',
  count = 'COUNT(*)',
): string {
  if (percent === undefined) return String(customers)
  const { share, whole } = shareOf(percent)
  return `(SELECT (${share} * ${count} + ${whole - 1}) / ${whole} ${from})`
}

/** A percentage as a fraction of whole numbers. */
export const shareOf = (percent: number): { readonly share: number; readonly whole: number } =>
  Number.isInteger(percent)
    ? { share: percent, whole: 100 }
    : { share: Math.round(percent * 100), whole: PARTS }
