import fc from 'fast-check'
import type { Company } from '../../criteria/company.fixture.ts'
import type { CompanyRecord, PersonRecord } from '../../accounts/record.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { ScoreRankCondition } from './score-rank.ts'

/** Random ranks, few of whom let everybody in; `among` says who else is ranked. */
export const scoreRanks = (
  by: 'company' | 'person',
  among: fc.Arbitrary<Criteria>,
): fc.Arbitrary<unknown> => {
  const rank = {
    top: fc.constantFrom(1, 2, 3, 1500),
    among: fc.option(among, { nil: undefined, freq: 2 }),
  }
  return by === 'company'
    ? fc.record({ by: fc.constant('icp'), ...rank })
    : fc.record({
        by: fc.constantFrom('persona', 'combined'),
        per: fc.constantFrom(undefined, undefined, 'company'),
        ...rank,
      })
}

/** Whoever a rank lets through, by comparing everybody with everybody. */
export function scoreRankedIn(
  { companies = [], people = [] }: Company,
  { type, by, top, per, among }: ScoreRankCondition,
  holds: (criteria: Criteria, record: CompanyRecord | PersonRecord) => boolean,
): ReadonlySet<number> {
  const records: readonly (CompanyRecord | PersonRecord)[] = type === 'company_rank' ? companies : people
  const ranked = records.flatMap((record) => {
    const { id, score } = record
    const employer = 'company' in record ? (record.company?.id ?? null) : null
    if (score === null || (per !== undefined && employer === null)) return []
    if (among !== undefined && !holds(among, record)) return []
    const group = per === undefined ? null : employer
    if (by === 'icp') return [{ id, group, first: score.icpScore, second: 0 }]
    if (score.persona === null) return []
    return by === 'persona'
      ? [{ id, group, first: score.persona.score, second: score.icpScore }]
      : [{ id, group, first: score.persona.score + score.icpScore, second: 0 }]
  })
  const order = ranked.toSorted((a, b) => b.first - a.first || b.second - a.second || a.id - b.id)
  return new Set(
    [...Map.groupBy(order, ({ group }) => group).values()].flatMap((list) =>
      list.slice(0, top).map(({ id }) => id),
    ),
  )
}
