import type { Instant } from '#kernel/clock.ts'
import { signalTypeOf } from './known.ts'

const DAY = 86_400
/** Of a type that only the data knows, for signals that come without a strength. */
const UNKNOWN_TYPE = { strength: 0.3, halfLife: 30 } as const

/** Strengths are added up in whole thousandths, so that memory and SQL come to the same sum. */
export const THOUSAND = 1000

/** A dated fact with what it was worth when it came. */
interface Dated {
  readonly type: string
  readonly at: Instant
  readonly strength: number | null
}

/**
 * What a signal is worth now, in whole thousandths: its strength (that of its type, where it came without one) halved
 * once every half-life of its type.
 */
export function strengthNow({ type, at, strength }: Dated, now: Instant): number {
  const known = signalTypeOf(type) ?? UNKNOWN_TYPE
  const age = (now - at) / DAY / known.halfLife
  return Math.round(THOUSAND * (strength ?? known.strength) * 0.5 ** age)
}
