import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'

const polite = phrase(
  'please|now|then|ok|okay|so|well|just|hey|hi|hello|muster|,|.|!|?',
  'can|could|would|will you',
  'i want|need|would like|d like to',
  'let us',
  'go ahead and',
  'thanks|thank',
  'thank you',
  'for me|us',
  'again',
)

/** The first token after small courtesies. */
export function afterCourtesy(reading: Reading, at = 0): number {
  let start = at
  for (;;) {
    const next = polite(reading, start)
    if (next < 0) return start
    start = next
  }
}

/** Whether the whole message is this phrase, courtesies aside. */
export function isWhole(reading: Reading, words: Phrase): boolean {
  const { length } = reading.tokens
  return [0, afterCourtesy(reading)].some((start) => {
    const end = words(reading, start)
    return end >= 0 && afterCourtesy(reading, end) >= length
  })
}
