/** Buckets of a histogram; the more, the fewer values are left to be sorted, and the more are gone through. */
const bucketsFor = (values: number): number => Math.max(1024, Math.min(65_536, values >>> 2))

/**
 * The least values that score 1, 2, 3 and 4: of n values, a threshold for s is the least one that at most sn/5 of
 * them reach or pass; infinite where there is none. A histogram finds the bucket, and only its values are sorted.
 */
export function thresholds(values: Float64Array): readonly number[] {
  const histogram = histogramOf(values)
  const places = placesOf(
    histogram,
    [1, 2, 3, 4].map((score) => Math.floor((score * values.length) / 5)),
  )
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
  const buckets = bucketsFor(values.length)
  const perNumber = Math.min(1, (buckets - 1) / Math.max(1, most - least))
  const counts = new Uint32Array(buckets)
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

/** Of ascending limits; undefined where all values may pass. */
function placesOf({ counts }: Histogram, limits: readonly number[]): readonly (Place | undefined)[] {
  const places: Place[] = []
  let above = 0
  let next = counts.length
  for (let bucket = counts.length - 1; bucket >= 0 && places.length < limits.length; bucket--) {
    const inside = counts[bucket] ?? 0
    for (;;) {
      const limit = limits[places.length] ?? Number.POSITIVE_INFINITY
      if (above + inside <= limit) break
      places.push({ bucket, next, limit: limit - above })
    }
    above += inside
    if (inside > 0) next = bucket
  }
  return limits.map((_, nth) => places[nth])
}

/** The values of some buckets, ascending. */
function valuesIn(
  values: Float64Array,
  { least, perNumber, counts }: Histogram,
  wanted: readonly number[],
): ReadonlyMap<number, Float64Array> {
  const found = new Map<number, Float64Array>()
  // By bucket: one more than its place in `found`.
  const marks = new Uint8Array(counts.length)
  for (const bucket of wanted) {
    if (bucket >= counts.length || found.has(bucket)) continue
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
    // Most values are in none of them, and to look into a list before its beginning takes as long as all the rest.
    if (mark === 0) continue
    const list = lists[mark - 1]
    if (list === undefined) continue
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
