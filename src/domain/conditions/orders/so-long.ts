import type { BuySlots } from '../../language/grammar/buying.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import { span } from '../../language/grammar/span.ts'
import { rollingTiming } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'

/** "not bought 180d": a length of time by itself, where something was not done. */
export function forSoLong(reading: Reading, slots: BuySlots, at: number): number {
  const length = slots.timing === undefined ? span(reading, at) : undefined
  if (length === undefined || length.value.bare || window(reading, at) !== undefined) return at
  if (length.end < reading.tokens.length && closing(reading, length.end) < 0) return at
  slots.timing = rollingTiming(length.value)
  return length.end
}

const closing = phrase(',|;|.|and|but|)')
