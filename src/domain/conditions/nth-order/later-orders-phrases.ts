import { atLeast, NONE, ordersAsked, told, withTotal } from '../../language/grammar/asked.ts'
import {
  between,
  type BuySlots,
  noSlots,
  timingSlot,
  totalSlot,
  whereSlots,
} from '../../language/grammar/buying.ts'
import { comparison, mayCount, type Test } from '../../language/grammar/comparison.ts'
import { LATER, laterOrders } from '../../language/grammar/later-orders.ts'
import { allOf, type Meaning, question } from '../../language/grammar/meaning.ts'
import { LATER_THAN, laterAt, speaksOfFirst } from '../../language/grammar/nth.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { sinceWindowBefore, window } from '../../language/grammar/window.ts'

const lead = phrase('made|make|placed|place|paid|had|have|has|did|do|with|of|for|on|in', 'put in|through')
const every = phrase('every|each single? one?', 'all of? their|the|his|her?', 'all')
const none = phrase('no|zero|without any|a|single?', 'not a|any|one single?', 'none of their|the')
const noun = phrase('order|orders|purchase|purchases|transaction|transactions|one|ones')
const link = phrase(
  'was|were|is|are|had|has|have|came|placed|made|paid|used|carried',
  'was|were placed|made|paid',
)

/** `at least two later orders without a code`, `every order after the first at full price`, `no later orders`. */
const laterCounted: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const start = skip(reading, polar, lead)
  const head = howMany(reading, start)
  const later = head && laterAt(reading, head.end, (from) => noun(reading, from))
  if (head === undefined || later === undefined || (negative && head.value !== 'every')) return undefined
  const slots = noSlots()
  const from = skip(reading, later.end, link)
  const collected = collect(reading, from, slots, [timingSlot, totalSlot, ...whereSlots], between)
  const end = collected > from ? collected : later.end
  withTotal(reading, slots, at, end)
  if (!later.value) slots.doubts.push(question(at, end, LATER_THAN))
  if (head.value === 'every') return negative ? undefined : everyLater(slots, end)
  const { test, assumptions } = atLeast(head.value, ' later orders')
  return { value: told(laterOrders(test, slots), slots, [...assumptions, LATER]), end }
}

function howMany(reading: Reading, at: number): Found<Test | 'every'> | undefined {
  const whole = every(reading, at)
  if (whole >= 0) return { value: 'every', end: whole }
  const refused = none(reading, at)
  if (refused >= 0) return { value: NONE, end: refused }
  const number = comparison(reading, at)
  if (number === undefined || !mayCount(number.value)) return undefined
  return number
}

/** There is one at least, and none of the other sort. */
function everyLater(slots: BuySlots, end: number): Found<Meaning> | undefined {
  const { coded, discounted, ...more } = slots.where
  const other = coded === undefined ? { discounted: discounted !== true } : { coded: !coded }
  if ((coded === undefined) === (discounted === undefined) || Object.keys(more).length > 0) return undefined
  const there = ordersAsked('count', { tests: [{ op: '>=', value: 2 }], bare: false }, { where: {} })
  const criteria = allOf([there, laterOrders(NONE, { ...slots, where: other })])
  return { value: told(criteria, slots, [LATER]), end }
}

const laterWord = phrase(
  'later|afterwards|subsequently',
  'later on',
  'then later',
  'since then?',
  'after that',
)
const paid = phrase(
  'paid|pay|bought|buy|ordered|order|purchased|shopped|placed an? order?',
  'paid|bought|ordered|purchased again',
)

/** `later paid full price`, `afterwards ordered in store`: one later order of that kind at least. */
const laterOfKind: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const opened = laterWord(reading, start)
  const verb = opened < 0 ? -1 : paid(reading, polarity(reading, opened).end)
  if (verb < 0 || negative) return undefined
  const slots = noSlots()
  const end = collect(reading, verb, slots, [totalSlot, ...whereSlots], between)
  if (end === verb) return undefined
  withTotal(reading, slots, at, end)
  return { value: told(laterOrders(ONE, slots), slots, [LATER]), end }
}

const behindAll = phrase(
  ',? since',
  ',? since then|that',
  ',? afterwards|later|subsequently',
  ',? after that',
)
const helping = phrase('have|has|had|then|also|they')

/** `first order with WELCOME10 and has ordered without a code since`: at least one order behind that first one. */
const orderedSince: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const verb = negative ? -1 : paid(reading, skip(reading, polar, helping))
  if (verb < 0 || !speaksOfFirst(reading, at)) return undefined
  // “bought in March and ordered online since” speaks of that time.
  if (sinceWindowBefore(reading, at) !== undefined) return undefined
  const slots = noSlots()
  const said = collect(reading, verb, slots, [totalSlot, ...whereSlots], between)
  const end = behindAll(reading, said)
  // "since June" is a time of its own.
  if (end < 0 || window(reading, said) !== undefined) return undefined
  withTotal(reading, slots, at, end)
  return { value: told(laterOrders(ONE, slots), slots, [LATER]), end }
}

const ONE: Test = { tests: [{ op: '>=', value: 1 }], bare: false }

export const laterOrdersPhrases: readonly Parser<Meaning>[] = [laterCounted, laterOfKind, orderedSince]
