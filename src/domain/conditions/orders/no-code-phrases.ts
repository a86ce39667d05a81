import { between, type BuySlots, noSlots, timingSlot } from '../../language/grammar/buying.ts'
import { type Meaning, missing } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Parser, Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { boughtMeaning } from './orders-phrases.ts'

/** "a discount code" is any of them, where there are some. */
export function readAnyCode(reading: Reading, slots: BuySlots, from: number, to: number): void {
  if (reading.situation.vocabulary.values('discount_code').length > 0) slots.where.coded = true
  else
    slots.doubts.push(missing(from, to, 'discount codes', 'No order in this workspace has a discount code.'))
}

const noCodeWord = phrase(
  'no|without|zero a|an|any|single? discount|coupon|voucher|promo|promotional|disc code|codes ever|used|at? all?',
  'no|without|zero a|an|any|single? coupon|coupons|voucher|vouchers ever|used?',
)
const carried = phrase('with|have|has|having|had')

/** `no discount code ever`: of all their orders, where no order is spoken of. */
export const neverCoded: Parser<Meaning> = (reading, at) => {
  const end = noCodeWord(reading, skip(reading, at, carried))
  if (end < 0) return undefined
  const slots: BuySlots = noSlots()
  readAnyCode(reading, slots, at, end)
  const to = collect(reading, end, slots, [timingSlot], between)
  return { value: boughtMeaning(slots, true), end: to }
}
