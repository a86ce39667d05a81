import { z } from 'zod'
import { CALENDAR_UNITS, hasBeginning, windowSchema } from '../../time/window.ts'
import { windowWords } from '../../time/words.ts'
import { countOf } from '#kernel/text.ts'
import { within } from '../../time/bounds.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { deedProblems, deedSchema, deedSources, deedWords, normalDeed, occasionsOf } from '../shared/deed.ts'
import { countMiss } from '../shared/miss.ts'
import { regularFromSql } from './regular-from-sql.ts'
import { isRolling, periodsOf } from './regular-periods.ts'
import { regularPhrases } from './regular-phrases.ts'
import { periodTurns } from './regular-turns.ts'
import { planRegular, regularPredicate } from './regular-plans.ts'

/**
 * Done in every period of a window, or in at least so many of them. Rolling windows are cut into their own
 * units, counted back from now; of the others, the calendar units that begin in them count, the one that now lies
 * in among them.
 *
 * @example { type: 'regular', deed: { did: 'ordered' }, every: 'month', within: { kind: 'calendar', unit: 'quarter', offset: 0 } }
 * @example { type: 'regular', deed: { did: 'ordered' }, every: 'week', within: { kind: 'last', n: 6, unit: 'week' }, least: 4 }
 */
export const regularSchema = z
  .strictObject({
    type: z.literal('regular'),
    deed: deedSchema,
    every: z.enum(CALENDAR_UNITS),
    within: windowSchema,
    /** In at least so many of the periods; in each of them where it is left out. */
    least: z.int().min(1).max(400).optional(),
  })
  .superRefine(({ every, within: window, least }, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (!hasBeginning(window))
      refuse('within', 'periods are counted from the beginning of this window: give one that has a beginning')
    if ((window.kind !== 'last' && window.kind !== 'ago') || window.unit === every) {
      const n =
        window.kind === 'last' ? window.n : window.kind === 'ago' ? window.to - window.from : undefined
      if (n !== undefined && n > 400) refuse('within', 'at most 400 periods')
      if (n !== undefined && least !== undefined && least > n) refuse('least', `there are only ${n} of them`)
    } else
      refuse(
        'within',
        `a rolling window is cut into its own units: say it in ${every}s, or take a calendar window`,
      )
  })
export type RegularCondition = z.infer<typeof regularSchema>

export const regular: ConditionDefinition<'regular', RegularCondition> = {
  type: 'regular',
  entity: 'customer',
  schema: regularSchema,
  form: {
    title: 'Did something regularly',
    start: {
      type: 'regular',
      deed: { did: 'ordered' },
      every: 'month',
      within: { kind: 'calendar', unit: 'month', offset: -3, count: 3 },
    },
  },
  meaning:
    'Done in each (or at least "least") of the periods "every" of within: rolling ones in units of every, counted back; else calendar units that begin in within',
  phrases: regularPhrases,
  normal: (condition) => ({ ...condition, deed: normalDeed(condition.deed) }),
  sources: ({ deed }) => deedSources(deed),
  check: ({ deed }, ctx) => deedProblems(deed, ctx, ['deed']),
  words({ deed, every, within: window, least }, ctx) {
    const rolling = isRolling(window)
    const unit = rolling ? every : `calendar ${every}`
    const periods =
      least === undefined ? `in every ${unit}` : `in at least ${countOf(least, `separate ${unit}`)}`
    const time = windowWords(window)
    return rolling
      ? `${deedWords(deed, ctx)} ${periods} ${time}, counted back from now`
      : `${deedWords(deed, ctx)} ${periods} that began ${time}`
  },
  plan: planRegular,
  predicate: regularPredicate,
  fromSql: regularFromSql,
  holds(condition, customer, _population, ctx) {
    const { all, did } = countsOf(condition, customer, ctx)
    return all > 0 && did >= (condition.least ?? all)
  },
  turns: (condition, _customer, rows, ctx, ahead) => periodTurns(condition, rows, ctx, ahead),
  miss(condition, customer, _population, ctx) {
    const { all, did } = countsOf(condition, customer, ctx)
    const test = { op: '>=', value: condition.least ?? all } as const
    return all === 0 ? undefined : countMiss(did, test, condition.every)
  },
  actual(condition, customer, _population, ctx) {
    const { all, did } = countsOf(condition, customer, ctx)
    return `${deedWords(condition.deed, ctx)} in ${did} of ${countOf(all, condition.every)}`
  },
}

/** How many periods there are, and in how many of them it was done. */
function countsOf(
  { deed, every, within: window }: RegularCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
) {
  const periods = periodsOf(every, window, ctx)
  const times = occasionsOf(customer, deed, ctx)
  const did = periods.filter(({ bounds }) => times.some(({ at }) => within(bounds, at))).length
  return { all: periods.length, did }
}
