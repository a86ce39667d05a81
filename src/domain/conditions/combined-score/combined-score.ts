import { sql } from 'kysely'
import { z } from 'zod'
import type { PersonRecord } from '../../accounts/record.ts'
import type { ConditionDefinition, Convention } from '../define.ts'
import { noneLiveOf } from '../profile/profile-problems.ts'
import { actualWords } from '../profile/profile-words.ts'
import { BEST_SCORE } from '../profile/profile-shape.ts'
import {
  comparedSchema,
  compare,
  comparisonWords,
  normalComparison,
  numberWords,
  OPERATORS,
  type Operator,
  refineComparison,
} from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { missOf } from '../shared/miss.ts'
import { allOf, cutBy, inPiece } from '../shared/set-query.ts'
import { combinedScoreFromSql } from './combined-score-from-sql.ts'
import { combinedScorePhrases } from './combined-score-phrases.ts'

export interface CombinedScoreCondition {
  type: 'combined_score'
  op: Operator
  value: number | [number, number]
}

const combinedScoreSchema = z
  .strictObject({ type: z.literal('combined_score'), op: z.enum(OPERATORS), value: comparedSchema })
  .superRefine((condition, ctx) => {
    refineComparison(condition, ctx)
    if ([condition.value].flat().some((value) => value < 0 || value > BEST_SCORE)) {
      ctx.addIssue({ code: 'custom', path: ['value'], message: `a score is from 0 to ${BEST_SCORE}` })
    }
  })

const SAYS: Convention = {
  words: /\b(?:combined|overall|joint|both|inbound)\b/iu,
  says: 'The combined score is half the ICP score of the company plus half the persona score, 0 to 100.',
}

/**
 * People by both scores in one: combined = (ICP score of the company + persona score) / 2, from 0 to 100, in half
 * points and never rounded. Whoever fits no persona has none. What inbound leads are taken by.
 *
 * @example { type: 'combined_score', op: '>', value: 80 }
 */
export const combinedScore: ConditionDefinition<'combined_score', CombinedScoreCondition, 'person'> = {
  type: 'combined_score',
  entity: 'person',
  schema: combinedScoreSchema,
  form: {
    title: 'Combined ICP and persona score',
    start: { type: 'combined_score', op: '>=', value: 60 },
  },
  meaning: 'Mean of both scores',
  phrases: combinedScorePhrases((test) => ({ type: 'combined_score', ...test })),
  about: () => 'combined score',
  called: () => 'combined score',
  money: () => false,
  convention: () => SAYS,
  normal: (condition) => ({ ...condition, ...normalComparison(condition) }),
  sources: () => ['scores'],
  check: (_condition, ctx) => noneLiveOf('person', 'persona', 'type', ctx),
  words: (condition) => `have a combined score of ${comparisonWords(condition, numberWords)}`,
  // Twice both sides: whole numbers, whatever the database divides.
  plan: (condition, { dialect }) =>
    cutBy(
      'person',
      dialect,
      sql`SELECT s.record_id FROM scores AS s WHERE ${allOf([
        sql<boolean>`s.entity = 'person'`,
        inPiece('s.record_id'),
        comparisonRaw(sql`s.icp_score + s.persona_score`, condition, {
          scaled: (value) => sql`${2 * value}`,
        }),
      ])}`,
    ),
  predicate: (condition) => comparisonText('(person.icp_score + person.persona_score) / 2.0', condition),
  fromSql: combinedScoreFromSql,
  holds(condition, { score }) {
    const combined = combinedOf(score)
    return combined !== null && compare(combined, condition)
  },
  actual(_condition, { score }, _population, ctx) {
    const combined = combinedOf(score)
    return combined === null
      ? actualWords({ kind: 'persona' }, score, ctx)
      : `has a combined score of ${numberWords(combined)}`
  },
  miss(condition, { score }) {
    const combined = combinedOf(score)
    return combined === null ? undefined : missOf(combined, condition, { most: BEST_SCORE, words: points })
  },
}

const points = (n: number, more: boolean) =>
  `${numberWords(n)} ${more ? 'more' : 'fewer'} combined point${n === 1 ? '' : 's'}`

const combinedOf = (score: PersonRecord['score']): number | null =>
  score?.persona ? (score.icpScore + score.persona.score) / 2 : null
