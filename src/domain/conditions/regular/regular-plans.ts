import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import { dateAt } from '../../time/bounds.ts'
import { dateSql } from '../../time/sql-text.ts'
import type { PlanContext } from '../define.ts'
import { whoDid } from '../shared/deed-sets.ts'
import { deedRows, deedText } from '../shared/deed-sql.ts'
import { allOf, byFacts, nobody } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import type { RegularCondition } from './regular.ts'
import { isRolling, periodsOf } from './regular-periods.ts'

/** Up to so many periods, a set for each is shorter than looking at everybody; each is kept by itself. */
const FEW_PERIODS = 12

export function planRegular(condition: RegularCondition, ctx: PlanContext): SetPlan {
  const { deed, every, within } = condition
  const periods = periodsOf(every, within, ctx)
  const least = condition.least ?? periods.length
  const [latest] = periods
  const earliest = periods.at(-1)
  if (latest === undefined || earliest === undefined || least > periods.length) return nobody
  if (least === periods.length && least <= FEW_PERIODS) {
    return { kind: 'all', of: periods.map(({ bounds }) => whoDid(deed, bounds, ctx)) }
  }
  const rows = deedRows(deed, 'a', ctx)
  if (rows.tests === undefined) return nobody
  const { from } = earliest.bounds
  const { to } = latest.bounds
  // Periods lie side by side, the latest first: a row is in the first that begins at or before it.
  const starts = periods.map(({ bounds }, i) => sql`WHEN ${rows.at} >= ${bounds.from} THEN ${i}`)
  const where = allOf([
    sql<boolean>`${rows.customer} = f.id`,
    ...rows.tests,
    sql<boolean>`${rows.at} BETWEEN ${from} AND ${to}`,
  ])
  const counted = sql`(SELECT count(DISTINCT CASE ${sql.join(starts, sql` `)} END) FROM ${rows.from} WHERE ${where})`
  return byFacts(ctx.dialect, [
    ...guards(condition, { least, from, to }),
    sql<boolean>`${counted} >= ${least}`,
  ])
}

/** What the facts row knows of anybody's orders, before they are looked at. */
const guards = (
  { deed }: RegularCondition,
  { least, from, to }: { least: number; from: number; to: number },
): RawBuilder<boolean>[] =>
  deed.did === 'event'
    ? []
    : [
        sql<boolean>`f.orders >= ${least}`,
        sql<boolean>`f.first_at <= ${to}`,
        sql<boolean>`f.last_at >= ${from}`,
      ]

/** The same as SQL that people read. */
export function regularPredicate(condition: RegularCondition, ctx: PlanContext): string {
  const { deed, every, within } = condition
  const periods = periodsOf(every, within, ctx)
  const { view, at, tests } = deedText(deed, ctx, within)
  const since = isRolling(within) ? '>' : '>='
  const starts = periods.map(({ begins, bounds }, i) => {
    // Dates that were said stay what they are, whatever day it is.
    const day = dateAt(bounds.from, ctx.zone)
    return within.kind === 'dates'
      ? `WHEN ${at} >= ${dateSql({ kind: 'start', date: day })} THEN ${literal(`${every} of ${day}`)}`
      : `WHEN ${at} ${since} ${dateSql(begins)} THEN ${i}`
  })
  const counted = `CASE ${starts.length === 0 ? `WHEN FALSE THEN ${literal(every)}` : starts.join(' ')} END`
  // In each is in all of them; at least so many may be all of them by chance.
  const asked = condition.least === undefined ? `= ${Math.max(1, periods.length)}` : `>= ${condition.least}`
  return membersText(`${view} WHERE ${tests} GROUP BY customer_id HAVING COUNT(DISTINCT ${counted}) ${asked}`)
}
