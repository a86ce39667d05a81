import type { Points } from './partition.ts'
import { normal, type Random, shuffled, someOf } from './random.ts'

/** Rows that a made-up one is summed of. */
const SUMMED = 150

/**
 * Data that looks like the given and has no groups, to hold against what was found in it. `columns` says which
 * behaviour each trait belongs to.
 */

/** Each behaviour is dealt anew among the customers: what they do stays, what goes together does not. */
export function dealtAnew(points: Points, columns: readonly number[], random: Random): Points {
  const dealt = points.map((point) => point.slice())
  for (const behaviour of new Set(columns)) {
    const order = shuffled(points.length, random)
    for (const [i, point] of dealt.entries()) {
      const from = points[order[i] ?? 0] ?? []
      for (const [at, of] of columns.entries()) if (of === behaviour) point[at] = from[at] ?? 0
    }
  }
  return dealt
}

/** One cloud of the same width in every direction: sums of many customers, each taken with a random sign and weight. */
export function oneCloud(points: Points, random: Random): Points {
  const dimensions = points[0]?.length ?? 0
  const means = Array.from(
    { length: dimensions },
    (_, at) => points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length,
  )
  return points.map(() => {
    const made = Array.from<number>({ length: dimensions }).fill(0)
    const rows = someOf(points.length, SUMMED, random)
    for (const row of rows) {
      const weight = normal(random) / Math.sqrt(rows.length)
      for (let at = 0; at < dimensions; at++)
        made[at] = (made[at] ?? 0) + weight * ((points[row]?.[at] ?? 0) - (means[at] ?? 0))
    }
    return made
  })
}
