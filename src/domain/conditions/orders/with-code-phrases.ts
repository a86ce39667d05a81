import {
  between,
  noSlots,
  timesSlot,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { code, heldCode } from '../../language/grammar/code-words.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { boughtMeaning } from './orders-phrases.ts'

const lead = phrase('with|using|via|through')

/** `from the UK with FRIENDS5`, `with the BLACKFRIDAY25 code`: an order with it. */
export const withCode: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const found = lead(reading, start) < 0 ? undefined : code(reading, start)
  if (found === undefined || found.value.values.length === 0) return undefined
  const slots = noSlots()
  slots.where.code = [...found.value.values]
  slots.doubts.push(...found.value.doubts)
  const end = collect(reading, found.end, slots, [timesSlot, timingSlot, totalSlot, ...whereSlots], between)
  return { value: boughtMeaning(slots, negative), end }
}

/** `with any promo code in the last 90 days`, or that alone: an order with one then. */
export const withAnyCode: Parser<Meaning> = (reading, at) => {
  const led = lead(reading, at)
  if (led < 0 && !/^(?:|[,;:.])$/.test(wordAt(reading, at - 1))) return undefined
  const held = heldCode(reading, Math.max(at, led))
  if (held?.value.coded !== true) return undefined
  const slots = noSlots()
  slots.where.coded = true
  const end = collect(reading, held.end, slots, [timingSlot, ...whereSlots], between)
  return slots.timing === undefined ? undefined : { value: boughtMeaning(slots, false), end }
}
