import { sql } from 'kysely'
import { z } from 'zod'
import { NotFoundError } from '#kernel/errors.ts'
import { foldText } from '#kernel/text.ts'
import type { ConditionDefinition, ReadingContext } from '../define.ts'
import { valueWords } from '../shared/value-words.ts'
import { unknownValue } from '../shared/problems.ts'
import { cutByCustomer, inPiece } from '../shared/set-query.ts'
import { literal, membersText } from '../shared/sql-text.ts'
import { segmentPhrases } from './segment-phrases.ts'
import { segmentFromSql } from './segment-from-sql.ts'

/**
 * Membership of a saved segment or an imported list, by id (or by name, which is resolved to its id when the
 * criteria are validated, so that renaming breaks nothing). A segment's current criteria are expanded live.
 *
 * @example { type: 'segment', segment: 'seg_rfm_champions' }
 */
export const segmentSchema = z.strictObject({
  type: z.literal('segment'),
  segment: z.string().trim().min(1).max(200),
})
export type SegmentCondition = z.infer<typeof segmentSchema>

export const segment: ConditionDefinition<'segment', SegmentCondition> = {
  type: 'segment',
  entity: 'customer',
  schema: segmentSchema,
  meaning: 'In a saved segment or list, by id',
  phrases: segmentPhrases,
  called: () => 'segment list membership group',
  // The sources of a segment's criteria are those of its conditions: whoever expands it adds them.
  sources: () => ['segments', 'lists'],
  check(condition, ctx) {
    try {
      ctx.segment(condition.segment)
      return []
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error
      const { nearest } = ctx.dictionary.known('segment', foldText(condition.segment))
      return [unknownValue('segment', condition.segment, nearest, ['segment'])]
    }
  },
  words(condition, ctx) {
    const meaning = ctx.segment(condition.segment)
    return `are ${meaning.kind === 'list' ? 'on the list' : 'in the segment'} ${valueWords(meaning.name)}`
  },
  expand(condition, ctx) {
    const meaning = ctx.segment(condition.segment)
    return meaning.kind === 'criteria' ? meaning.criteria : undefined
  },
  plan(condition, ctx) {
    const meaning = ctx.segment(condition.segment)
    if (meaning.kind === 'criteria') return { kind: 'criteria', criteria: meaning.criteria }
    return cutByCustomer(
      ctx.dialect,
      sql`SELECT m.customer_id FROM list_members AS m
          WHERE m.segment_id = ${meaning.id} AND ${inPiece('m.customer_id')}`,
    )
  },
  predicate: (condition, ctx) =>
    membersText(`v_list_members WHERE list_id = ${literal(listId(condition, ctx))}`),
  fromSql: segmentFromSql,
  holds: (condition, customer, _population, ctx) => customer.lists.has(listId(condition, ctx)),
  actual(condition, customer, _population, ctx) {
    const { name, id } = listOf(condition, ctx)
    return `is ${customer.lists.has(id) ? '' : 'not '}on the list ${valueWords(name)}`
  },
}

/** A list; segments with criteria have been expanded before this is asked. */
function listOf(condition: SegmentCondition, ctx: ReadingContext) {
  const meaning = ctx.segment(condition.segment)
  if (meaning.kind === 'criteria') throw new Error(`The segment ${condition.segment} was not expanded`)
  return meaning
}

const listId = (condition: SegmentCondition, ctx: ReadingContext): string => listOf(condition, ctx).id
