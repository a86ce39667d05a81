import { NONE, ordersAsked, told } from '../grammar/asked.ts'
import { NON_BUYERS } from '../grammar/non-buyers.ts'
import { noSlots, timingSlot } from '../grammar/buying.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { phrase } from '../grammar/phrase.ts'
import { type Parser, said, wordAt } from '../grammar/reading.ts'

const nothing = phrase(
  'nothing',
  'nothing at all',
  'but? absolutely nothing',
  'not a thing',
  'zero|zilch|nada',
)
const ENDS = /^(?:|[.,;:!?)-]|and|but|although|though|yet|or|who|however|while|despite)$/

/** "nothing in 9 months, but 3 orders before": where no deed is named it is no order, and says so. */
export const nothingThen: Parser<Meaning> = (reading, at) => {
  const end = nothing(reading, at)
  const slots = noSlots()
  const time = end < 0 ? undefined : timingSlot(reading, end, slots)
  if (time === undefined || !ENDS.test(wordAt(reading, time.end))) return undefined
  time.fill()
  const stated = `“${said(reading, at, time.end)}” is read as no order then.`
  return { value: told(ordersAsked('count', NONE, slots), slots, [stated, NON_BUYERS]), end: time.end }
}
