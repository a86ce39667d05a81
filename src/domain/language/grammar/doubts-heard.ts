import type { Doubt, Meaning } from './meaning.ts'
import type { Reading } from './reading.ts'
import { window } from './window.ts'

/**
 * What a time within a phrase leaves open and the phrase doesn't ask: “in the last few months”, “on 03/04/2025”. A
 * phrase that took the time and lost its doubt would count another time, or all of it, without a word.
 */
export function unheardDoubt(reading: Reading, read: Meaning, from: number, to: number): Doubt | undefined {
  if (read.criteria === undefined) return undefined
  for (let at = from; at < to; at++) {
    const time = window(reading, at)
    if (time === undefined || time.end > to) continue
    const doubt = time.value.doubts.find(({ ofWindow }) => ofWindow !== true)
    if (doubt !== undefined) return doubt
    at = time.end - 1
  }
  return undefined
}
