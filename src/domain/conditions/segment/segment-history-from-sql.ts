import { conjunctsOf, type Expression, type Query } from '../../criteria/sql/expression.ts'
import type { Members } from '../../criteria/sql/members.ts'
import { type SqlContext, type SqlReading, unread } from '../../criteria/sql/reading.ts'
import { oneOf, take, takeIf } from '../../criteria/sql/take.ts'
import { takeWindow } from '../../criteria/sql/take-window.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { SegmentCondition } from './segment.ts'

type Asked = Pick<SegmentCondition, 'was' | 'from' | 'within'>

/** Rows of `v_memberships`: of one segment, by when they begin, end, or lasted. */
export function historyFromSql({ rows, not, shown }: Members, ctx: SqlContext): SqlReading {
  if (rows.having.length > 0 || rows.groupBy.length > 0 || (rows.limit ?? rows.next) !== undefined)
    return undefined
  const tests = [...rows.tests]
  const segment = takeSegment(tests, ctx)
  if (segment === undefined)
    return unread(shown, 'says nothing about which segment', "Say which: segment = 'Champions'.")
  const asked = takeAsked(tests, rows.source.alias, ctx)
  const [left] = tests
  if (left !== undefined || asked === undefined) return unread(left ?? shown, NOT_ASKED, NEXT)
  const condition: SegmentCondition = { type: 'segment', segment, ...asked }
  return not ? { none: [condition] } : condition
}

const NOT_ASKED = 'is no time at which customers came into one segment, left it, or were in it'
const NEXT =
  'Test entered_at or left_at, or in_from <= … AND (left_at IS NULL OR left_at > …) for who was in it then.'

function takeSegment(tests: Expression[], ctx: SqlContext): string | undefined {
  const [name, another] = take(tests, oneOf('segment_id')) ?? take(tests, oneOf('segment')) ?? []
  return name === undefined || another !== undefined ? undefined : (ctx.segmentId(name) ?? name)
}

function takeAsked(tests: Expression[], alias: string, ctx: SqlContext): Asked | undefined {
  const origin = take(tests, originTest)
  const from = origin && originOf(origin, alias, ctx)
  if (origin !== undefined && from === undefined) return undefined
  const isTested = (name: string) => tests.some((test) => endOf(test, name) !== undefined)
  if (isTested('entered_at')) {
    const within = takeWindow(tests, isNamed('entered_at'), ctx)
    if (from === undefined) return { was: 'entered', ...within }
    const same = JSON.stringify(within) === JSON.stringify(from.within)
    return same ? { was: 'entered', from: from.segment, ...within } : undefined
  }
  if (from !== undefined) return undefined
  if (isTested('left_at')) return { was: 'left', ...takeWindow(tests, isNamed('left_at'), ctx) }
  // Both ends together are one window: that of the instants at which the row lasts.
  const ends = tests.map((test) => endOf(test, 'in_from') ?? lastingEnd(test) ?? test)
  const within = takeWindow(ends, (part) => isNamed('in_from')(part) || isNamed('left_at')(part), ctx)
  if (ends.length > 0) return undefined
  tests.splice(0)
  return { was: 'in', ...within }
}

/** A test of when the rows begin or end. */
const endOf = (test: Expression, name: string): Expression | undefined => {
  const of = test.kind === 'compare' ? test.left : test.kind === 'between' ? test.of : undefined
  return of !== undefined && isNamed(name)(of) ? test : undefined
}

/** `left_at IS NULL OR left_at > …`: the second of the two. */
function lastingEnd(test: Expression): Expression | undefined {
  if (test.kind !== 'or' || test.of.length !== 2) return undefined
  const [first, second] = test.of
  const open = first?.kind === 'is' && first.what === 'null' && !first.not && isNamed('left_at')(first.of)
  return open && second !== undefined ? endOf(second, 'left_at') : undefined
}

const originTest = (test: Expression): Query | undefined =>
  test.kind === 'exists' && !test.not && test.query.from[0]?.view === 'v_memberships' ? test.query : undefined

/** `EXISTS (… AS origin WHERE origin.customer_id = moved.customer_id AND origin.left_at <= moved.entered_at …)` */
function originOf(
  { from: [source, another], where, groupBy, having }: Query,
  moved: string,
  ctx: SqlContext,
): { readonly segment: string; readonly within: ReturnType<typeof takeWindow> } | undefined {
  if (source === undefined || another !== undefined || groupBy.length > 0 || having !== undefined)
    return undefined
  const tests = [...conjunctsOf(where)]
  const tied = (op: string, own: string, other: string) =>
    takeIf(
      tests,
      (test) =>
        test.kind === 'compare' &&
        test.op === op &&
        isColumn(test.left, source.alias, own) &&
        isColumn(test.right, moved, other),
    )
  if (!tied('=', 'customer_id', 'customer_id') || !tied('<=', 'left_at', 'entered_at')) return undefined
  const segment = takeSegment(tests, ctx)
  const within = takeWindow(tests, isNamed('left_at'), ctx)
  return segment === undefined || tests.length > 0 ? undefined : { segment, within }
}

const isColumn = (part: Expression, table: string, name: string): boolean =>
  part.kind === 'column' && part.table === table && part.name === name
