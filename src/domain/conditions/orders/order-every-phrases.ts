import type { Criteria } from '../../criteria/schema.ts'
import { AT_LEAST_ONE, moneyAsked, ordersAsked, told } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { comparison, mayBeMoney, type Test } from '../../language/grammar/comparison.ts'
import { eachOrder } from '../../language/grammar/every-order.ts'
import { allOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser, Reading } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'

const allOrders = phrase(
  'with|whose|where|had|have? all of? their|the? orders|purchases|baskets',
  'with|whose orders|purchases|baskets were|are|was? all|each',
  'with|whose? orders|purchases|baskets all|each',
)
const came = phrase(
  'was|were|is|are|came|comes|come|being|totalled|totaled|has|had|worth|of|to',
  'was|were|is|are worth',
  'came|comes|come to',
  'has|had|have a? total|value of?',
)

const everyOrder = (reading: Reading, at: number): number =>
  Math.max(eachOrder(reading, at), allOrders(reading, at))

/** `every order was over 50`: the smallest was. `all their orders were under 50`: the largest was. */
const everyOrderIs: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  // The "all" of "all orders" is no adverb.
  const head = Math.max(everyOrder(reading, start), negative ? -1 : everyOrder(reading, at))
  if (head < 0) return undefined
  // "every order this year was over 60"
  const before = noSlots()
  const timed = collect(reading, head, before, [timingSlot], between)
  const isTimed = came(reading, timed) >= 0
  const [slots, early] = isTimed ? [before, timed] : [noSlots(), head]
  const amount = comparison(reading, skip(reading, skip(reading, early, came), came))
  if (amount === undefined || amount.value.bare || !mayBeMoney(amount.value)) return undefined
  const end = collect(reading, amount.end, slots, [timingSlot, ...whereSlots], between)
  const asked = moneyAsked(reading, amount.value)
  const limit = (measure: 'smallest' | 'largest', tests: Test['tests']): Criteria =>
    ordersAsked(measure, { ...asked.test, tests }, slots)
  const criteria = allOf(
    asked.test.tests.flatMap(({ op, value }): Criteria[] => {
      if (Array.isArray(value))
        return [
          limit('smallest', [{ op: '>=', value: value[0] }]),
          limit('largest', [{ op: '<=', value: value[1] }]),
        ]
      if (op.startsWith('>')) return [limit('smallest', [{ op, value }])]
      if (op.startsWith('<')) return [limit('largest', [{ op, value }])]
      return [limit('smallest', [{ op, value }]), limit('largest', [{ op, value }])]
    }),
  )
  // “Not every order” speaks of people who have some.
  const broken = () => allOf([ordersAsked('count', AT_LEAST_ONE, slots), negated(criteria)])
  return { value: told(negative ? broken() : criteria, slots, asked.assumptions), end }
}

export const orderEveryPhrases: readonly Parser<Meaning>[] = [everyOrderIs]
