import { sql } from 'kysely'
import { z } from 'zod'
import { eventVerbs } from '../../conditions/events/event-words.ts'
import { eventProblems, eventRowsText, eventsIn } from '../../conditions/shared/event-rows.ts'
import { texts } from '../../conditions/shared/filters.ts'
import { boundsIn } from '../../conditions/shared/order-rows.ts'
import { inBounds } from '../../conditions/shared/set-query.ts'
import type { Window } from '../../time/window.ts'
import { dateSql } from '../../time/sql-text.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const activePeriodsSchema = z.strictObject({
  measure: z.literal('active_periods'),
  event: texts,
  periods: z.int().min(2).max(100),
  days: z.int().min(1).max(50),
})
type ActivePeriods = z.infer<typeof activePeriodsSchema>

const DAY = 86_400
const lookBack = ({ periods, days }: ActivePeriods): Window => ({
  kind: 'last',
  n: periods * days,
  unit: 'day',
})

/** In how many of the last periods something happened, in percent of them: how regular it is. */
export const activePeriods: MeasureDefinition<'active_periods', ActivePeriods> = {
  measure: 'active_periods',
  schema: activePeriodsSchema,
  unit: () => 'percent',
  empty: () => 0,
  sources: () => ['events'],
  moves: () => true,
  check: ({ event }, ctx) => eventProblems({ event }, ctx),
  words: ({ event, periods, days }) =>
    `the share of the last ${periods} periods of ${days} day${days === 1 ? '' : 's'} in which they ${eventVerbs(event)}`,
  rows(measure, ctx) {
    const ago = sql`(${ctx.now} - e.occurred_at) / ${measure.days * DAY}`
    return {
      from: sql`events AS e`,
      customer: 'e.customer_id',
      tests: [
        ctx.dialect.oneOf(sql`+e.type_id`, ctx.dictionary.eventTypes(measure.event)),
        inBounds(sql`e.occurred_at`, boundsIn(lookBack(measure), ctx)),
      ],
      value: sql`100.0 * count(DISTINCT CAST(${ago} AS INTEGER)) / ${measure.periods}`,
    }
  },
  select(measure, ctx) {
    const scope = { event: measure.event, within: lookBack(measure) }
    const ago = `(unixepoch(${dateSql({ kind: 'now' })}) - unixepoch(occurred_at)) / ${measure.days * DAY}`
    return valuesText(
      `v_events WHERE ${eventRowsText(scope, ctx)}`,
      `100.0 * COUNT(DISTINCT ${ago}) / ${measure.periods}`,
    )
  },
  turns: ({ periods, days }, _test, rows) =>
    rows.flatMap((at) => Array.from({ length: periods + 1 }, (_, i) => at + i * days * DAY)),
  of(measure, customer, _population, ctx) {
    const rows = eventsIn(customer, { event: measure.event, within: lookBack(measure) }, ctx)
    const active = new Set(rows.map((row) => Math.floor((ctx.now - row.at) / (measure.days * DAY))))
    return (100 * active.size) / measure.periods
  },
}
