import { comparison } from '../grammar/comparison.ts'
import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import type { Parser } from '../grammar/reading.ts'

const averageDiscount = phrase(
  'an|a|the|their|whose|with? average|mean|typical|avg discount|discounts|saving|savings rate|percentage|share|level? is|was|of?',
  'discount rate|percentage|depth|level is|was|of?',
  'a|an|any|some discount|reduction|saving is|was|of?',
)
const got = phrase('got|get|gets|had|received|used|with? a|an?')
const off = phrase('off', 'discount|discounts|reduction|saving', 'off on average')
const onAverage = phrase('on average', 'per order', 'on average per order')

const IN_PERCENT =
  'How large a discount was in percent can’t be asked yet. What was saved can, in money: “saved over 50 through discounts”; and how many orders had one: “more than half of their orders had a discount”.'

/** `average discount above 15%`, `got more than 20% off`: no order tells it in percent. */
export const discountInPercent: Parser<Meaning> = (reading, at) => {
  const { end: start } = polarity(reading, at)
  const named = averageDiscount(reading, start)
  const number = comparison(reading, named >= 0 ? named : skip(reading, start, got))
  if (number?.value.percent === undefined) return undefined
  const noun = named >= 0 ? number.end : off(reading, number.end)
  if (noun < 0) return undefined
  const end = skip(reading, noun, onAverage)
  return { value: doubtful(missing(at, end, 'discounts in percent', IN_PERCENT)), end }
}
