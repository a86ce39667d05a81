import { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import type { Period } from './period.ts'
import { yearAfter } from './period-years.ts'
import { phrase } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

const week = phrase('the? calendar|iso? week no|number|nr|# .?', 'the? calendar|iso? week', 'cw|kw|wk')
const JOINED = /^(?:cw|kw|w|wk)(\d{1,2})$/
const MOST = 53

/** `calendar week 42`, `CW42 of 2024`: the week that ISO 8601 gives that number, the last one that has begun. */
export function weekNumber(reading: Reading, at: number): Found<Period> | undefined {
  const opened = week(reading, at)
  const written = JOINED.exec(reading.tokens[at]?.word ?? '')?.[1]
  const n = opened >= 0 ? reading.tokens[opened]?.number : written === undefined ? undefined : Number(written)
  if (n === undefined || !Number.isInteger(n) || n < 1 || n > MOST) return undefined
  const behind = opened >= 0 ? opened + 1 : at + 1
  const said = yearAfter(reading, behind)
  const { today } = reading
  const recent = Temporal.PlainDate.compare(mondayOf(today.year, n), today) > 0 ? today.year - 1 : today.year
  const from = mondayOf(said?.year ?? recent, n)
  const to = from.add({ days: 6 })
  if (from.weekOfYear !== n) return undefined
  const stated = `Week ${n} is read as ${dateWords(from.toString())} to ${dateWords(to.toString())}.`
  return { value: { from, to, assumptions: [stated], doubts: [] }, end: said?.end ?? behind }
}

/** 4 January is always in the first week. */
function mondayOf(year: number, n: number): Temporal.PlainDate {
  const fourth = new Temporal.PlainDate(year, 1, 4)
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: n - 1 })
}
