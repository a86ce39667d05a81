import type { Instant } from '#kernel/clock.ts'
import { startOfUnit, stepBack } from './bounds.ts'
import { offsetsOf } from './offsets.ts'
import type { Window } from './window.ts'

/** A stretch of time to come, in a zone. */
export interface Ahead {
  /** Now: what is looked for lies after it. */
  readonly from: Instant
  readonly until: Instant
  readonly zone: string
  /**
   * `from`, the first instant of every day after it, and every change of the clocks, in order: between two of
   * them the end of a window stands still or moves along with now, whatever its units.
   */
  readonly breaks: readonly Instant[]
}

const DAY = 86_400

export function aheadOf(from: Instant, days: number, zone: string): Ahead {
  const until = from + days * DAY
  const breaks = new Set([from])
  let start = from
  for (const { seconds, until: end = until + 1 } of offsetsOf(zone, from, until)) {
    for (let at = start + DAY - ((((start + seconds) % DAY) + DAY) % DAY); at < end; at += DAY) {
      if (at <= until) breaks.add(at)
    }
    if (end <= until) breaks.add(end)
    start = end - 1
  }
  return { from, until, zone, breaks: [...breaks].toSorted((a, b) => a - b) }
}

/** Where something stands at an instant that is now then: the end of a window, which moves as time passes. */
export type Edge = (now: Instant) => Instant

/** The ends of a window: a time lies in it while it is after the first and not after the second. */
export function edgesOf(window: Window, zone: string): readonly Edge[] {
  switch (window.kind) {
    case 'last':
      return [(now) => stepBack(now, window.n, window.unit, zone)]
    case 'ago':
      return [window.to, window.from].map((n) => (now) => stepBack(now, n, window.unit, zone))
    case 'older':
      return [(now) => stepBack(now, window.n, window.unit, zone)]
    case 'calendar': {
      const { unit, offset, count = 1 } = window
      const last = offset + count
      return [offset, ...(last > 0 ? [] : [last])].map((at) => (now) => startOfUnit(unit, at, now, zone) - 1)
    }
    // Dates stay where they are.
    case 'dates':
      return []
  }
}

/** More than an edge strays from its way, where clocks change and where the ends of months are clamped. */
const NEAR = 2 * DAY
const CLAMPED = 5 * DAY

/**
 * The instants ahead at which a time begins or stops to be at or before an edge. Times after now come to pass
 * at their own instants, which are not among these.
 */
export function crossings(edge: Edge, times: Iterable<Instant>, ahead: Ahead): readonly Instant[] {
  const { from, until, breaks } = ahead
  const low = edge(from) - CLAMPED
  const high = edge(until) + CLAMPED
  const sorted = [...new Set(times)].filter((at) => at > low && at <= high).toSorted((a, b) => a - b)
  const found: Instant[] = []
  if (sorted.length === 0) return found
  /** The times after one place of the edge and not after another, whichever comes first. */
  const between = (one: Instant, other: Instant) => {
    const [low, high] = one < other ? [one, other] : [other, one]
    return sorted.filter((at) => at > low && at <= high)
  }

  /** `a` to `b` lie between two breaks, where the edge is at `p` and `q`. */
  function pass(a: Instant, b: Instant, p: Instant, q: Instant): void {
    if (q === p) return
    if (q - p === b - a) {
      found.push(...between(p, q).map((at) => a + at - p))
      return
    }
    // A change of the clocks at the edge itself.
    const middle = Math.floor((a + b) / 2)
    const [left, right] = [edge(middle), edge(middle + 1)]
    pass(a, middle, p, left)
    if (between(left, right).length > 0) found.push(middle + 1)
    pass(middle + 1, b, right, q)
  }

  let before = { start: from, at: edge(from) }
  breaks.forEach((start, i) => {
    const end = (breaks[i + 1] ?? until + 1) - 1
    const at = start === from ? before.at : edge(start)
    const near = between(
      Math.min(before.at, at) - NEAR,
      Math.max(before.at + start - before.start, at + end - start) + NEAR,
    )
    if (near.length > 0) {
      if (start > from && between(edge(start - 1), at).length > 0) found.push(start)
      pass(start, end, at, edge(end))
    }
    before = { start, at }
  })
  return found.filter((at) => at > from && at <= until)
}
