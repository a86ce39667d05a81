import { entityOf } from '../criteria/entity.ts'
import { isCondition } from '../criteria/node.ts'
import type { Criteria } from '../criteria/schema.ts'
import { ENTITY_WORDS } from '../entities/entity.ts'
import { and, type Bitset, count, or } from '../members/bitset.ts'
import type { FunnelStep } from './shown.ts'

/** One top-level branch of criteria, and how it goes together with those before it. */
export interface FunnelBranch {
  readonly words: string
  readonly criteria: Criteria
  readonly joins: 'and' | 'or'
}

/**
 * The branches that people see counted one after the other. What is left out stands by itself, so that
 * nobody overlooks it: "but not those who …".
 */
export function funnelBranches(
  criteria: Criteria,
  wordsOf: (branch: Criteria) => string,
): readonly FunnelBranch[] {
  const { relative } = ENTITY_WORDS[entityOf(criteria)]
  const but = (excluded: Criteria): FunnelBranch => ({
    words: `but not those ${relative} ${wordsOf(excluded)}`,
    criteria: { none: [excluded] },
    joins: 'and',
  })
  const plain = (branch: Criteria): FunnelBranch => ({
    words: wordsOf(branch),
    criteria: branch,
    joins: 'and',
  })

  if (isCondition(criteria)) return [plain(criteria)]
  if ('none' in criteria) return criteria.none.map(but)
  if ('any' in criteria) {
    return criteria.any.map((branch, at) =>
      at === 0 ? plain(branch) : { words: `or ${wordsOf(branch)}`, criteria: branch, joins: 'or' },
    )
  }
  return criteria.all.flatMap((branch) => ('none' in branch ? branch.none.map(but) : [plain(branch)]))
}

/** How many each branch has alone, and what is left after it. `sets` are those of the branches, in order. */
export function funnelSteps(
  branches: readonly FunnelBranch[],
  sets: readonly Bitset[],
): readonly FunnelStep[] {
  let left: Bitset | undefined
  return branches.map(({ words, joins }, at) => {
    const set = sets[at] ?? new Uint32Array()
    left = left === undefined ? set : joins === 'or' ? or(left, set) : and(left, set)
    return { words, alone: count(set), left: count(left) }
  })
}
