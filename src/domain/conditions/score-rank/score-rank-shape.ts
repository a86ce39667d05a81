import { z } from 'zod'
import type { Criteria } from '../../criteria/schema.ts'
import { nestedCriteria } from '../shared/nested-criteria.ts'

/** What records are ranked by: companies by the first. */
export const SCORE_RANKS = ['icp', 'persona', 'combined'] as const
export type ScoreRankBy = (typeof SCORE_RANKS)[number]

/** What a rank by scores holds besides its type. */
export interface ScoreRankAsked {
  by: ScoreRankBy
  /** So many of those who have the score. */
  top: number
  /** So many at each company, of those whose company is known; of everybody where this is left out. */
  per?: 'company' | undefined
  /** Only those who meet these criteria are ranked. */
  among?: Criteria | undefined
}

export const rankShape = {
  top: z.int().min(1).max(100_000_000),
  among: nestedCriteria.optional(),
}

/** What a persona or an ICP has to have scored, by what is ranked. */
export const kindRanked = (by: ScoreRankBy): 'icp' | 'persona' => (by === 'icp' ? 'icp' : 'persona')

/** The best first; of equal ones the first by internal id. */
export const ORDER: Readonly<Record<ScoreRankBy, readonly string[]>> = {
  icp: ['icp_score DESC'],
  persona: ['persona_score DESC', 'icp_score DESC'],
  combined: ['icp_score + persona_score DESC'],
}
