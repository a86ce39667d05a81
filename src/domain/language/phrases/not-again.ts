import { NONE, ordersAsked, overWindows, told } from '../grammar/asked.ts'
import { between, noSlots, timingSlot } from '../grammar/buying.ts'
import type { Meaning } from '../grammar/meaning.ts'
import { NON_BUYERS } from '../grammar/non-buyers.ts'
import { phrase } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { productCriteria } from '../grammar/product-criteria.ts'
import { productsBefore } from '../grammar/products.ts'
import type { Parser } from '../grammar/reading.ts'
import { collect } from '../grammar/slots.ts'

const reorder = phrase(
  'reordered|reorder|repurchased|repurchase|rebought|rebuy|restocked|restock it|any|them?',
  'bought|buy|ordered|order|purchased|purchase it|any|them again',
)

/** "bought Coffee before but didn’t reorder in 60 days": none of it in that time; of no product, no order. */
export const notAgain: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const verb = negative ? reorder(reading, start) : -1
  const slots = noSlots()
  const end = verb < 0 ? -1 : collect(reading, verb, slots, [timingSlot], between)
  if (verb < 0 || end === verb || slots.timing === undefined) return undefined
  const said = productsBefore(reading, at)
  const criteria =
    said === undefined
      ? ordersAsked('count', NONE, slots)
      : overWindows(slots.timing, (within) => productCriteria(said, { match: 'none', within }))
  return { value: told(criteria, slots, said === undefined ? [NON_BUYERS] : []), end }
}
