import { canonicalJson } from '#kernel/hash.ts'
import type { ReadingContext } from '../conditions/define.ts'
import { sameCriteria } from '../criteria/same.ts'
import { describe } from '../criteria/describe.ts'
import type { Criteria } from '../criteria/schema.ts'
import { leavesOf } from '../criteria/walk.ts'
import { asItCounts } from './leaf-criteria.ts'
import type { Preview } from './schema.ts'

/** What changed since the criteria that the thread had at hand, where these are a change of them. */
export function changeFrom(
  before: Preview | undefined,
  criteria: Criteria,
  ctx: ReadingContext,
  refines: boolean,
): Pick<Preview, 'changedFrom'> {
  if (before === undefined || !refines || sameCriteria(before.criteria, criteria)) return {}
  const { id: previewId, words, count } = before
  const held = partsOf(before.criteria)
  const now = partsOf(criteria)
  const wordsOf = (parts: ReadonlyMap<string, Criteria>, others: ReadonlyMap<string, Criteria>) =>
    [...parts].filter(([key]) => !others.has(key)).map(([, part]) => describe(part, ctx))
  return {
    changedFrom: { previewId, words, count, removed: wordsOf(held, now), added: wordsOf(now, held) },
  }
}

/** The conditions of criteria as they count, each once. */
const partsOf = (criteria: Criteria): ReadonlyMap<string, Criteria> =>
  new Map(leavesOf(criteria).map((leaf) => [canonicalJson(asItCounts(leaf)), asItCounts(leaf)]))
