import { type BuySlots, noSlots, whereSlots } from '../../language/grammar/buying.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { isOfPlaceAlone } from './of-place-alone.ts'
import { orderAdjective } from './order-nouns.ts'
import { inOneOrder } from './order-money-words.ts'

const opening = phrase('in|on|with|at a|an|any|one|single', 'in|on|with|at a|one single|one')
const order = phrase('order|purchase|transaction|basket')

/**
 * Behind an amount: `in one order`, `on a single in-store order`, whose channel or device goes into the slots. Returns
 * the token behind it, or −1.
 */
export function inOneSuchOrder(reading: Reading, at: number, slots: BuySlots = noSlots()): number {
  const plain = inOneOrder(reading, at)
  const opened = plain >= 0 ? -1 : opening(reading, at)
  if (opened < 0) return plain
  const such = noSlots()
  const described = collect(reading, opened, such, whereSlots, orderAdjective)
  const end = isOfPlaceAlone(such.where) ? order(reading, described) : -1
  if (end < 0) return -1
  Object.assign(slots.where, such.where)
  slots.doubts.push(...such.doubts)
  return end
}
