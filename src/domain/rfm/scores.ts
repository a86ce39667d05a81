import { add, type Bitset, bitsetFor, has } from '../members/bitset.ts'
import { thresholds } from './thresholds.ts'

/**
 * Scores of every customer, from columns of buyers. A score is `ceil(5 × share of buyers at least as good)`,
 * worked out in whole numbers: of n buyers, a value that c of them reach or pass scores the least s for which
 * 5c ≤ sn. So equal values get equal scores, and four thresholds a measure hold all there is to know.
 */

/** Id, recency (instant of the last counted order), frequency, monetary (minor units): one row a buyer. */
export type BuyerColumns = readonly Float64Array[]

/** By customer id: 0 without a counted order, else 1 + patternIndex. */
export type Scores = Uint8Array<ArrayBuffer>

/** Where a pattern stands in RFM_PATTERNS. */
export const patternIndex = (recency: number, frequency: number, monetary: number): number =>
  25 * (recency - 1) + 5 * (frequency - 1) + (monetary - 1)

export function scoresOf(pieces: readonly BuyerColumns[]): Scores {
  const ids = joined(pieces, 0)
  const recency = joined(pieces, 1)
  const frequency = joined(pieces, 2)
  const monetary = joined(pieces, 3)
  const [r, f, m] = [thresholds(recency), thresholds(frequency), thresholds(monetary)]
  const scores = new Uint8Array(ids.reduce((highest, id) => Math.max(highest, id), 0) + 1)
  for (let i = 0; i < ids.length; i++) {
    scores[ids[i] ?? 0] =
      1 +
      patternIndex(scoreOf(recency[i] ?? 0, r), scoreOf(frequency[i] ?? 0, f), scoreOf(monetary[i] ?? 0, m))
  }
  return scores
}

/** The customers whose pattern is wanted, by pattern index. */
export function membersWith(scores: Scores, patterns: readonly boolean[]): Bitset {
  const wanted = Uint8Array.from([false, ...patterns], Number)
  const members = bitsetFor(scores.length - 1)
  for (let id = 0; id < scores.length; id++) {
    if (wanted[scores[id] ?? 0] === 1) add(members, id)
  }
  return members
}

/** How many customers each of the 125 patterns holds; of some of them only. */
export function tableOf(scores: Scores, among?: Bitset): number[] {
  const table = new Uint32Array(126)
  for (let id = 0; id < scores.length; id++) {
    if (among !== undefined && !has(among, id)) continue
    const score = scores[id] ?? 0
    table[score] = (table[score] ?? 0) + 1
  }
  return [...table.subarray(1)]
}

function scoreOf(value: number, least: readonly number[]): number {
  let score = 1
  while (score < 5 && value < (least[score - 1] ?? 0)) score++
  return score
}

function joined(pieces: readonly BuyerColumns[], column: number): Float64Array {
  const parts = pieces.map((piece) => piece[column] ?? new Float64Array())
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
