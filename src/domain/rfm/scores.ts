import { type Bitset, bitsetFor } from '../members/bitset.ts'
import type { OrderColumns } from '../purchases/columns.ts'
import { thresholds } from './thresholds.ts'

/**
 * Scores of every customer, from columns of buyers. A score is `ceil(5 × share of buyers at least as good)`,
 * worked out in whole numbers: of n buyers, a value that c of them reach or pass scores the least s for which
 * 5c ≤ sn. So equal values get equal scores, and four thresholds a measure hold all there is to know.
 */

const PATTERNS = 125

/** By customer id: 0 without a counted order, else 1 + patternIndex. */
export type Scores = Uint8Array<SharedArrayBuffer>

/** Where a pattern stands in RFM_PATTERNS. */
export const patternIndex = (recency: number, frequency: number, monetary: number): number =>
  25 * (recency - 1) + 5 * (frequency - 1) + (monetary - 1)

export function scoresOf(pieces: readonly OrderColumns[]): Scores {
  const { ids, recency, frequency, monetary } = buyersIn(pieces)
  const [r, f, m] = [thresholds(recency), thresholds(frequency), thresholds(monetary)]
  const scores = new Uint8Array(new SharedArrayBuffer((ids.at(-1) ?? 0) + 1))
  for (let i = 0; i < ids.length; i++) {
    scores[ids[i] ?? 0] =
      1 +
      patternIndex(scoreOf(recency[i] ?? 0, r), scoreOf(frequency[i] ?? 0, f), scoreOf(monetary[i] ?? 0, m))
  }
  return scores
}

/**
 * For each of several wishes the customers whose pattern is wanted, by pattern index. Wishes that share no pattern, as
 * the default segments, are answered by one look at everybody.
 */
export function membersWith(scores: Uint8Array, wishes: readonly (readonly boolean[])[]): readonly Bitset[] {
  const sets: Bitset[] = []
  for (const group of apart(wishes)) {
    const { length } = bitsetFor(scores.length - 1)
    // The sets of a group stand one behind the other; whom none of them wants goes behind the last.
    const words = new Uint32Array((group.length + 1) * length)
    const begins = Uint32Array.from({ length: PATTERNS + 1 }, (_, score) => {
      const nth = group.findIndex((wish) => wishes[wish]?.[score - 1] === true)
      return (nth === -1 ? group.length : nth) * length
    })
    for (let id = 0; id < scores.length; id++) {
      const word = (begins[scores[id] ?? 0] ?? 0) + (id >>> 5)
      words[word] = (words[word] ?? 0) | (1 << (id & 31))
    }
    for (const [nth, wish] of group.entries()) sets[wish] = words.slice(nth * length, (nth + 1) * length)
  }
  return sets
}

/** The places of wishes, in groups in which no two want the same pattern. */
function apart(wishes: readonly (readonly boolean[])[]): readonly (readonly number[])[] {
  const groups: { readonly wanted: Set<number>; readonly places: number[] }[] = []
  for (const [place, wish] of wishes.entries()) {
    const patterns = wish.flatMap((wanted, pattern) => (wanted ? [pattern] : []))
    let group = groups.find(({ wanted }) => patterns.every((pattern) => !wanted.has(pattern)))
    if (group === undefined) groups.push((group = { wanted: new Set(), places: [] }))
    for (const pattern of patterns) group.wanted.add(pattern)
    group.places.push(place)
  }
  return groups.map(({ places }) => places)
}

/** How many customers each of the 125 patterns holds. */
export function tableOf(scores: Uint8Array): number[] {
  const table = new Uint32Array(PATTERNS + 1)
  for (const score of scores) table[score] = (table[score] ?? 0) + 1
  return [...table.subarray(1)]
}

function scoreOf(value: number, least: readonly number[]): number {
  let score = 1
  while (score < 5 && value < (least[score - 1] ?? 0)) score++
  return score
}

/** Everybody with an order, by ascending ids: when they ordered last, how often, and for how much. */
function buyersIn(pieces: readonly OrderColumns[]) {
  let buyers = 0
  for (const { orders } of pieces) {
    for (let nth = 0; nth < orders.length; nth++) if ((orders[nth] ?? 0) > 0) buyers++
  }
  const ids = new Uint32Array(buyers)
  const column = () => new Float64Array(buyers)
  const [recency, frequency, monetary] = [column(), column(), column()]
  let at = 0
  for (const { low, orders, spent, lastAt } of pieces) {
    for (let nth = 0; nth < orders.length; nth++) {
      const count = orders[nth] ?? 0
      if (count === 0) continue
      ids[at] = low + nth
      recency[at] = lastAt[nth] ?? 0
      frequency[at] = count
      monetary[at++] = spent[nth] ?? 0
    }
  }
  return { ids, recency, frequency, monetary }
}
