import { type BuySlots, placeSlots } from './buying.ts'
import { phrase, skip } from './phrase.ts'
import { wordAt } from './reading.ts'
import type { Slot } from './slots.ts'

const comma = phrase(',', '-')
const lead = phrase('all|always? on|via|through|from|in')
const ENDS = /^(?:|[.,;:!?)]|and|but|or|who)$/

/** "ordered today, from a phone": behind a comma where the order was placed, with nothing more behind it. */
export const placeBehindComma: Slot<BuySlots> = (reading, at, slots) => {
  const opened = comma(reading, at)
  if (opened < 0) return undefined
  for (const from of new Set([opened, skip(reading, opened, lead)])) {
    for (const read of placeSlots) {
      const found = read(reading, from, slots)
      if (found !== undefined && ENDS.test(wordAt(reading, found.end))) return found
    }
  }
  return undefined
}
