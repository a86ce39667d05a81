import { windowSql } from '../../time/sql-text.ts'
import type { Window } from '../../time/window.ts'
import { compare, isNone, isSome } from '../shared/comparison.ts'
import { comparisonText } from '../shared/comparison-sql.ts'
import type { PlanContext } from '../define.ts'
import { AGGREGATES } from './order-aggregates.ts'
import type { AggregateTest } from './order-plans.ts'
import { orderRowsText } from '../shared/order-rows.ts'
import { membersText } from '../shared/sql-text.ts'

/** A sum of decimals without what binary fractions do to it. */
export const rounded =
  ({ currency }: PlanContext) =>
  (sum: string): string =>
    `ROUND(${sum}, ${currency.exponent})`

/** An aggregate over orders as SQL that people read; the test is in currency units. */
export function aggregatePredicate(asked: AggregateTest, ctx: PlanContext): string {
  const { aggregate, test } = asked
  const { text, perOrder, empty } = AGGREGATES[aggregate]
  const complement = empty === 0 && compare(0, test)
  const rows = `v_orders WHERE ${orderRowsText(asked, ctx)}`
  if (aggregate === 'count' && (complement ? isNone(test) : isSome(test))) {
    return membersText(rows, { complement })
  }
  const round = rounded(ctx)
  const having = comparisonText(text(round), test, {
    complement,
    scaled: perOrder ? (value) => round(`${value} * COUNT(*)`) : String,
  })
  return membersText(`${rows} GROUP BY customer_id HAVING ${having}`, { complement })
}

/** The day of the first or last order as SQL that people read. */
export const datePredicate = (
  which: 'first_date' | 'last_date',
  during: Window,
  ctx: PlanContext,
): string => {
  const date = which === 'first_date' ? 'MIN(ordered_at)' : 'MAX(ordered_at)'
  const having = windowSql(date, during, ctx.now, ctx.zone)
  return membersText(`v_orders WHERE ${orderRowsText({}, ctx)} GROUP BY customer_id HAVING ${having}`)
}
