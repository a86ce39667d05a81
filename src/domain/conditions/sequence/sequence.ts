import { z } from 'zod'
import { countOf } from '#kernel/text.ts'
import type { Instant } from '#kernel/clock.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import { dateAt, within } from '../../time/bounds.ts'
import { windowSchema } from '../../time/window.ts'
import { dateWords } from '../../time/words.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import {
  type Deed,
  deedProblems,
  deedSchema,
  deedSources,
  normalDeed,
  type Occasion,
  occasionsOf,
} from '../shared/deed.ts'
import { boundsIn } from '../shared/order-rows.ts'
import { apartSchema, lengthOf } from './sequence-apart.ts'
import { sequenceFromSql } from './sequence-from-sql.ts'
import { planSequence } from './sequence-plans.ts'
import { sequencePredicate } from './sequence-predicates.ts'
import { sequencePhrases } from './sequence-phrases.ts'
import { sequenceWords, stepWords } from './sequence-words.ts'

/** What begins a sequence: a deed, or signing up. */
const startSchema = z.union([z.strictObject({ did: z.literal('signed_up') }), deedSchema])
export type Start = z.infer<typeof startSchema>

/**
 * One deed, and another that followed it, at the same time or later and no longer after it than `apart`; or,
 * with `not`, that did not follow: then only deeds count for which that time has passed. Any of the first deeds
 * in the window will do. With `first_ever` or `next_first_ever`, only the first time that it was ever done.
 *
 * @example { type: 'sequence', first: { did: 'signed_up' }, next: { did: 'ordered' }, apart: { n: 3, unit: 'day' } }
 */
export const sequenceSchema = z
  .strictObject({
    type: z.literal('sequence'),
    first: startSchema,
    first_ever: z.literal(true).optional(),
    next: deedSchema,
    next_first_ever: z.literal(true).optional(),
    not: z.literal(true).optional(),
    /** At least so many times; once where it is left out. */
    times: z.int().min(2).max(1000).optional(),
    apart: apartSchema.optional(),
    /** When the first deed was done. */
    within: windowSchema.optional(),
  })
  .superRefine((c, ctx) => {
    const refuse = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (c.first.did === 'signed_up' && c.first_ever) refuse('first_ever', 'people sign up only once')
    if (c.next_first_ever && c.times !== undefined) refuse('times', 'a first time happens only once')
  })
export type SequenceCondition = z.infer<typeof sequenceSchema>

export const sequence: ConditionDefinition<'sequence', SequenceCondition> = {
  type: 'sequence',
  entity: 'customer',
  schema: sequenceSchema,
  form: {
    title: 'One thing after another',
    start: {
      type: 'sequence',
      first: { did: 'signed_up' },
      next: { did: 'ordered' },
      apart: { n: 7, unit: 'day' },
    },
  },
  meaning:
    'first, then next at the same time or later, within apart; not: next did not follow, and the time is over. Any first in within will do; *_ever: only the first time ever',
  phrases: sequencePhrases,
  normal: (condition) => ({
    ...condition,
    first: condition.first.did === 'signed_up' ? condition.first : normalDeed(condition.first),
    next: normalDeed(condition.next),
  }),
  columns: ({ first }) => (first.did === 'signed_up' ? [{ name: 'created_at', key: 'first' }] : []),
  sources: ({ first, next }) => [
    ...new Set([
      ...(first.did === 'signed_up' ? (['customers'] as const) : deedSources(first)),
      ...deedSources(next),
    ]),
  ],
  check: ({ first, next }, ctx) => [
    ...(first.did === 'signed_up' ? [] : deedProblems(first, ctx, ['first'])),
    ...deedProblems(next, ctx, ['next']),
  ],
  words: sequenceWords,
  plan: planSequence,
  predicate: sequencePredicate,
  fromSql: sequenceFromSql,
  holds: (condition, customer, _population, ctx) => firstThatHolds(condition, customer, ctx) !== undefined,
  /** The end of the time in which the next one had to come. */
  turns: ({ apart }, _customer, rows) => (apart === undefined ? [] : rows.map((at) => at + lengthOf(apart))),
  actual(condition, customer, _population, ctx) {
    const on = ({ at }: Occasion) => `on ${dateWords(dateAt(at, ctx.zone))}`
    const starts = startsOf(condition, customer, ctx)
    const first = firstThatHolds(condition, customer, ctx) ?? starts.at(-1)
    const what = stepWords(condition.first, condition.first_ever, ctx)
    if (first === undefined) return `has not ${what}${condition.within === undefined ? '' : ' in that time'}`
    const after = followersOf(condition, customer, ctx).filter(
      (one) => one.key !== first.key && one.at >= first.at,
    )
    const [next] = after
    const did = stepWords(condition.next, condition.next_first_ever, ctx)
    if (next === undefined) return `${what} ${on(first)} and has not ${did} since`
    const more = after.length > 1 ? `, ${countOf(after.length, 'time')} in all` : ''
    return `${what} ${on(first)} and ${did} ${on(next)}${more}`
  },
}

/** The first deeds that count, the earliest first. */
function startsOf(
  { first, first_ever, within: window }: SequenceCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): readonly Occasion[] {
  const bounds = boundsIn(window, ctx)
  return timesOf(first, first_ever, customer, ctx).filter(({ at }) => within(bounds, at))
}

const followersOf = (
  { next, next_first_ever }: SequenceCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): readonly Occasion[] => timesOf(next, next_first_ever, customer, ctx)

function timesOf(
  deed: Start,
  onlyFirst: true | undefined,
  customer: CustomerRecord,
  ctx: ReadingContext,
): readonly Occasion[] {
  if (deed.did === 'signed_up') {
    const { createdAt } = customer
    return createdAt === null ? [] : [{ at: createdAt, key: 'signed up' }]
  }
  const all = occasionsOf(customer, deed satisfies Deed, ctx)
  return onlyFirst ? all.slice(0, 1) : all
}

/** The earliest of the first deeds that was followed, or was not. */
function firstThatHolds(
  condition: SequenceCondition,
  customer: CustomerRecord,
  ctx: ReadingContext,
): Occasion | undefined {
  const { not, times = 1, apart } = condition
  const length = apart === undefined ? undefined : lengthOf(apart)
  const followers = followersOf(condition, customer, ctx)
  return startsOf(condition, customer, ctx).find((first) => {
    const end: Instant = length === undefined ? ctx.now : first.at + length
    const followed = followers.filter(
      ({ at, key }) => key !== first.key && at >= first.at && at <= end,
    ).length
    return not ? end <= ctx.now && followed < times : followed >= times
  })
}
