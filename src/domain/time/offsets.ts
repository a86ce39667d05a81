import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'

/** Seconds that a zone's clocks are ahead of UTC, up to (not at) an instant; the last one holds from then on. */
export interface Offset {
  readonly seconds: number
  readonly until?: Instant
}

const known = new Map<string, readonly Offset[]>()

/** The offsets of a zone at every instant from one to another, in order of time. */
export function offsetsOf(zone: string, from: Instant, to: Instant): readonly Offset[] {
  const key = `${zone} ${from} ${to}`
  const found = known.get(key)
  if (found !== undefined) return found
  // Every preview has a `to` of its own.
  if (known.size > 100) known.clear()
  const offsets: Offset[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(zone)
  for (;;) {
    const seconds = Math.round(at.offsetNanoseconds / 1e9)
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > to * 1000) {
      offsets.push({ seconds })
      break
    }
    // Some transitions change the name of the time alone.
    if (next.offsetNanoseconds !== at.offsetNanoseconds)
      offsets.push({ seconds, until: Math.ceil(next.epochMilliseconds / 1000) })
    at = next
  }
  known.set(key, offsets)
  return offsets
}
