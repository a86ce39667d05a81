import type { Expression } from '../../criteria/sql/expression.ts'
import type { Rows } from '../../criteria/sql/members.ts'
import { type SqlContext, type Unread, unread } from '../../criteria/sql/reading.ts'
import { oneOf, take } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import type { EventScope } from './event-rows.ts'
import type { EventFilter } from './filters.ts'
import { isNamed, takeProductFilter } from './product-filter-from-sql.ts'
import { takeRecurring } from './recurring-from-sql.ts'

/** What narrows the rows of `v_events`, with nothing left over. */
export function eventScopeIn(rows: Rows, ctx: SqlContext): EventScope | Unread {
  const tests = [...rows.tests]
  const event = take(tests, oneOf('type'))?.map((value) => ctx.spelled('event', value))
  const { within } = takeWindow(tests, isNamed('occurred_at'), ctx)
  const where = takeEventFilter(tests, ctx)
  const [left] = tests
  if (left !== undefined) return unread(left, 'is nothing that events can be narrowed by')
  if (event === undefined) {
    const asked: Expression = { kind: 'column', table: rows.source.alias, name: 'v_events' }
    return unread(asked, 'is asked for without a type of event', "Say which: type = 'opened_email'.")
  }
  return {
    event,
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
  }
}

export function takeEventFilter(tests: Expression[], ctx: SqlContext): EventFilter | undefined {
  const filter: EventFilter = {}
  for (const key of ['campaign', 'channel', 'device'] as const) {
    const values = take(tests, oneOf(key))
    if (values !== undefined) filter[key] = values.map((value) => ctx.spelled(key, value))
  }
  const product = takeProductFilter(tests, ctx)
  if (product !== undefined) filter.product = product
  const found: EventFilter = { ...filter, ...takeRecurring(tests, 'occurred_at', ctx) }
  return Object.keys(found).length === 0 ? undefined : found
}
