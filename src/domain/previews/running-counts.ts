import type { ReadingContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import { isCondition } from '../criteria/node.ts'
import type { Criteria } from '../criteria/schema.ts'
import { groupFrom, groupOf, type Leaf, leavesOf } from '../criteria/walk.ts'
import type { ReceiptSpan } from '../language/receipt-span.ts'
import { type Bitset, count } from '../members/bitset.ts'

type Ask = (criteria: Criteria) => () => Bitset

const keyOf = ({ path }: Pick<Leaf, 'path'>): string => path.join('.')

/**
 * The spans of a receipt with the conditions that they became and how many are left after each, in the order of the
 * sentence. Conditions that the sentence does not speak of hold from its beginning. Answered once all was read.
 */
export function runningCounts(
  spans: readonly ReceiptSpan[],
  criteria: Criteria,
  ctx: ReadingContext,
  ask: Ask,
): () => ReceiptSpan[] {
  const leaves = leavesOf(criteria).map((leaf) => ({ ...leaf, words: describe(leaf.condition, ctx) }))
  const spoken = spans.map((span) =>
    span.as === 'condition' ? leaves.filter(({ words }) => span.meaning.includes(words)) : [],
  )
  const said = new Set(spoken.flat().map(keyOf))
  const seen = new Set(leaves.map(keyOf).filter((key) => !said.has(key)))
  const sets = spoken.map((own, i) => {
    // A condition that is spoken of again later counts there.
    const last = own.filter((leaf) => !spoken.slice(i + 1).some((later) => later.includes(leaf)))
    if (last.length === 0) return undefined
    for (const leaf of last) seen.add(keyOf(leaf))
    const kept = pruned(criteria, seen, [])
    return kept && ask(kept)
  })
  return () =>
    spans.map((span, i) => {
      const own = spoken[i] ?? []
      const set = sets[i]
      return {
        ...span,
        ...(own.length === 0 ? {} : { parts: own.map(({ path }) => [...path]) }),
        ...(set === undefined ? {} : { left: count(set()) }),
      }
    })
}

/** The criteria with some of their conditions. */
function pruned(
  criteria: Criteria,
  keep: ReadonlySet<string>,
  path: readonly (string | number)[],
): Criteria | undefined {
  if (isCondition(criteria)) return keep.has(path.join('.')) ? criteria : undefined
  const { group, branches } = groupOf(criteria)
  const left = branches.flatMap((branch, i) => pruned(branch, keep, [...path, group, i]) ?? [])
  return left.length === 0 ? undefined : groupFrom(group, left)
}

/** The conditions that no words of the message led to, of criteria that somebody else chose. */
export function unasked(
  spans: readonly ReceiptSpan[],
  criteria: Criteria,
  before: Criteria | undefined,
  ctx: ReadingContext,
): string[] {
  const held = new Set(
    (before === undefined ? [] : leavesOf(before)).map(({ condition }) => describe(condition, ctx)),
  )
  return leavesOf(criteria)
    .map(({ condition }) => describe(condition, ctx))
    .filter(
      (words) =>
        !held.has(words) && !spans.some(({ as, meaning }) => as === 'condition' && meaning.includes(words)),
    )
}
