import type { Instant } from '#kernel/clock.ts'
import { type Currency, formatMoney, fromMinor } from '#kernel/money.ts'
import { countOf } from '#kernel/text.ts'
import type { Bounds } from '../../time/bounds.ts'
import type { Miss, ReadingContext } from '../define.ts'
import { type Comparison, compare } from './comparison.ts'

export interface Steps {
  /** The least that the number changes by; 1. */
  readonly step?: number
  /** Whether it can be below 0. */
  readonly signed?: boolean
  /** The most that it can be; as much as one likes. */
  readonly most?: number
  /** A difference, which is above 0: `2 more orders`, `$20 less spent`. */
  words(difference: number, more: boolean): string
}

/**
 * How far a number is from the other side of a test: the nearest value that turns it, in whole steps. Undefined
 * where no value does.
 */
export function missOf(
  actual: number,
  test: Comparison,
  { step = 1, signed = false, most = Infinity, words }: Steps,
): Miss | undefined {
  const passed = compare(actual, test)
  const [nearest] = [test.value]
    .flat()
    .flatMap((value) => [value - step, value, value + step])
    .filter((value) => (signed || value >= 0) && value <= most && compare(value, test) !== passed)
    .toSorted((a, b) => Math.abs(a - actual) - Math.abs(b - actual))
  if (nearest === undefined) return undefined
  const difference = Math.abs(nearest - actual)
  const whole = Math.max(Math.abs(nearest), Math.abs(actual), step)
  return { words: words(difference, nearest > actual), size: Math.min(1, difference / whole) }
}

/** Of a number of things: `1 more order`, `2 fewer orders`. */
export const countMiss = (
  actual: number,
  test: Comparison,
  one: string,
  many = `${one}s`,
): Miss | undefined =>
  missOf(actual, test, {
    words: (n, more) => `${Math.ceil(n)} ${more ? 'more' : 'fewer'} ${Math.ceil(n) === 1 ? one : many}`,
  })

/** Of an amount in minor units: `$20 more spent`. */
export const moneyMiss = (
  actual: number,
  test: Comparison,
  { currency, what, signed = false }: { currency: Currency; what: string; signed?: boolean },
): Miss | undefined =>
  missOf(actual, test, {
    signed,
    words: (n, more) =>
      `${formatMoney(fromMinor(Math.ceil(n), currency), currency)} ${more ? 'more' : 'less'} ${what}`,
  })

const HOUR = 3600
const DAY = 24 * HOUR

/** `92 days`, `30 hours`: a length of time in whole units, the last begun one counted. */
const lengthWords = (seconds: number): string =>
  seconds > 2 * DAY ? countOf(Math.ceil(seconds / DAY), 'day') : countOf(Math.ceil(seconds / HOUR), 'hour')

/** `92 days ago`, in whole days that have passed. */
export const agoWords = (at: Instant, now: Instant): string =>
  now - at < DAY
    ? `${countOf(Math.floor((now - at) / HOUR), 'hour')} ago`
    : `${countOf(Math.floor((now - at) / DAY), 'day')} ago`

/** Of a date that has to lie in a window: `2 days too long ago`. */
export function dateMiss(at: Instant, { from, to }: Bounds, { now }: ReadingContext): Miss | undefined {
  const size = (gap: number, edge: Instant) => Math.min(1, gap / Math.max(now - edge, now - at, 1))
  if (from !== undefined && at < from)
    return { words: `${lengthWords(from - at)} too long ago`, size: size(from - at, from) }
  if (at > to) return { words: `${lengthWords(at - to)} too recent`, size: size(at - to, to) }
  const old = from === undefined ? undefined : at - from + 1
  // The window that ends now has no other end that a date could be over.
  const young = to >= now ? undefined : to - at + 1
  if (old !== undefined && (young === undefined || old <= young))
    return { words: `${lengthWords(old)} more, and it is too long ago`, size: size(old, from ?? now) }
  return young === undefined
    ? undefined
    : { words: `${lengthWords(young)} later, and it is too recent`, size: size(young, to) }
}
