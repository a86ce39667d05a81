import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import { windowSql } from '../../time/sql-text.ts'
import type { Window } from '../../time/window.ts'
import type { PlanContext } from '../define.ts'
import { type Comparison, compare, isNone, isSome } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { eventFilterRaw, eventRowsText } from '../shared/event-rows.ts'
import type { EventFilter } from '../shared/filters.ts'
import { boundsIn } from '../shared/order-rows.ts'
import {
  allOf,
  BEGINNING,
  byFacts,
  cutByTime,
  inBounds,
  inPiece,
  isEmpty,
  nobody,
  not,
} from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import type { Abandonable } from './abandonable.ts'

/** How many events of a kind, in a window, have no counted order at or after them. */
export interface AbandonedTest {
  readonly event: Abandonable
  readonly within?: Window | undefined
  readonly where?: EventFilter | undefined
  readonly test: Comparison
}

/** Up to this, the events of a window are fewer than the customers. */
const SHORT_WINDOW = 31 * 86_400

/**
 * "At least one" of a short window reads the events by time; everything else passes over the facts rows and
 * seeks each customer's events behind their last order, which are few.
 */
export function planAbandoned(asked: AbandonedTest, ctx: PlanContext): SetPlan {
  const { dialect } = ctx
  const complement = compare(0, asked.test)
  const types = ctx.dictionary.eventTypes([asked.event])
  const bounds = boundsIn(asked.within, ctx)
  if (types.length === 0 || isEmpty(bounds)) return complement ? not(nobody) : nobody
  const kind = [dialect.oneOf(sql`e.type_id`, types), ...eventFilterRaw(asked.where, ctx)]
  const { from = BEGINNING, to } = bounds
  if ((complement ? isNone(asked.test) : isSome(asked.test)) && to - from <= SHORT_WINDOW) {
    const rows = allOf([...kind, inPiece('e.occurred_at'), afterOrders(lastOrder(sql`e.customer_id`, ctx))])
    const some = cutByTime(dialect, sql`SELECT e.customer_id FROM events AS e WHERE ${rows}`, { from, to })
    return complement ? not(some) : some
  }
  const rows = allOf([
    sql<boolean>`e.customer_id = f.id`,
    ...kind,
    inBounds(sql`e.occurred_at`, bounds),
    afterOrders(ctx.factsHold ? sql`f.last_at` : lastOrder(sql`f.id`, ctx)),
  ])
  if (isSome(asked.test)) {
    return byFacts(dialect, [sql<boolean>`EXISTS (SELECT 1 FROM events AS e WHERE ${rows})`])
  }
  const times = sql`(SELECT count(*) FROM events AS e WHERE ${rows})`
  return byFacts(dialect, [comparisonRaw(times, asked.test)])
}

/** Of an event: later than the last order, or there is none. */
const afterOrders = (last: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`e.occurred_at > coalesce(${last}, ${BEGINNING - 1})`

/** The instant of a customer's last counted order up to now. */
const lastOrder = (customer: RawBuilder<unknown>, { factsHold, now }: PlanContext): RawBuilder<unknown> =>
  factsHold
    ? sql`(SELECT l.last_at FROM facts AS l WHERE l.id = ${customer})`
    : sql`(SELECT max(o.ordered_at) FROM orders AS o
          WHERE o.counted = 1 AND o.customer_id = ${customer} AND o.ordered_at <= ${now})`

/** The same as SQL that people read. */
export function abandonedPredicate({ event, within, where, test }: AbandonedTest, ctx: PlanContext): string {
  const complement = compare(0, test)
  const orders = [
    'v_orders.customer_id = v_events.customer_id',
    `status <> 'cancelled'`,
    'ordered_at >= occurred_at',
    windowSql('ordered_at', undefined, ctx.now, ctx.zone),
  ].join(' AND ')
  const rows =
    `v_events WHERE ${eventRowsText({ event: [event], within, where }, ctx)}` +
    ` AND NOT EXISTS (SELECT 1 FROM v_orders WHERE ${orders})`
  if (complement ? isNone(test) : isSome(test)) return membersText(rows, { complement })
  const having = comparisonText('COUNT(*)', test, { complement })
  return membersText(`${rows} GROUP BY customer_id HAVING ${having}`, { complement })
}
