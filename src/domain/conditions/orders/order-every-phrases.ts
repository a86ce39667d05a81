import type { Criteria } from '../../criteria/schema.ts'
import { moneyAsked, ordersAsked, told } from '../../language/grammar/asked.ts'
import { between, noSlots, timingSlot, whereSlots } from '../../language/grammar/buying.ts'
import { comparison, type Test } from '../../language/grammar/comparison.ts'
import { allOf, type Meaning, negated } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'

const everyOrder = phrase(
  'with|whose|where|had|have? every|each single|one? order|purchase|basket of? theirs?',
  'with|whose|where|had|have? every|each single? one? of their|the orders|purchases|baskets',
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

/** `every order was over 50`: the smallest was. `all their orders were under 50`: the largest was. */
const everyOrderIs: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  // The "all" of "all orders" is no adverb.
  const head = Math.max(everyOrder(reading, start), negative ? -1 : everyOrder(reading, at))
  const amount = head < 0 ? undefined : comparison(reading, skip(reading, skip(reading, head, came), came))
  if (amount === undefined || amount.value.bare || amount.value.times || amount.value.percent)
    return undefined
  const slots = noSlots()
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
  return { value: told(negative ? negated(criteria) : criteria, slots, asked.assumptions), end }
}

export const orderEveryPhrases: readonly Parser<Meaning>[] = [everyOrderIs]
