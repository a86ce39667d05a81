import { type RawBuilder, sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import type { Deed } from '../shared/deed.ts'
import { type DeedRows, deedRows } from '../shared/deed-sql.ts'
import { boundsIn } from '../shared/order-rows.ts'
import {
  allOf,
  BEGINNING,
  byFacts,
  cutByCustomer,
  cutByTime,
  inBounds,
  inPiece,
  isEmpty,
  nobody,
} from '../shared/set-query.ts'
import { lengthOf } from './sequence-apart.ts'
import type { SequenceCondition } from './sequence.ts'

/** Up to this, the first deeds of a window are fewer than everybody's. */
const SHORT_WINDOW = 92 * 86_400

/** The deed that begins, as the one that follows needs it. */
interface Begun {
  readonly customer: RawBuilder<unknown>
  readonly at: RawBuilder<number>
  /** Of the order or event, where there is one. */
  readonly id?: { readonly of: Deed['did']; readonly is: RawBuilder<unknown> }
}

/**
 * Signing up, and the first order of all, stand in the facts rows; other first deeds are read by time where the
 * window is short, else customer by customer. What follows is sought behind each of them.
 */
export function planSequence(condition: SequenceCondition, ctx: PlanContext): SetPlan {
  const { dialect } = ctx
  const { first, first_ever } = condition
  const bounds = boundsIn(condition.within, ctx)
  if (isEmpty(bounds)) return nobody
  const customer = sql`f.id`
  if (first.did === 'signed_up') {
    const begun = { customer, at: sql<number>`f.created_at` }
    return byFacts(dialect, [inBounds(begun.at, bounds), ...followed(begun, condition, ctx)])
  }
  if (first_ever && isPlain(first)) {
    const id = { of: first.did, is: firstId(first, customer, ctx) }
    const begun = { customer, at: sql<number>`f.first_at`, id }
    return byFacts(dialect, [inBounds(begun.at, bounds), ...followed(begun, condition, ctx)])
  }
  const { from = BEGINNING, to } = bounds
  const byTime = to - from <= SHORT_WINDOW && (first.did === 'event' || first.product === undefined)
  const rows = deedRows(first, 'a', ctx, { byCustomer: !byTime })
  if (rows.tests === undefined) return nobody
  const tests = [
    ...rows.tests,
    ...(first_ever ? [sql<boolean>`${rows.id} = ${firstId(first, rows.customer, ctx)}`] : []),
    ...followed({ ...rows, id: { of: first.did, is: rows.id } }, condition, ctx),
  ]
  const select = (where: readonly RawBuilder<boolean>[]) =>
    sql`SELECT ${rows.customer} FROM ${rows.from} WHERE ${allOf(where)}`
  if (byTime) {
    const piece = inPiece(first.did === 'event' ? 'a.occurred_at' : 'a.ordered_at')
    return cutByTime(dialect, select([piece, ...tests]), { from, to })
  }
  // The plus keeps the engine off the index by time, which every piece would have to read in full.
  const when = inBounds(sql`+${rows.at}`, bounds)
  return cutByCustomer(dialect, select([inPiece('a.customer_id'), when, ...tests]))
}

const isPlain = (deed: Deed): boolean =>
  deed.did === 'ordered' && deed.product === undefined && deed.where === undefined

/** What must hold of the deed that begins, so that another followed it, or did not and no longer can. */
function followed(begun: Begun, condition: SequenceCondition, ctx: PlanContext): RawBuilder<boolean>[] {
  const { not, times = 1, apart } = condition
  const end = apart === undefined ? undefined : sql<number>`${begun.at} + ${lengthOf(apart)}`
  const over = not && end !== undefined ? [sql<boolean>`${end} <= ${ctx.now}`] : []
  const rows = deedRows(condition.next, 'b', ctx)
  if (rows.tests === undefined) return not ? over : [sql<boolean>`FALSE`]
  const until = end === undefined ? sql`${ctx.now}` : sql`min(${end}, ${ctx.now})`
  const where = allOf([
    sql<boolean>`${rows.customer} = ${begun.customer}`,
    ...rows.tests,
    sql<boolean>`${rows.at} BETWEEN ${begun.at} AND ${until}`,
    ...(begun.id?.of === condition.next.did ? [sql<boolean>`${rows.id} <> ${begun.id.is}`] : []),
    ...(condition.next_first_ever
      ? [sql<boolean>`${rows.id} = ${firstId(condition.next, begun.customer, ctx)}`]
      : []),
  ])
  return [...over, times > 1 ? severalTimes(rows, where, times, not) : atAll(rows, where, not)]
}

const atAll = ({ from }: DeedRows, where: RawBuilder<boolean>, not: true | undefined): RawBuilder<boolean> =>
  sql<boolean>`${sql.raw(not ? 'NOT EXISTS' : 'EXISTS')} (SELECT 1 FROM ${from} WHERE ${where})`

const severalTimes = (
  { from, id }: DeedRows,
  where: RawBuilder<boolean>,
  times: number,
  not: true | undefined,
): RawBuilder<boolean> =>
  sql<boolean>`(SELECT count(DISTINCT ${id}) FROM ${from} WHERE ${where}) ${sql.raw(not ? '<' : '>=')} ${times}`

/** The first time that a customer ever did it. */
function firstId(deed: Deed, customer: RawBuilder<unknown>, ctx: PlanContext): RawBuilder<unknown> {
  const rows = deedRows(deed, 'c', ctx)
  const where = allOf([
    sql<boolean>`${rows.customer} = ${customer}`,
    ...(rows.tests ?? [sql<boolean>`FALSE`]),
    sql<boolean>`${rows.at} <= ${ctx.now}`,
  ])
  return sql`(SELECT ${rows.id} FROM ${rows.from} WHERE ${where} ORDER BY ${rows.at}, ${rows.id} LIMIT 1)`
}
