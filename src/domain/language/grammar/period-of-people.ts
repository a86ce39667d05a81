import { type Period, period } from './period.ts'
import { yearAfter } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

const the = phrase('the|our|all')
const buyers = phrase(
  'buyer|buyers|customer|customers|shopper|shoppers|purchaser|purchasers|client|clients|order|orders',
)

/** `BFCM buyers of 2024`, `December shoppers last year`: the year stands apart from its day or month. */
export function periodOfPeople(reading: Reading, at: number): Found<Period> | undefined {
  const found = period(reading, skip(reading, at, the))
  const noun = found?.value.yearless !== true ? -1 : buyers(reading, found.end)
  const said = noun < 0 ? undefined : yearAfter(reading, noun)
  if (found?.value.inYear === undefined || said === undefined) return undefined
  return { value: found.value.inYear(said.year), end: said.end }
}
