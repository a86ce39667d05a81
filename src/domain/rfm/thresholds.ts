/** Buckets of a histogram; the more, the fewer values are left to be sorted. */
const BUCKETS = 65_536

/**
 * The least values that score 1, 2, 3 and 4: of n values, a threshold for s is the least one that at most sn/5 of
 * them reach or pass; infinite where there is none. A histogram finds the bucket, and only its values are sorted.
 */
export function thresholds(values: Float64Array): readonly number[] {
  const { least, width, counts } = histogram(values)
  return [1, 2, 3, 4].map((score) => {
    const limit = Math.floor((score * values.length) / 5)
    let above = 0
    for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
      const inside = counts[bucket] ?? 0
      if (above + inside > limit)
        return leastReachedBy(limit - above, valuesFrom(values, least + bucket * width, width))
      above += inside
    }
    return least
  })
}

interface Histogram {
  readonly least: number
  /** How many whole numbers a bucket spans. */
  readonly width: number
  readonly counts: Uint32Array
}

function histogram(values: Float64Array): Histogram {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  const width = Math.max(1, Math.ceil((most - least + 1) / BUCKETS))
  const counts = new Uint32Array(BUCKETS)
  for (let i = 0; i < values.length; i++) {
    const bucket = Math.floor(((values[i] ?? 0) - least) / width)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  return { least, width, counts }
}

/** The values of one bucket, ascending, and the least value beyond it. */
function valuesFrom(values: Float64Array, from: number, width: number) {
  const inside: number[] = []
  let beyond = Number.POSITIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (value < from) continue
    if (value < from + width) inside.push(value)
    else if (value < beyond) beyond = value
  }
  return { inside: Float64Array.from(inside).sort(), beyond }
}

/** The least of the values that at most `limit` of them reach or pass; the one beyond where none is. */
function leastReachedBy(
  limit: number,
  { inside, beyond }: { readonly inside: Float64Array; readonly beyond: number },
): number {
  let at = inside.length - limit
  // Equal values stand or fall together.
  while (at < inside.length && inside[at] === inside[at - 1]) at++
  return inside[at] ?? beyond
}
