import { aggregated, comparedCriteria, isCount } from '../../criteria/sql/aggregate.ts'
import type { Members } from '../../criteria/sql/members.ts'
import { type SqlContext, type SqlReading, unread } from '../../criteria/sql/reading.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { eventScopeIn } from '../shared/event-rows-from-sql.ts'
import type { EventsCondition } from './events.ts'

/** Rows of `v_events`: that there are any, or how many. */
export function eventsFromSql(members: Members, ctx: SqlContext): SqlReading {
  const { rows, not } = members
  if (
    rows.view !== 'v_events' ||
    rows.groupBy.length > 0 ||
    rows.limit !== undefined ||
    rows.next !== undefined
  )
    return undefined
  const scope = eventScopeIn(rows, ctx)
  if ('unread' in scope) return scope
  const some: EventsCondition = { type: 'events', ...scope, event: [...scope.event] }
  if (rows.having.length === 0) return not ? { ...some, op: '=', value: 0 } : some
  // NOT of several is NOT of all of them together.
  const several = rows.having.length > 1
  const asked = several ? { ...members, not: false } : members
  const parts = rows.having.map((having): Criteria | undefined => {
    const found = aggregated(having, (part) => isCount(part, 'id'))
    return (
      found &&
      comparedCriteria({
        members: asked,
        aggregated: found,
        counts: true,
        empty: 0,
        condition: (test) => ({ ...some, ...test }),
        some,
      })
    )
  })
  const wrong = rows.having.find((_, i) => parts[i] === undefined)
  if (wrong !== undefined) return unread(wrong, 'is no number of events', 'Compare COUNT(*).')
  const found = parts.flatMap((part) => part ?? [])
  const [only] = found
  if (only !== undefined && !several) return only
  return not ? { none: [{ all: found }] } : { all: found }
}
