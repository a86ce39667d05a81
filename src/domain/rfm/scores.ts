import { type Bitset, bitsetFor } from '../members/bitset.ts'
import type { OrderColumns } from '../purchases/columns.ts'
import { thresholds } from './thresholds.ts'

/**
 * Scores of every customer, from columns of buyers. A score is `ceil(5 × share of buyers at least as good)`,
 * worked out in whole numbers: of n buyers, a value that c of them reach or pass scores the least s for which
 * 5c ≤ sn. So equal values get equal scores, and four thresholds a measure hold all there is to know.
 */

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

/** The customers whose pattern is wanted, by pattern index. */
export function membersWith(scores: Uint8Array, patterns: readonly boolean[]): Bitset {
  const wanted = Uint8Array.from([false, ...patterns], Number)
  const members = bitsetFor(scores.length - 1)
  for (let word = 0, id = 0; word < members.length; word++) {
    let bits = 0
    for (let bit = 0; bit < 32 && id < scores.length; bit++, id++)
      bits |= (wanted[scores[id] ?? 0] ?? 0) << bit
    members[word] = bits
  }
  return members
}

/** How many customers each of the 125 patterns holds. */
export function tableOf(scores: Uint8Array): number[] {
  const table = new Uint32Array(126)
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
  for (const { orders } of pieces) for (const count of orders) if (count > 0) buyers++
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
