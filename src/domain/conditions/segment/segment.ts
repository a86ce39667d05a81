import { sql } from 'kysely'
import { z } from 'zod'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import { windowSchema } from '../../time/window.ts'
import type { ConditionDefinition, PlanContext, Problem, ReadingContext } from '../define.ts'
import { valueWords } from '../shared/value-words.ts'
import { unknownValue } from '../shared/problems.ts'
import { cutByCustomer, inPiece } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import { segmentPhrases } from './segment-phrases.ts'
import {
  historyActual,
  historyHolds,
  historyPredicate,
  historyProblems,
  historyWords,
  isOfHistory,
  planHistory,
} from './segment-history.ts'
import { segmentHistoryPhrases } from './segment-history-phrases.ts'
import { segmentFromSql } from './segment-from-sql.ts'

/**
 * Membership of a saved segment or an imported list, by id (or by name, which is resolved to its id when the
 * criteria are validated, so that renaming breaks nothing). A segment's current criteria are expanded live.
 * `was` asks its history instead, which its counts keep: who came in within a time, who went, who was in at some
 * moment of it. Whoever was in at the first count is not known to have come in. `from`: who left that segment and
 * came into this one afterwards, both within the time.
 *
 * @example { type: 'segment', segment: 'seg_rfm_champions' }
 * @example { type: 'segment', segment: 'seg_rfm_at_risk', was: 'entered', from: 'seg_rfm_loyal_customers', within: { kind: 'calendar', unit: 'month', offset: 0 } }
 */
export const segmentSchema = z
  .strictObject({
    type: z.literal('segment'),
    segment: z.string().trim().min(1).max(200),
    was: z.enum(['in', 'entered', 'left']).optional(),
    from: z.string().trim().min(1).max(200).optional(),
    within: windowSchema.optional(),
  })
  .superRefine(({ segment, was, from, within }, ctx) => {
    const refuse = (key: string, message: string) => ctx.addIssue({ code: 'custom', path: [key], message })
    if (within !== undefined && was === undefined)
      refuse('within', 'only with was: in, entered or left; without it, who is in the segment now')
    if (from !== undefined && was !== 'entered') refuse('from', 'only with was: entered')
    if (from === segment) refuse('from', 'nobody moves from a segment to itself')
  })
export type SegmentCondition = z.infer<typeof segmentSchema>

export const segment: ConditionDefinition<'segment', SegmentCondition> = {
  type: 'segment',
  entity: 'customer',
  schema: segmentSchema,
  form: {
    title: 'In a saved segment or list',
    start: { type: 'segment', segment: 'seg_rfm_champions' },
    names: { segment: 'segment', from: 'segment' },
  },
  meaning:
    'In a saved segment or list now, by id. was, within: who entered, left, or was in it then; from: left that one before',
  phrases: [...segmentHistoryPhrases, ...segmentPhrases],
  called: () => 'segment list membership group',
  about: (condition) => (isOfHistory(condition) ? 'membership over time' : 'segment'),
  // The sources of a segment's criteria are those of its conditions: whoever expands it adds them.
  sources: (condition) => (isOfHistory(condition) ? ['memberships'] : ['segments', 'lists']),
  check(condition, ctx) {
    const unknown = (['segment', 'from'] as const).flatMap((key) => unknownIn(condition[key], key, ctx))
    if (unknown.length > 0 || !isOfHistory(condition)) return unknown
    return historyProblems(condition, ctx)
  },
  words(condition, ctx) {
    if (isOfHistory(condition)) return historyWords(condition, ctx)
    const meaning = ctx.segment(condition.segment)
    return `are ${meaning.kind === 'list' ? 'on the list' : 'in the segment'} ${valueWords(meaning.name)}`
  },
  expand(condition, ctx) {
    if (isOfHistory(condition)) return undefined
    const meaning = ctx.segment(condition.segment)
    return meaning.kind === 'criteria' ? meaning.criteria : undefined
  },
  plan(condition, ctx) {
    if (isOfHistory(condition)) return planHistory(condition, ctx)
    const meaning = ctx.segment(condition.segment)
    if (meaning.kind === 'criteria') return { kind: 'criteria', criteria: meaning.criteria }
    return cutByCustomer(
      ctx.dialect,
      sql`SELECT m.customer_id FROM list_members AS m
          WHERE m.segment_id = ${meaning.id} AND ${inPiece('m.customer_id')}`,
    )
  },
  predicate: (condition, ctx) =>
    isOfHistory(condition)
      ? historyPredicate(condition, ctx)
      : membersText(`v_list_members WHERE list_id = ${literal(listId(condition, ctx))}`),
  fromSql: segmentFromSql,
  holds: (condition, customer, _population, ctx) =>
    isOfHistory(condition)
      ? historyHolds(condition, customer, ctx)
      : customer.lists.has(listId(condition, ctx)),
  actual(condition, customer, _population, ctx) {
    if (isOfHistory(condition)) return historyActual(condition, customer, ctx)
    const { name, id } = listOf(condition, ctx)
    return `is ${customer.lists.has(id) ? '' : 'not '}on the list ${valueWords(name)}`
  },
}

function unknownIn(id: string | undefined, key: string, ctx: PlanContext): readonly Problem[] {
  if (id === undefined) return []
  try {
    ctx.segment(id)
    return []
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
    const { nearest } = ctx.dictionary.known('segment', foldText(id))
    return [unknownValue('segment', id, nearest, [key])]
  }
}

/** A list; segments with criteria have been expanded before this is asked. */
function listOf(condition: SegmentCondition, ctx: ReadingContext) {
  const meaning = ctx.segment(condition.segment)
  if (meaning.kind === 'criteria') throw new Error(`The segment ${condition.segment} was not expanded`)
  return meaning
}

const listId = (condition: SegmentCondition, ctx: ReadingContext): string => listOf(condition, ctx).id
