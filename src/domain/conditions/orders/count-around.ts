import { type BuySlots, noSlots, whereSlots } from '../../language/grammar/buying.ts'
import { comparison, isPlain, type Test } from '../../language/grammar/comparison.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { noun, orderAdjective } from './order-nouns.ts'

/** How many orders of what kind; `denied`: it is not so many. */
export type Head = Found<{ test: Test; slots: BuySlots; denied?: true }>

const AGAINST = [
  ['>', phrase('more')],
  ['<', phrase('fewer|less')],
] as const
const than = phrase('than')

/** "more orders than 3" */
export function moreOrders(reading: Reading, at: number): Head | undefined {
  for (const [op, words] of AGAINST) {
    const opened = words(reading, at)
    if (opened < 0) continue
    const slots = noSlots()
    const head = noun(reading, collect(reading, opened, slots, whereSlots, orderAdjective))
    const number = head < 0 ? undefined : comparison(reading, than(reading, head))
    const [one, other] = number?.value.tests ?? []
    if (number === undefined || one === undefined || other !== undefined || !number.value.bare)
      return undefined
    if (!isPlain(number.value)) return undefined
    return { value: { test: { tests: [{ op, value: one.value }], bare: false }, slots }, end: number.end }
  }
  return undefined
}

/** "one order and nothing since": no more than that. */
export const nothingSince = phrase(
  ',? and|but? nothing since|more|else|after|afterwards|further then|that|it?',
  ',? and|but? none since|after|afterwards then|that?',
)
