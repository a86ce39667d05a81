import type { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import { period } from './period.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import { unitAt } from './span.ts'
import { type Timing, timing } from './timing.ts'

const inside = phrase('in|on|over|during|within|for')
const the = phrase('the')
const beforeWord = phrase('before', 'leading|running up to', 'up to', 'ahead of', 'prior to')
const afterWord = phrase('after|following')
const DAYS = { day: 1, week: 7 } as const

/** `in the week before Christmas`, `on the day after Black Friday 2024`, `in the 3 days after Cyber Monday`. */
export function aroundDay(reading: Reading, at: number): Found<Timing> | undefined {
  const article = the(reading, skip(reading, at, inside))
  if (article < 0) return undefined
  const n = reading.tokens[article]?.number
  const unit = unitAt(reading, n === undefined ? article : article + 1)
  if (unit === undefined || (unit.unit !== 'day' && unit.unit !== 'week')) return undefined
  const [before, after] = [beforeWord(reading, unit.end), afterWord(reading, unit.end)]
  const day = Math.max(before, after) < 0 ? undefined : period(reading, Math.max(before, after))
  if (day === undefined || !Number.isInteger(n ?? 1) || (n ?? 1) > 60) return undefined
  const days = (n ?? 1) * unit.times * DAYS[unit.unit]
  const { assumptions, doubts } = day.value
  if (doubts.length > 0) return { value: { windows: [], assumptions, doubts }, end: day.end }
  const [from, to] = stretch(day.value, days, before >= 0 ? 'before' : 'after')
  const [first, last] = [from.toString(), to.toString()]
  const stated = `Counted are ${dateWords(first)}${first === last ? '' : ` to ${dateWords(last)}`}.`
  return { value: timing({ kind: 'dates', from: first, to: last }, ...assumptions, stated), end: day.end }
}

const stretch = (
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
  days: number,
  side: 'before' | 'after',
) =>
  side === 'before'
    ? ([from.subtract({ days }), from.subtract({ days: 1 })] as const)
    : ([to.add({ days: 1 }), to.add({ days })] as const)
