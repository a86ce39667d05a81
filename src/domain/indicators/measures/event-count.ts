import { sql } from 'kysely'
import { z } from 'zod'
import { eventVerbs } from '../../conditions/events/event-words.ts'
import {
  eventFilterRaw,
  eventFilterWords,
  eventProblems,
  eventRowsText,
  eventsIn,
} from '../../conditions/shared/event-rows.ts'
import { eventFilterSchema, texts } from '../../conditions/shared/filters.ts'
import { boundsIn, withinWords } from '../../conditions/shared/order-rows.ts'
import { inBounds } from '../../conditions/shared/set-query.ts'
import { windowSchema } from '../../time/window.ts'
import type { MeasureDefinition } from './define.ts'
import { valuesText } from './select-text.ts'

const eventCountSchema = z.strictObject({
  measure: z.literal('events'),
  event: texts,
  within: windowSchema.optional(),
  where: eventFilterSchema.optional(),
})
type EventCount = z.infer<typeof eventCountSchema>

/** How often something happened. */
export const eventCount: MeasureDefinition<'events', EventCount> = {
  measure: 'events',
  schema: eventCountSchema,
  unit: () => 'count',
  empty: () => 0,
  sources: ({ where }) => (where?.product === undefined ? ['events'] : ['events', 'products']),
  moves: ({ within }) => within !== undefined && within.kind !== 'dates',
  check: eventProblems,
  words: ({ event, where, within }, ctx) =>
    `the number of times they ${eventVerbs(event)}${eventFilterWords(where, ctx)}${withinWords(within)}`,
  compared: ({ measure: _measure, ...scope }, { op, value }) => ({ type: 'events', ...scope, op, value }),
  rows({ event, where, within }, ctx) {
    return {
      from: sql`events AS e`,
      customer: 'e.customer_id',
      tests: [
        ctx.dialect.oneOf(sql`+e.type_id`, ctx.dictionary.eventTypes(event)),
        inBounds(sql`e.occurred_at`, boundsIn(within, ctx)),
        ...eventFilterRaw(where, ctx),
      ],
      value: sql`CAST(count(*) AS REAL)`,
    }
  },
  select: (scope, ctx) => valuesText(`v_events WHERE ${eventRowsText(scope, ctx)}`, 'COUNT(*)'),
  of: (scope, customer, _population, ctx) => eventsIn(customer, scope, ctx).length,
}
