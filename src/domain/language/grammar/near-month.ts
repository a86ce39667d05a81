import type { Temporal } from 'temporal-polyfill'
import { phrase } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

const last = phrase('last|previous month', 'the last|previous month')
const current = phrase('this month', 'the current month')

/** The month of "the 10th of last month", by a day in it. */
export function nearMonth(reading: Reading, at: number): Found<Temporal.PlainDate> | undefined {
  const before = last(reading, at)
  if (before >= 0) return { value: reading.today.subtract({ months: 1 }), end: before }
  const now = current(reading, at)
  return now < 0 ? undefined : { value: reading.today, end: now }
}
