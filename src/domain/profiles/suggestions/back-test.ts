import { add, and, type Bitset, count, countShared, has, ids } from '../../members/bitset.ts'
import { THRESHOLD } from '../standing/shown.ts'
import { type Held, scored } from './held.ts'
import type { Observed } from './observed.ts'
import type { Performance } from './shown.ts'

/** How well profiles tell good records from bad ones in a part of them, each record under the one it scores best. */
export function performance(
  profiles: readonly (readonly Held[])[],
  { good }: Observed,
  part: Bitset,
): Performance {
  const scores = new Int16Array(32 * part.length).fill(NO_FIT)
  const picked = new Uint32Array(part.length)
  for (const { fit, scores: own } of profiles.map((parameters) => scored(parameters, part))) {
    for (const place of ids(and(fit, part))) {
      const score = own[place] ?? 0
      if (score > (scores[place] ?? NO_FIT)) scores[place] = score
      if (score >= THRESHOLD) add(picked, place)
    }
  }
  const [chosen, right, all] = [count(picked), countShared(picked, good), countShared(part, good)]
  return {
    picked: chosen,
    good: right,
    precision: chosen === 0 ? null : right / chosen,
    recall: all === 0 ? null : right / all,
    ranking: ranking(scores, good, part),
  }
}

/** Stands under every score. */
const NO_FIT = -1

/**
 * The chance that of a good and a bad record the good one stands higher, ties counting half (Mann and Whitney’s U; the
 * area under the ROC curve). Whoever does not fit stands lowest.
 */
function ranking(scores: Int16Array, good: Bitset, part: Bitset): number | null {
  const steps = Array.from({ length: 102 }, () => ({ good: 0, bad: 0 }))
  for (const place of ids(part)) {
    const step = steps[(scores[place] ?? NO_FIT) - NO_FIT]
    if (step !== undefined) step[has(good, place) ? 'good' : 'bad']++
  }
  let [above, goods, bads] = [0, 0, 0]
  for (const step of steps) {
    above += step.good * (bads + step.bad / 2)
    goods += step.good
    bads += step.bad
  }
  return goods === 0 || bads === 0 ? null : above / (goods * bads)
}
