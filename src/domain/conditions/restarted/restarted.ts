import { z } from 'zod'
import type { SetPlan } from '../../members/plan.ts'
import { type Bounds, dateAt, within } from '../../time/bounds.ts'
import { instantOf, type NamedDate } from '../../time/named-dates.ts'
import { dateSql } from '../../time/sql-text.ts'
import { UNITS, type Window, windowSchema } from '../../time/window.ts'
import { dateWords, spanWords, windowWords } from '../../time/words.ts'
import { crossings } from '../../time/ahead.ts'
import type { ConditionDefinition, PlanContext, ReadingContext } from '../define.ts'
import { deedProblems, deedSchema, deedSources, deedWords, normalDeed, occasionsOf } from '../shared/deed.ts'
import { whoDid } from '../shared/deed-sets.ts'
import { deedText } from '../shared/deed-sql.ts'
import { boundsIn } from '../shared/order-rows.ts'
import { isEmpty, nobody, not } from '../shared/set-query.ts'
import { allText, membersText } from '../shared/sql-text.ts'
import { restartedFromSql } from './restarted-from-sql.ts'
import { restartedPhrases } from './restarted-phrases.ts'

/**
 * Done again in a window, after a break: not done for so long before the window begins, but done earlier than that.
 *
 * @example { type: 'restarted', deed: { did: 'ordered' }, within: { kind: 'calendar', unit: 'month', offset: 0 }, away: { n: 6, unit: 'month' } }
 */
export const restartedSchema = z.strictObject({
  type: z.literal('restarted'),
  deed: deedSchema,
  /** When it was done again; it must have a beginning. */
  within: windowSchema.refine((window) => beginningOf(window) !== undefined, {
    message: 'a break is counted back from the beginning of this window: give one that has a beginning',
  }),
  away: z.strictObject({ n: z.int().min(1).max(5000), unit: z.enum(UNITS) }),
})
export type RestartedCondition = z.infer<typeof restartedSchema>

export const restarted: ConditionDefinition<'restarted', RestartedCondition> = {
  type: 'restarted',
  entity: 'customer',
  schema: restartedSchema,
  form: {
    title: 'Came back after a pause',
    start: {
      type: 'restarted',
      deed: { did: 'ordered' },
      within: { kind: 'last', n: 30, unit: 'day' },
      away: { n: 6, unit: 'month' },
    },
  },
  meaning:
    'Done in within, not done for away before within begins, but done before that: came back after a break',
  phrases: restartedPhrases,
  normal: (condition) => ({ ...condition, deed: normalDeed(condition.deed) }),
  sources: ({ deed }) => deedSources(deed),
  check: ({ deed }, ctx) => deedProblems(deed, ctx, ['deed']),
  words: ({ deed, within: window, away }, ctx) =>
    `${deedWords(deed, ctx)} again ${windowWords(window)} after a break of ${spanWords(away.n, away.unit)} before that time`,
  plan({ deed, ...times }, ctx): SetPlan {
    const { back, gone, earlier } = stretches(times, ctx)
    if (isEmpty(back)) return nobody
    return {
      kind: 'all',
      of: [whoDid(deed, back, ctx), not(whoDid(deed, gone, ctx)), whoDid(deed, earlier, ctx)],
    }
  },
  predicate: restartedPredicate,
  fromSql: restartedFromSql,
  holds({ deed, ...times }, customer, _population, ctx) {
    const { back, gone, earlier } = stretches(times, ctx)
    const did = occasionsOf(customer, deed, ctx)
    const some = (bounds: Bounds) => did.some(({ at }) => within(bounds, at))
    return some(back) && !some(gone) && some(earlier)
  },
  turns: ({ within: window, away }, _customer, rows, ctx, ahead) =>
    (['gone', 'earlier'] as const).flatMap((which) =>
      crossings((now) => stretches({ within: window, away }, { ...ctx, now })[which].to, rows, ahead),
    ),
  actual({ deed, ...times }, customer, _population, ctx) {
    const { back } = stretches(times, ctx)
    const did = occasionsOf(customer, deed, ctx)
    const words = deedWords(deed, ctx)
    const on = (at: number) => dateWords(dateAt(at, ctx.zone))
    const before = did.findLast(({ at }) => back.from !== undefined && at < back.from)
    const again = did.find(({ at }) => within(back, at))
    const then = before === undefined ? `has not ${words} before` : `${words} on ${on(before.at)} before`
    return again === undefined ? `has not ${words} in that time` : `${words} on ${on(again.at)}, and ${then}`
  },
}

/** Where a window begins, and whether that very instant is in it. */
function beginningOf(window: Window): { readonly date: NamedDate; readonly included: boolean } | undefined {
  switch (window.kind) {
    case 'last':
      return { date: { kind: 'ago', n: window.n, unit: window.unit }, included: false }
    case 'ago':
      return { date: { kind: 'ago', n: window.to, unit: window.unit }, included: false }
    case 'calendar':
      return { date: { kind: 'unit', unit: window.unit, offset: window.offset }, included: true }
    case 'dates':
      if (window.from !== undefined) return { date: { kind: 'start', date: window.from }, included: true }
      return window.after === undefined
        ? undefined
        : { date: { kind: 'end', date: window.after }, included: false }
    case 'older':
      return undefined
  }
}

type Times = Pick<RestartedCondition, 'within' | 'away'>

function edgesOf({ within: window, away }: Times) {
  const begins = beginningOf(window)
  if (begins === undefined) throw new Error('An unparsed condition: its window has no beginning')
  const left: NamedDate = { kind: 'before', ...away, of: begins.date }
  return { ...begins, left }
}

/** When it was done again, when it was not done, and when it had been done before. */
function stretches(times: Times, ctx: ReadingContext): { back: Bounds; gone: Bounds; earlier: Bounds } {
  const { date, left, included } = edgesOf(times)
  const at = (named: NamedDate) => instantOf(named, ctx.now, ctx.zone) - (included ? 1 : 0)
  const gone = { from: at(left) + 1, to: Math.min(at(date), ctx.now) }
  return { back: boundsIn(times.within, ctx), gone, earlier: { to: Math.min(at(left), ctx.now) } }
}

function restartedPredicate({ deed, ...times }: RestartedCondition, ctx: PlanContext): string {
  const { date, left, included } = edgesOf(times)
  const { view, at, tests } = deedText(deed, ctx)
  const [since, until] = included ? ['>=', '<'] : ['>', '<=']
  return allText([
    membersText(`${view} WHERE ${deedText(deed, ctx, times.within).tests}`),
    membersText(
      `${view} WHERE ${tests} AND ${at} ${since} ${dateSql(left)} AND ${at} ${until} ${dateSql(date)}`,
      {
        complement: true,
      },
    ),
    membersText(`${view} WHERE ${tests} AND ${at} ${until} ${dateSql(left)}`),
  ])
}
