import { type RawBuilder, sql } from 'kysely'
import type { CustomerRecord } from '../../customers/record.ts'
import type { SetPlan } from '../../members/plan.ts'
import { type Bounds, boundsOf, dateAt, within as isWithin } from '../../time/bounds.ts'
import { overlapSql, windowSql } from '../../time/sql-text.ts'
import { dateWords, windowWords } from '../../time/words.ts'
import type { PlanContext, Problem, ReadingContext } from '../define.ts'
import { allOf, cutByCustomer, inBounds, inPiece, isEmpty, nobody } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import { quotedWords } from '../shared/value-words.ts'
import type { SegmentCondition } from './segment.ts'

/** A condition about who was in a segment, as its counts found it. */
export type HistoryCondition = SegmentCondition & { readonly was: NonNullable<SegmentCondition['was']> }

export const isOfHistory = (condition: SegmentCondition): condition is HistoryCondition =>
  condition.was !== undefined

const boundsIn = ({ within }: HistoryCondition, { now, zone }: ReadingContext): Bounds =>
  within === undefined ? { to: now } : boundsOf(within, now, zone)

/** `entered the segment “Champions” in the last 30 days`, `moved from the segment “A” to the segment “B” this month` */
export function historyWords({ segment, was, from, within }: HistoryCondition, ctx: ReadingContext): string {
  const named = (id: string) => `the segment ${quotedWords(ctx.segment(id).name)}`
  const time = within === undefined ? '' : ` ${windowWords(within)}`
  if (from !== undefined) return `moved from ${named(from)} to ${named(segment)}${time}`
  return {
    entered: `entered ${named(segment)}${time}`,
    left: `left ${named(segment)}${time}`,
    in: `were in ${named(segment)} at some time${time}`,
  }[was]
}

/** Intervals of one segment lie together, in the order of customers. */
export function planHistory(condition: HistoryCondition, ctx: PlanContext): SetPlan {
  const { segment, was, from } = condition
  const bounds = boundsIn(condition, ctx)
  const begins = ctx.history(segment)?.begins
  if (isEmpty(bounds) || (was === 'entered' && begins === undefined)) return nobody
  const entered = sql<number>`m.entered_at`
  const left = sql<number>`m.left_at`
  const tests: readonly RawBuilder<boolean>[] = {
    entered: [inBounds(entered, bounds), sql<boolean>`${entered} > ${begins ?? null}`],
    left: [inBounds(left, bounds)],
    in: [
      sql<boolean>`${entered} <= ${bounds.to}`,
      ...(bounds.from === undefined ? [] : [sql<boolean>`(${left} IS NULL OR ${left} >= ${bounds.from})`]),
    ],
  }[was]
  const origin =
    from === undefined
      ? []
      : [
          sql<boolean>`EXISTS (SELECT 1 FROM memberships AS origin WHERE ${allOf([
            sql<boolean>`origin.segment_id = ${from}`,
            sql<boolean>`origin.customer_id = m.customer_id`,
            inBounds(sql`origin.left_at`, bounds),
            sql<boolean>`origin.left_at <= ${entered}`,
          ])})`,
        ]
  return cutByCustomer(
    ctx.dialect,
    sql`SELECT m.customer_id FROM memberships AS m
        WHERE m.segment_id = ${segment} AND ${allOf([inPiece('m.customer_id'), ...tests, ...origin])}`,
  )
}

/** The same as SQL that people read. */
export function historyPredicate({ segment, was, from, within }: HistoryCondition, ctx: PlanContext): string {
  const time = (column: string) => windowSql(column, within, ctx.now, ctx.zone)
  const own = `segment_id = ${literal(segment)}`
  if (from !== undefined) {
    const origin = [
      `origin.segment_id = ${literal(from)}`,
      'origin.customer_id = moved.customer_id',
      time('origin.left_at'),
      'origin.left_at <= moved.entered_at',
    ]
    return membersText(
      `v_memberships AS moved WHERE moved.${own} AND ${time('moved.entered_at')}
       AND EXISTS (SELECT 1 FROM v_memberships AS origin WHERE ${origin.join(' AND ')})`,
    )
  }
  const test = {
    entered: () => time('entered_at'),
    left: () => time('left_at'),
    in: () => overlapSql('in_from', 'left_at', within, ctx.now, ctx.zone),
  }[was]()
  return membersText(`v_memberships WHERE ${own} AND ${test}`)
}

