import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { scoreRankFromSql } from './score-rank-from-sql.ts'
import { scoreRankPhrases } from './score-rank-phrases.ts'
import { scoreRankReadings } from './score-rank-readings.ts'
import { rankShape, type ScoreRankAsked } from './score-rank-shape.ts'

export interface CompanyRankCondition extends ScoreRankAsked {
  type: 'company_rank'
  per?: undefined
}
export interface PersonRankCondition extends ScoreRankAsked {
  type: 'person_rank'
}
export type ScoreRankCondition = CompanyRankCondition | PersonRankCondition

const companies = ({ per: _per, ...asked }: ScoreRankAsked): CompanyRankCondition => ({
  type: 'company_rank',
  ...asked,
})
const people = (asked: ScoreRankAsked): PersonRankCondition => ({ type: 'person_rank', ...asked })

/**
 * So many companies with the highest ICP score, of those that an ICP fits; ties break by internal id. The people at
 * these, graded by persona, are whom account-based selling asks for. `among` ranks those alone who meet other criteria.
 *
 * @example { type: 'company_rank', by: 'icp', top: 50 }
 */
export const companyRank: ConditionDefinition<'company_rank', CompanyRankCondition, 'company'> = {
  type: 'company_rank',
  entity: 'company',
  schema: z.strictObject({ type: z.literal('company_rank'), by: z.enum(['icp']), ...rankShape }),
  form: { title: 'Best companies by ICP score', start: companies({ by: 'icp', top: 50 }) },
  meaning: 'Top companies',
  phrases: scoreRankPhrases(companies, 'company'),
  ...scoreRankReadings<CompanyRankCondition>('company', 'v_companies'),
  fromSql: (test, ctx) => scoreRankFromSql(test, ctx, (found) => [companies({ by: 'icp', ...found })]),
}

/**
 * So many people that a persona fits: `persona` ranks by its score, and equal ones by that of the ICP (outbound at
 * volume); `combined` by both scores together (inbound). Ties break by internal id. `per` takes so many at each company,
 * the buying committee there.
 *
 * @example { type: 'person_rank', by: 'persona', top: 500 }
 */
export const personRank: ConditionDefinition<'person_rank', PersonRankCondition, 'person'> = {
  type: 'person_rank',
  entity: 'person',
  schema: z.strictObject({
    type: z.literal('person_rank'),
    by: z.enum(['persona', 'combined']),
    per: z.enum(['company']).optional(),
    ...rankShape,
  }),
  form: { title: 'Best people by score', start: people({ by: 'persona', top: 500 }) },
  meaning: 'Top people by score. per: at each company',
  phrases: scoreRankPhrases(people, 'person'),
  ...scoreRankReadings<PersonRankCondition>('person', 'v_people'),
  fromSql: (test, ctx) =>
    scoreRankFromSql(test, ctx, (found) => [
      people({ by: 'persona', ...found }),
      people({ by: 'combined', ...found }),
    ]),
}
