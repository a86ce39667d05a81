import { phrase } from './phrase.ts'
import { type Reading, wordAt } from './reading.ts'

const refused = phrase(
  'never',
  'never ever',
  'not ever|once',
  'not at all',
  'is|are|being? still? untouched still|yet?',
  'is|are? untouched so far',
)
const ENDS = /^(?:|[.,;:!?)]|and|but)$/

/** "Sport Leggings never", "Skincare still untouched": where the denial ends that stands behind what was not bought. */
export function refusedBehind(reading: Reading, at: number): number {
  const end = refused(reading, at)
  return end >= 0 && ENDS.test(wordAt(reading, end)) ? end : -1
}
