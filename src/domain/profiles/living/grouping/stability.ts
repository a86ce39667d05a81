import { type Partition, partition, type Points } from './partition.ts'
import { type Random, someOf } from './random.ts'

const RESAMPLES = 12
const PART = 0.7

/**
 * How well each group is found again in parts of the data: of its members there, how many belong to the group that is
 * most like it, of all in either (the Jaccard index), on average (Hennig 2007).
 */
export function stabilityOf(
  points: Points,
  found: Partition,
  random: Random,
  onResample: (done: number) => void,
): readonly number[] {
  const k = found.centres.length
  const sums = found.centres.map(() => 0)
  for (let nth = 0; nth < RESAMPLES; nth++) {
    const rows = someOf(points.length, Math.round(PART * points.length), random)
    const again = partition(
      rows.map((row) => points[row] ?? []),
      k,
      random,
      2,
    )
    const shared = Array.from({ length: k }, () => new Float64Array(k))
    const before = new Float64Array(k)
    const after = new Float64Array(k)
    for (const [i, row] of rows.entries()) {
      const [a, b] = [found.group[row] ?? 0, again.group[i] ?? 0]
      const both = shared[a]
      if (both !== undefined) both[b] = (both[b] ?? 0) + 1
      before[a] = (before[a] ?? 0) + 1
      after[b] = (after[b] ?? 0) + 1
    }
    for (let a = 0; a < k; a++) {
      let best = 0
      for (let b = 0; b < k; b++) {
        const both = shared[a]?.[b] ?? 0
        const either = (before[a] ?? 0) + (after[b] ?? 0) - both
        if (either > 0) best = Math.max(best, both / either)
      }
      sums[a] = (sums[a] ?? 0) + best
    }
    onResample((nth + 1) / RESAMPLES)
  }
  return sums.map((sum) => sum / RESAMPLES)
}
