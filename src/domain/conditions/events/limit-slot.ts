import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { type Parser, wordAt } from '../../language/grammar/reading.ts'
import { type Slot, slot } from '../../language/grammar/slots.ts'
import type { EventSlots } from './event-slots.ts'

/** More of them are no number of clicks. */
const MOST = 100
const ENDS = /^(?:|[.,;:!?)]|and|but|or|in|within|during|since|this|last|of)$/

/** “opened 5+ emails but clicked at most one”: how many, where what is counted was said before. */
const limitAt: Parser<Test> = (reading, at) => {
  const found = comparison(reading, at)
  if (found === undefined || !ENDS.test(wordAt(reading, found.end))) return undefined
  const { tests, bare } = found.value
  if (bare || !mayCount(found.value)) return undefined
  return tests.every(({ value }) => [value].flat().every((n) => n <= MOST)) ? found : undefined
}

export const limitSlot: Slot<EventSlots> = slot(
  limitAt,
  (slots) => slots.times !== undefined,
  (slots, value) => {
    slots.times = value
  },
)