export function historyHolds(
  condition: HistoryCondition,
  { memberships }: CustomerRecord,
  ctx: ReadingContext,
): boolean {
  const { segment, was, from: origin } = condition
  const bounds = boundsIn(condition, ctx)
  if (isEmpty(bounds)) return false
  const happened = (at: number | null): at is number => at !== null && isWithin(bounds, at)
  return memberships.some((own) => {
    if (own.segment !== segment) return false
    if (was === 'left') return happened(own.left)
    if (was === 'in')
      return own.from <= bounds.to && (own.left === null || own.left >= (bounds.from ?? own.left))
    const { entered } = own
    if (!happened(entered)) return false
    return (
      origin === undefined ||
      memberships.some(({ segment: other, left }) => other === origin && happened(left) && left <= entered)
    )
  })
}

export function historyActual(
  { segment, from: origin }: HistoryCondition,
  { memberships }: CustomerRecord,
  ctx: ReadingContext,
): string {
  const on = (at: number) => dateWords(dateAt(at, ctx.zone))
  const told = [origin, segment].flatMap((id) => {
    if (id === undefined) return []
    const name = `the segment ${quotedWords(ctx.segment(id).name)}`
    const own = memberships.filter((one) => one.segment === id && one.from <= ctx.now)
    if (own.length === 0) return [`was never counted in ${name}`]
    return own.map(({ from, entered, left }) => {
      const came = entered === null ? `was in ${name} when it was first counted on` : `entered ${name} on`
      return `${came} ${on(from)}${left === null || left > ctx.now ? '' : ` and left it on ${on(left)}`}`
    })
  })
  return told.join(', ')
}

/** Nobody is known to have come or gone before the first count, nor after the last: that is said, not counted as 0. */
export function historyProblems(condition: HistoryCondition, ctx: PlanContext): readonly Problem[] {
  const { segment, from, was } = condition
  const bounds = boundsIn(condition, ctx)
  if (isEmpty(bounds)) {
    const message = 'nobody can have been in a segment at a time that has not come yet'
    return [{ path: ['within'], message, next: 'Ask for a time that has begun, or for who is in it now.' }]
  }
  return [segment, from].flatMap((id): readonly Problem[] => {
    if (id === undefined) return []
    const path = [id === segment ? 'segment' : 'from']
    const { kind, name } = ctx.segment(id)
    const called = quotedWords(name)
    if (kind === 'list') {
      return [
        {
          path,
          message: `${called} is a list whose members come from elsewhere, and who came and went is not kept of it`,
          next: 'Ask for who is on the list now, or save a segment of it: its history begins then.',
        },
      ]
    }
    const history = ctx.history(id)
    if (history === undefined) {
      return [
        {
          path,
          message: `${called} was not counted yet, so nothing is known of who was in it`,
          next: 'Refresh it: its history begins with the first count.',
        },
      ]
    }
    const begun = `The history of ${called} begins on ${dateWords(dateAt(history.begins, ctx.zone))}, when it was first counted`
    // Whoever is in at the first count did not enter then.
    const known = was === 'in' ? history.begins <= bounds.to : overlaps(bounds, history)
    if (known) return []
    const again =
      history.counted === history.begins
        ? ', and it was not counted again since'
        : history.counted < (bounds.from ?? history.counted)
          ? `, and it was last counted on ${dateWords(dateAt(history.counted, ctx.zone))}`
          : ''
    return [
      {
        path,
        message: `${begun}${again}: who was in it is not known for the time that was asked for`,
        next:
          again === ''
            ? 'Ask for a later time, or for who is in it now.'
            : 'Refresh it, ask for another time, or for who is in it now.',
      },
    ]
  })
}

/** Some count after the first lies in the time, so that somebody can have been seen to come or go. */
const overlaps = ({ from, to }: Bounds, { begins, counted }: { begins: number; counted: number }): boolean =>
  begins < to && counted > begins && (from === undefined || counted >= from)

/** What a count of it leaves unsaid: the part of the time before the history begins. */
export function historyWarning(condition: HistoryCondition, ctx: PlanContext): string | undefined {
  const bounds = boundsIn(condition, ctx)
  const begins = Math.max(
    ...[condition.segment, condition.from].flatMap((id) =>
      id === undefined ? [] : (ctx.history(id)?.begins ?? []),
    ),
  )
  if (bounds.from !== undefined && bounds.from >= begins) return undefined
  const names = [condition.from, condition.segment].flatMap((id) =>
    id === undefined ? [] : [quotedWords(ctx.segment(id).name)],
  )
  return `The history of ${names.join(' and ')} begins on ${dateWords(dateAt(begins, ctx.zone))}: who came or went before is not known`
}
