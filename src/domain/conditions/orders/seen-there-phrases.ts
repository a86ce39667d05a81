import { between, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { NONE, ordersAsked, told } from '../../language/grammar/asked.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { channel } from '../../language/grammar/order-words.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'

const seen = phrase('seen|see|met|spotted|encountered them?', 'shown|turned up')

/** "store shoppers we’ve never seen online": whom a channel has not seen has no order through it. */
export const seenThere: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = negative ? seen(reading, start) : -1
  if (verb < 0 || channel(reading, verb) === undefined) return undefined
  const slots = noSlots()
  const end = collect(reading, verb, slots, [...whereSlots, timingSlot], between)
  const stated = `“${said(reading, start, end)}” is read as no order there.`
  return { value: told(ordersAsked('count', NONE, slots), slots, [stated]), end }
}
