import { add, type Bitset, bitsetFor, has } from './bitset.ts'
import type { Columns } from './reader-messages.ts'

/** How many of those who are ranked: so many, or a share that rounds up. */
export type RankSize = { readonly customers: number } | { readonly hundredths: number }

/**
 * The first of some people in an order that everybody stands in, or the first of each group, which a second column
 * numbers.
 */
export function firstRanked(
  order: Columns,
  size: RankSize,
  among: ((id: number) => boolean) | undefined,
): Bitset {
  const [ids = new Float64Array(), groups] = order
  const ranked = new Map<number, number[]>()
  ids.forEach((id, i) => {
    if (among?.(id) === false) return
    const group = groups?.[i] ?? 0
    const list = ranked.get(group)
    if (list === undefined) ranked.set(group, [id])
    else list.push(id)
  })
  const members = bitsetFor(ids.reduce((highest, id) => Math.max(highest, id), 0))
  for (const list of ranked.values()) {
    for (const id of list.slice(0, countIn(size, list.length))) add(members, id)
  }
  return members
}

/** In whole numbers, so that a share that comes out even is not rounded up. */
const countIn = (size: RankSize, ranked: number): number =>
  'customers' in size ? size.customers : Number((BigInt(size.hundredths) * BigInt(ranked) + 9999n) / 10_000n)

export const isIn =
  (set: Bitset) =>
  (id: number): boolean =>
    has(set, id)
