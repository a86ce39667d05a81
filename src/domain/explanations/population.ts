import { canonicalJson } from '#kernel/hash.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { conditionsBehind, criteriaIn } from '../criteria/expand.ts'
import type { Criteria } from '../criteria/schema.ts'
import type { Population } from '../customers/record.ts'
import { has } from '../members/bitset.ts'
import type { Members } from '../members/members.ts'

const NOBODY = new Uint32Array()

/** Where one customer stands among the others, as far as criteria ask for it: RFM scores and ranks. */
export async function populationAround(
  customerId: number,
  criteria: readonly Criteria[],
  deps: { readonly members: Members; readonly ctx: ReadingContext; readonly signal?: AbortSignal },
): Promise<Population> {
  const { members, ctx, signal } = deps
  const options = { asOf: ctx.now, ...(signal && { signal }) }
  const conditions = criteria.flatMap((one) => conditionsBehind(one, criteriaIn(ctx)))
  const ranks = conditions.filter(
    ({ type }) => type === 'rank' || type === 'company_rank' || type === 'person_rank',
  )
  const scores = conditions.some(({ type }) => type === 'rfm')
    ? await members.rfmScores(customerId, options)
    : null
  const sets = ranks.length === 0 ? [] : await members.ofEach(ranks, options)
  const ranked = new Map(ranks.map((rank, at) => [canonicalJson(rank), sets[at]?.bits]))
  return {
    rfm: () => scores,
    rankHolds: (condition, { id }) => has(ranked.get(canonicalJson(condition)) ?? NOBODY, id),
  }
}
