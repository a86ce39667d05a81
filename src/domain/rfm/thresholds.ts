/** Buckets of a histogram; the more, the fewer values are left to be sorted. */
const BUCKETS = 65_536

/**
 * The least values that score 1, 2, 3 and 4: of n values, a threshold for s is the least one that at most sn/5 of
 * them reach or pass; infinite where there is none. A histogram finds the bucket, and only its values are sorted.
 */
export function thresholds(values: Float64Array): readonly number[] {
  const histogram = histogramOf(values)
  const places = [1, 2, 3, 4].map((score) => placeOf(histogram, Math.floor((score * values.length) / 5)))
  const buckets = valuesIn(
    values,
    histogram,
    places.flatMap((place) => (place === undefined ? [] : [place.bucket, place.next])),
  )
  return places.map((place) => {
    if (place === undefined) return histogram.least
    const inside = buckets.get(place.bucket) ?? []
    const beyond = buckets.get(place.next)?.[0] ?? Number.POSITIVE_INFINITY
    return leastReachedBy(place.limit, inside, beyond)
  })
}

interface Histogram {
  readonly least: number
  /** Buckets that a whole number spans: monotone, and the same whenever it is asked. */
  readonly perNumber: number
  readonly counts: Uint32Array
}

function histogramOf(values: Float64Array): Histogram {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    if (value < least) least = value
    if (value > most) most = value
  }
  const perNumber = Math.min(1, (BUCKETS - 1) / Math.max(1, most - least))
  const counts = new Uint32Array(BUCKETS)
  for (let i = 0; i < values.length; i++) {
    const bucket = ((values[i] ?? 0) - least) * perNumber
    counts[bucket | 0] = (counts[bucket | 0] ?? 0) + 1
  }
  return { least, perNumber, counts }
}

/** A bucket that holds more than the values that may still pass, and the next one above that holds any. */
interface Place {
  readonly bucket: number
  readonly next: number
  /** How many values of the bucket may pass. */
  readonly limit: number
}

/** Undefined where all values may pass. */
function placeOf({ counts }: Histogram, limit: number): Place | undefined {
  let above = 0
  let next = BUCKETS
  for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
    const inside = counts[bucket] ?? 0
    if (above + inside > limit) return { bucket, next, limit: limit - above }
    above += inside
    if (inside > 0) next = bucket
  }
  return undefined
}

/** The values of some buckets, ascending. */
function valuesIn(
  values: Float64Array,
  { least, perNumber, counts }: Histogram,
  wanted: readonly number[],
): ReadonlyMap<number, Float64Array> {
  const found = new Map<number, Float64Array>()
  // By bucket: one more than its place in `found`.
  const marks = new Uint8Array(BUCKETS)
  for (const bucket of wanted) {
    if (bucket >= BUCKETS || found.has(bucket)) continue
    found.set(bucket, new Float64Array(counts[bucket] ?? 0))
    marks[bucket] = found.size
  }
  // A bucket of one number holds nothing else.
  if (perNumber === 1) {
    for (const [bucket, inside] of found) inside.fill(least + bucket)
    return found
  }
  const lists = [...found.values()]
  const ends = new Uint32Array(lists.length)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0
    const mark = marks[((value - least) * perNumber) | 0] ?? 0
    const list = lists[mark - 1]
    if (mark === 0 || list === undefined) continue
    const end = ends[mark - 1] ?? 0
    list[end] = value
    ends[mark - 1] = end + 1
  }
  for (const list of lists) list.sort()
  return found
}

/** The least of the values that at most `limit` of them reach or pass; the one beyond where none is. */
function leastReachedBy(limit: number, inside: ArrayLike<number>, beyond: number): number {
  let at = inside.length - limit
  // Equal values stand or fall together.
  while (at < inside.length && inside[at] === inside[at - 1]) at++
  return inside[at] ?? beyond
}
