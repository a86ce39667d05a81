import { dateWords } from '../../time/words.ts'
import { question } from './meaning.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import type { Timing } from './timing.ts'

const inside = phrase('in|over|within|during|for', 'in|over|within|during the')
const lastWord = phrase('the? last|past|previous')
const working = phrase('business|working|work|week days|day', 'workdays|workday|weekdays|weekday')
const FRIDAY = 5

/** "the last 5 business days": which days these are is said, and asked, because holidays are not known. */
export function workingDays(reading: Reading, at: number): Found<Timing> | undefined {
  const start = skip(reading, at, inside)
  const opened = lastWord(reading, start)
  const n = opened < 0 ? undefined : reading.tokens[opened]?.number
  const end = n === undefined ? -1 : working(reading, opened + 1)
  if (n === undefined || end < 0 || !Number.isInteger(n) || n < 1 || n > 60) return undefined
  let day = reading.today
  for (let left = n; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (day.dayOfWeek <= FRIDAY) left--
  }
  const from = day.toString()
  const says = `The ${n} working days before today began on ${dateWords(from)}. Days between them, such as weekends, can’t be left out of that; everything since then can be asked.`
  const doubt = question(at, end, says, [
    [`since ${dateWords(from)}, weekends included`, `since ${from}`],
    [`the last ${n} days`, `in the last ${n} days`],
  ])
  return { value: { windows: [], assumptions: [], doubts: [doubt] }, end }
}
