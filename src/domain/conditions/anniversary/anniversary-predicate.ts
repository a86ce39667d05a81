import { DAYS_PART } from '../../criteria/sql/alike.ts'
import { dateSql } from '../../time/sql-text.ts'
import type { InnerReadings, PlanContext } from '../define.ts'
import { comparisonText } from '../shared/comparison-sql.ts'
import { orderRowsText } from '../shared/order-rows.ts'
import { localDateText } from '../shared/recurring-sql.ts'
import { literal } from '../shared/sql-text.ts'
import type { AnniversaryCondition } from './anniversary.ts'
import { windowName } from './anniversary-names.ts'
import { FIRST_YEAR } from './anniversary-ranges.ts'
import { stretchesOf } from './anniversary-window.ts'

/** An anniversary as SQL that people read: the days of the window stand in a part that is named after it. */
export function anniversaryPredicate(
  { of, on, years }: AnniversaryCondition,
  ctx: PlanContext,
  { part }: Pick<InnerReadings, 'part'>,
): string {
  const stretches = stretchesOf(on, ctx.now, ctx.zone).map(
    ({ year, from, to }) => `SELECT ${year} AS year, ${literal(from)} AS begins, ${literal(to)} AS ends`,
  )
  const days = part(`${DAYS_PART}${windowName(on)}`, () => stretches.join(' UNION ALL '))
  const falls = (day: string) => {
    const age = `year - CAST(substr(${day}, 1, 4) AS INTEGER)`
    const tests = [
      `substr(${day}, 6) BETWEEN begins AND ends`,
      `${age} >= 0`,
      ...(years === undefined ? [] : [comparisonText(age, years)]),
    ]
    return `EXISTS (SELECT 1 FROM ${days} WHERE ${tests.join(' AND ')})`
  }
  if (of === 'birthday') return falls('customer.birthday')
  const rows =
    of === 'created_at'
      ? part(
          'joining dates',
          () => `SELECT id, ${localDateText('created_at', ctx, ctx.earliestJoined())} AS day FROM v_customers
            WHERE created_at <= ${dateSql({ kind: 'now' })}`,
        )
      : part(
          'first order dates',
          () => `SELECT customer_id AS id, ${localDateText('MIN(ordered_at)', ctx, ctx.earliest())} AS day FROM v_orders
            WHERE ${orderRowsText({}, ctx)} GROUP BY customer_id`,
        )
  return `customer.id IN (SELECT id FROM ${rows} WHERE day >= '${FIRST_YEAR}' AND ${falls('day')})`
}
