import { AT_LEAST_ONE, NONE, ordersAsked, told } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { comparedBehind, comparison, mayCount } from '../../language/grammar/comparison.ts'
import { type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, said, wordAt } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { span } from '../../language/grammar/span.ts'
import { rollingTiming } from '../../language/grammar/timing.ts'
import { buyers } from './order-people-phrases.ts'

const nTimes = phrase('time|times|x|order|purchase')
const someBuyers = phrase(buyers)

/** `two-time buyers`, `5+ time buyers`, `2-4x shoppers`: with so many orders in all. */
const countedBuyers: Parser<Meaning> = (reading, begin) => {
  const { negative, end: at } = polarity(reading, begin)
  const found = comparison(reading, at)
  if (found === undefined || !mayCount(found.value)) return undefined
  const times = nTimes(reading, found.end)
  // "5x+ buyers"
  const compared = times < 0 ? found : comparedBehind(reading, found.value, times)
  const end = times < 0 ? -1 : someBuyers(reading, compared.end)
  const [one] = compared.value.tests
  if (end < 0 || one?.value === 0) return undefined
  const words = said(reading, at, end)
  const slots = noSlots()
  const last = collect(reading, end, slots, [timingSlot, ...whereSlots], between)
  const stated = compared.value.bare ? [`“${words}” is read as exactly ${String(one?.value)} orders.`] : []
  const criteria = ordersAsked('count', { ...compared.value, bare: false }, slots)
  const shown = negative ? negated(criteria) : criteria
  return { value: { ...told(shown, slots, stated), people: true }, end: last }
}

/** `90-day buyers`: who ordered in that time. */
const buyersOfDays: Parser<Meaning> = (reading, at) => {
  const length = span(reading, at)
  const end =
    length === undefined || length.value.bare || length.value.plus ? -1 : someBuyers(reading, length.end)
  if (length === undefined || end < 0 || isCustomer.test(wordAt(reading, end - 1))) return undefined
  const words = said(reading, at, end)
  const slots = { ...noSlots(), timing: rollingTiming(length.value) }
  const stated = `“${words}” is read as: ordered in the last ${said(reading, at, length.end)}.`
  return { value: { ...told(ordersAsked('count', AT_LEAST_ONE, slots), slots, [stated]), people: true }, end }
}

const isCustomer = /^(?:customers?|clients?)$/

const firstOrder = phrase(
  'placed|place|made|make|done|had|have their|a|the|his|her first|1st|initial order|purchase yet?',
)
const repeatOrder = phrase(
  'made|make|placed|place|had|have|has|with a|any|some? repeat order|orders|purchase|purchases',
)

/** "haven’t placed their first order yet": none; "made a repeat purchase": two. What they were like is said of the n-th. */
const someOrder: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const first = negative ? firstOrder(reading, start) : -1
  if (first >= 0) return { value: told(ordersAsked('count', NONE, noSlots()), noSlots()), end: first }
  const repeated = Math.max(repeatOrder(reading, start), repeatOrder(reading, at))
  if (repeated < 0) return undefined
  const twice = ordersAsked('count', { tests: [{ op: '>=', value: 2 }], bare: false }, noSlots())
  return { value: told(negative ? negated(twice) : twice, noSlots()), end: repeated }
}

export const buyerCountPhrases: readonly Parser<Meaning>[] = [countedBuyers, buyersOfDays, someOrder]
