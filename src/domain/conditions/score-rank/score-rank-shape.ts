import { z } from 'zod'

/** What records are ranked by: companies by the first. */
export const SCORE_RANKS = ['icp', 'persona', 'combined'] as const
export type ScoreRankBy = (typeof SCORE_RANKS)[number]

/** What a rank by scores holds besides its type. */
export interface ScoreRankAsked {
  by: ScoreRankBy
  /** So many of those who have the score. */
  top: number
}

export const topShape = z.int().min(1).max(100_000_000)

/** What a persona or an ICP has to have scored, by what is ranked. */
export const kindRanked = (by: ScoreRankBy): 'icp' | 'persona' => (by === 'icp' ? 'icp' : 'persona')

/** The best first; of equal ones the first by internal id. */
export const ORDER: Readonly<Record<ScoreRankBy, readonly string[]>> = {
  icp: ['icp_score DESC'],
  persona: ['persona_score DESC', 'icp_score DESC'],
  combined: ['icp_score + persona_score DESC'],
}
