import { z } from 'zod'
import type { SetPlan } from '../../members/plan.ts'
import { dateAt, within } from '../../time/bounds.ts'
import { windowSql } from '../../time/sql-text.ts'
import { windowSchema } from '../../time/window.ts'
import { dateWords, windowWords } from '../../time/words.ts'
import type { ConditionDefinition, PlanContext } from '../define.ts'
import { deedProblems, deedSchema, deedSources, deedWords, normalDeed, occasionsOf } from '../shared/deed.ts'
import { whoDid } from '../shared/deed-sets.ts'
import { deedText } from '../shared/deed-sql.ts'
import { dateMiss } from '../shared/miss.ts'
import { boundsIn } from '../shared/order-rows.ts'
import { isEmpty, nobody, not } from '../shared/set-query.ts'
import { membersText } from '../shared/sql-text.ts'
import { momentFromSql } from './moment-from-sql.ts'
import { momentPhrases } from './moment-phrases.ts'
import { sinceLastPhrases } from './since-last-phrases.ts'

/**
 * The first or the last time ever that somebody did something lies in a window. Any order at all is the `orders`
 * condition's own (first_date, last_date).
 *
 * @example { type: 'moment', which: 'first', deed: { did: 'event', event: ['opened_email'] }, during: { kind: 'calendar', unit: 'month', offset: 0 } }
 */
export const momentSchema = z
  .strictObject({
    type: z.literal('moment'),
    which: z.enum(['first', 'last']),
    deed: deedSchema,
    during: windowSchema,
  })
  .superRefine(({ deed }, ctx) => {
    if (deed.did === 'ordered' && deed.product === undefined && deed.where === undefined) {
      const message = 'the first and last order of all are orders with first_date and last_date'
      ctx.addIssue({ code: 'custom', path: ['deed'], message })
    }
  })
export type MomentCondition = z.infer<typeof momentSchema>

export const moment: ConditionDefinition<'moment', MomentCondition> = {
  type: 'moment',
  entity: 'customer',
  schema: momentSchema,
  form: {
    title: 'When they first or last did something',
    start: {
      type: 'moment',
      which: 'first',
      deed: { did: 'event', event: ['visited_site'] },
      during: { kind: 'last', n: 30, unit: 'day' },
    },
  },
  meaning: 'The first or last time ever that they did it lies in during; for any order at all take orders',
  phrases: [...momentPhrases, ...sinceLastPhrases],
  normal: (condition) => ({ ...condition, deed: normalDeed(condition.deed) }),
  sources: ({ deed }) => deedSources(deed),
  check: ({ deed }, ctx) => deedProblems(deed, ctx, ['deed']),
  words: ({ which, deed, during }, ctx) =>
    `${deedWords(deed, ctx)} for the ${which} time ${windowWords(during)}`,
  plan: planMoment,
  predicate({ which, deed, during }, ctx) {
    const { view, at, tests } = deedText(deed, ctx)
    const having = windowSql(`${which === 'first' ? 'MIN' : 'MAX'}(${at})`, during, ctx.now, ctx.zone)
    return membersText(`${view} WHERE ${tests} GROUP BY customer_id HAVING ${having}`)
  },
  fromSql: momentFromSql,
  holds({ which, deed, during }, customer, _population, ctx) {
    const at = occasionsOf(customer, deed, ctx).at(which === 'first' ? 0 : -1)?.at
    return at !== undefined && within(boundsIn(during, ctx), at)
  },
  actual({ which, deed }, customer, _population, ctx) {
    const at = occasionsOf(customer, deed, ctx).at(which === 'first' ? 0 : -1)?.at
    const words = deedWords(deed, ctx)
    return at === undefined
      ? `has never ${words}`
      : `${words} for the ${which} time on ${dateWords(dateAt(at, ctx.zone))}`
  },
  miss({ which, deed, during }, customer, _population, ctx) {
    const at = occasionsOf(customer, deed, ctx).at(which === 'first' ? 0 : -1)?.at
    return at === undefined
      ? { words: `to have ${deedWords(deed, ctx)}`, size: 1 }
      : dateMiss(at, boundsIn(during, ctx), ctx)
  },
}

/** Who did it in the window, but for those who did it before, or after it. */
function planMoment({ which, deed, during }: MomentCondition, ctx: PlanContext): SetPlan {
  const bounds = boundsIn(during, ctx)
  if (isEmpty(bounds)) return nobody
  const inside = whoDid(deed, bounds, ctx)
  if (which === 'last') {
    if (bounds.to >= ctx.now) return inside
    const later = whoDid(deed, { from: bounds.to + 1, to: ctx.now }, ctx)
    return { kind: 'all', of: [inside, not(later)] }
  }
  if (bounds.from === undefined) return inside
  return { kind: 'all', of: [inside, not(whoDid(deed, { to: bounds.from - 1 }, ctx))] }
}
