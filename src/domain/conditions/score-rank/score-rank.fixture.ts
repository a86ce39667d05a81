import fc from 'fast-check'
import type { Company } from '../../criteria/company.fixture.ts'
import type { ScoreRecord } from '../../profiles/score-of.ts'
import type { ScoreRankCondition } from './score-rank.ts'

/** Random ranks, few of whom let everybody in. */
export const scoreRanks = (by: 'company' | 'person'): fc.Arbitrary<unknown> =>
  fc.record({
    by: by === 'company' ? fc.constant('icp') : fc.constantFrom('persona', 'combined'),
    top: fc.constantFrom(1, 2, 3, 1500),
  })

/** Whoever a rank lets through, by comparing everybody with everybody. */
export function scoreRankedIn(
  { companies = [], people = [] }: Company,
  { type, by, top }: ScoreRankCondition,
): ReadonlySet<number> {
  const records: readonly { readonly id: number; readonly score: ScoreRecord | null }[] =
    type === 'company_rank' ? companies : people
  const ranked = records.flatMap(({ id, score }) => {
    if (score === null) return []
    if (by === 'icp') return [{ id, first: score.icpScore, second: 0 }]
    if (score.persona === null) return []
    return by === 'persona'
      ? [{ id, first: score.persona.score, second: score.icpScore }]
      : [{ id, first: score.persona.score + score.icpScore, second: 0 }]
  })
  const order = ranked.toSorted((a, b) => b.first - a.first || b.second - a.second || a.id - b.id)
  return new Set(order.slice(0, top).map(({ id }) => id))
}
