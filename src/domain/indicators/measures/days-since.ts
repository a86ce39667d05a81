import { sql } from 'kysely'
import { z } from 'zod'
import { eventVerbs } from '../../conditions/events/event-words.ts'
import { orderDate } from '../../conditions/orders/order-aggregates.ts'
import { eventProblems, eventRowsText, eventsIn } from '../../conditions/shared/event-rows.ts'
import { texts } from '../../conditions/shared/filters.ts'
import { boundsIn, orderRows, orderRowsText, ordersIn } from '../../conditions/shared/order-rows.ts'
import { inBounds } from '../../conditions/shared/set-query.ts'
import { dateSql } from '../../time/sql-text.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const daysSinceSchema = z
  .strictObject({
    measure: z.literal('days_since'),
    of: z.enum(['first_order', 'last_order', 'last_event']),
    event: texts.optional(),
  })
  .refine(({ of, event }) => (of === 'last_event') === (event !== undefined), {
    message: 'last_event takes the event types, the others none',
    path: ['event'],
  })
type DaysSince = z.infer<typeof daysSinceSchema>

const DAY = 86_400
const ORDERS = {
  first_order: { which: 'first_date', extreme: 'min', words: 'the first order' },
  last_order: { which: 'last_date', extreme: 'max', words: 'the last order' },
} as const

/** Days of 24 hours, with their fractions, since something happened. */
export const daysSince: MeasureDefinition<'days_since', DaysSince> = {
  measure: 'days_since',
  schema: daysSinceSchema,
  unit: () => 'days',
  empty: () => 'unknown',
  sources: ({ of }) => (of === 'last_event' ? ['events'] : ['orders']),
  moves: () => true,
  check: ({ event }, ctx) => (event === undefined ? [] : eventProblems({ event }, ctx)),
  words: ({ of, event = [] }) =>
    of === 'last_event' ? `days since they last ${eventVerbs(event)}` : `days since ${ORDERS[of].words}`,
  rows({ of, event = [] }, ctx) {
    if (of === 'last_event') {
      return {
        from: sql`events AS e`,
        customer: 'e.customer_id',
        tests: [
          ctx.dialect.oneOf(sql`+e.type_id`, ctx.dictionary.eventTypes(event)),
          inBounds(sql`e.occurred_at`, boundsIn(undefined, ctx)),
        ],
        value: sql`CAST(${ctx.now} - max(e.occurred_at) AS REAL) / ${DAY}`,
      }
    }
    return {
      from: sql`orders AS o`,
      customer: 'o.customer_id',
      tests: orderRows({}, ctx),
      value: sql`CAST(${ctx.now} - ${sql.raw(ORDERS[of].extreme)}(o.ordered_at) AS REAL) / ${DAY}`,
    }
  },
  select({ of, event = [] }, ctx) {
    const since = (at: string) => `(unixepoch(${dateSql({ kind: 'now' })}) - unixepoch(${at})) / ${DAY}.0`
    return of === 'last_event'
      ? valuesText(`v_events WHERE ${eventRowsText({ event }, ctx)}`, since('MAX(occurred_at)'))
      : valuesText(
          `v_orders WHERE ${orderRowsText({}, ctx)}`,
          since(`${ORDERS[of].extreme.toUpperCase()}(ordered_at)`),
        )
  },
  // So many days after something happened, and the second after that.
  turns: (_measure, { value }, rows) =>
    [value]
      .flat()
      .flatMap((days) => rows.flatMap((at) => [0, 1].map((s) => at + Math.floor(days * DAY) + s))),
  of({ of, event = [] }, customer, _population, ctx) {
    const at =
      of === 'last_event'
        ? latest(eventsIn(customer, { event }, ctx).map((row) => row.at))
        : orderDate(ORDERS[of].which, ordersIn(customer, {}, ctx))
    return at === undefined ? undefined : (ctx.now - at) / DAY
  },
}

const latest = (dates: readonly number[]): number | undefined =>
  dates.length === 0 ? undefined : Math.max(...dates)
