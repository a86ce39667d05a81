import { type SqlContext, type SqlReading, type SqlTest, unread } from '../../criteria/sql/reading.ts'
import { oneOf, take } from '../../criteria/sql/take.ts'
import { historyFromSql } from './segment-history-from-sql.ts'
import type { Criteria } from '../../criteria/schema.ts'

/** Rows of `v_list_members` and `v_memberships`. Segments are read from the parts that sqlView names (criteria/sql/parts.ts). */
export function segmentFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members') return undefined
  if (test.rows.view === 'v_memberships') return historyFromSql(test, ctx)
  if (test.rows.view !== 'v_list_members') return undefined
  const { rows, not } = test
  if (rows.having.length > 0 || rows.groupBy.length > 0 || (rows.limit ?? rows.next) !== undefined)
    return undefined
  const tests = [...rows.tests]
  const names = take(tests, oneOf('list_id')) ?? take(tests, oneOf('list'))
  const [left] = tests
  if (left !== undefined || names === undefined) {
    return unread(left ?? test.shown, 'says nothing about which list', "Say which: list = 'VIP'.")
  }
  const lists = names.map((name): Criteria => ({ type: 'segment', segment: ctx.segmentId(name) ?? name }))
  const [only] = lists
  const any: Criteria = only !== undefined && lists.length === 1 ? only : { any: lists }
  return not ? { none: [any] } : any
}
