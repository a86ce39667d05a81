import { moneyAsked } from './asked.ts'
import type { BuySlots } from './buying.ts'
import { comparedBehind, comparison, mayBeMoney, type Test } from './comparison.ts'
import { question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, wordAt } from './reading.ts'
import type { Slot } from './slots.ts'
import { window } from './window.ts'

const lead = phrase('with|and|for|had|has|got|carried|was|were|a', 'came|comes with', 'that had|got')
const aDiscount = phrase(
  'a|an|any|some? discount|reduction|markdown|saving is|was|of|worth|totalling?',
  'a|the|its? discount|reduction|saving amount|value of?',
  'discounts of|worth?',
  'discounted|reduced|marked down? by',
)
const inTotal = phrase('in total|all', 'altogether|overall|total|combined')
/** Behind the amount. */
const takenOff = phrase(
  'off',
  'off it|them',
  'off the price|total|bill|order',
  'discount|discounts|reduction|saving|savings|markdown',
  'in|of|worth of? discount|discounts|savings|reductions',
  'knocked|taken|shaved|chopped|marked|slashed off',
  'reduced|discounted',
)

const counted = phrase(
  'unit|units|item|items|piece|pieces|product|products|different|distinct|category|categories|brand|brands|order|orders|times|x',
)
const LINK = /^(?:of|is|was|worth|totall?ing|by)$/

/** How much was taken off an order: `a discount of more than $20`, `with $20 off`, `30 dollars or more off`. */
export function discountAmount(reading: Reading, at: number): Found<Test> | undefined {
  const start = skip(reading, skip(reading, at, lead), lead)
  const noun = Math.max(aDiscount(reading, at), aDiscount(reading, start))
  const found = comparison(reading, noun >= 0 ? noun : start)
  if (found === undefined || !mayBeMoney(found.value)) return undefined
  // Nothing taken off is an order at full price.
  if (found.value.tests.some(({ value }) => [value].flat().some((n) => n <= 0))) return undefined
  if (inTotal(reading, found.end) >= 0) return undefined
  // "one-off buyers"
  if (found.value.bare && /^(?:one|once)$/.test(wordAt(reading, start))) return undefined
  // "with a discount 1 to 2 weeks ago"
  if (noun >= 0 && found.value.bare && found.value.currency === undefined) {
    if (!LINK.test(wordAt(reading, noun - 1))) return undefined
  }
  // "orders with a discount of more than 3 units"
  if (found.value.currency === undefined && counted(reading, found.end) >= 0) return undefined
  if ((window(reading, noun >= 0 ? noun : start)?.end ?? 0) > found.end) return undefined
  if (noun >= 0) return { value: found.value, end: skip(reading, found.end, takenOff) }
  const off = takenOff(reading, found.end)
  return off < 0 ? undefined : comparedBehind(reading, found.value, off)
}

/** Says of the orders how much was taken off each. */
export function withDiscount(reading: Reading, slots: BuySlots, said: Test, from: number, to: number): void {
  const { test, assumptions } = moneyAsked(reading, said)
  const [only, more] = test.tests
  if (only === undefined || more !== undefined) slots.doubts.push(question(from, to, ONE_AMOUNT))
  else {
    slots.where.discount = only
    slots.assumptions.push(...assumptions)
  }
}

const ONE_AMOUNT =
  'Say what was taken off an order as one comparison, such as “over 20” or “between 5 and 15”.'

export const discountAmountSlot: Slot<BuySlots> = (reading, at, slots) => {
  const found = slots.where.discount === undefined ? discountAmount(reading, at) : undefined
  return found && { end: found.end, fill: () => withDiscount(reading, slots, found.value, at, found.end) }
}
