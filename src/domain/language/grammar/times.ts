import { comparedBehind, comparison, type Test } from './comparison.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Parser, Reading } from './reading.ts'

const timesWord = phrase(
  'times|time|x|occasions',
  'separate|different|individual times|occasions',
  'times in total',
)

const inOrders = phrase('in|on|across|over')
const ordersWord = phrase(
  'separate|different|individual|distinct? orders|order|purchases|purchase|occasions|occasion|transactions',
)

const singleTime = phrase(
  'a|one single time|occasion',
  'even once',
  'even a|one single? time',
  'just|only the|that? once',
  'the once',
)
const ONCE: Test = { tests: [{ op: '=', value: 1 }], bare: true, times: true }

/** `3 times`, `twice or more`, `at least once`, `2 or more times`. */
const timesAt = (reading: Reading, at: number, opened: number): Found<Test> | undefined => {
  const alone = opened >= 0 ? -1 : singleTime(reading, at)
  if (alone >= 0) return { value: ONCE, end: alone }
  const found = comparison(reading, opened >= 0 ? opened : at)
  if (found === undefined) return undefined
  // "in one order" says that one order held it all.
  if (opened >= 0 && found.value.bare && found.value.tests[0]?.value === 1) return undefined
  const end = found.value.times ? found.end : (opened >= 0 ? ordersWord : timesWord)(reading, found.end)
  if (end < 0) return undefined
  const compared = comparedBehind(reading, found.value, end)
  if (compared.value !== found.value) return compared
  return { value: found.value, end: found.value.times ? skip(reading, end, timesWord) : end }
}

/** How often: `3 times`, `twice or more`, `in at least 3 orders`. */
export const times: Parser<Test> = (reading, at) =>
  timesAt(reading, at, -1) ?? timesAt(reading, at, inOrders(reading, at))
