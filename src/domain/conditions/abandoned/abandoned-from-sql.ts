import { aggregated, comparedCriteria, isCount } from '../../criteria/sql/aggregate.ts'
import type { Expression } from '../../criteria/sql/expression.ts'
import { sqlOf } from '../../criteria/sql/expression-text.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { eventScopeIn } from '../shared/event-rows-from-sql.ts'
import { ABANDONABLE } from './abandonable.ts'
import type { AbandonedCondition } from './abandoned.ts'

/** Rows of `v_events` of which none has a counted order at or after it. */
export function abandonedFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members' || test.rows.view !== 'v_events') return undefined
  const { rows, not } = test
  const unfinished = rows.tests.find(isUnfinished)
  const alone = rows.groupBy.length === 0 && (rows.limit ?? rows.next) === undefined && rows.having.length < 2
  if (unfinished === undefined || !alone) return undefined
  const scope = eventScopeIn({ ...rows, tests: rows.tests.filter((one) => one !== unfinished) }, ctx)
  if ('unread' in scope) return scope
  const [name, another] = scope.event
  const event = ABANDONABLE.find((one) => one === name)
  if (event === undefined || another !== undefined) return undefined
  const { within, where } = scope
  const some: AbandonedCondition = {
    type: 'abandoned',
    event,
    ...(within === undefined ? {} : { within }),
    ...(where === undefined ? {} : { where }),
  }
  const [having] = rows.having
  if (having === undefined) return not ? { ...some, op: '=', value: 0 } : some
  const found = aggregated(having, (part) => isCount(part, 'id'))
  return (
    found &&
    comparedCriteria({
      members: test,
      aggregated: found,
      counts: true,
      empty: 0,
      condition: (asked) => ({ ...some, ...asked }),
      some,
    })
  )
}

/** As sqlView writes that no order came at or after an event. */
const isUnfinished = (test: Expression): boolean =>
  test.kind === 'exists' &&
  test.not &&
  sqlOf(test) ===
    "NOT EXISTS (SELECT 1 FROM v_orders WHERE customer_id = customer_id AND status <> 'cancelled' " +
      'AND ordered_at >= occurred_at AND ordered_at <= "now")'
