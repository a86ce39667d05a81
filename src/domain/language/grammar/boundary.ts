import { type Period, period } from './period.ts'
import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'
import { unitAt } from './span.ts'

const the = phrase('the')
const close = phrase('the? very? end of')
const thisUnit = phrase('this|current')
const lastUnit = phrase('last|previous')

/** A period, or the calendar unit of "since last month". */
export function boundary(reading: Reading, at: number): Found<Period> | undefined {
  const closing = close(reading, at)
  const whole = closing < 0 ? undefined : boundary(reading, closing)
  // "Since the end of June" begins with July, and "before the end of June" still holds all of June.
  if (whole !== undefined)
    return { ...whole, value: { ...whole.value, from: whole.value.to.add({ days: 1 }) } }
  const start = skip(reading, at, the)
  const named = period(reading, at) ?? period(reading, start)
  if (named !== undefined) return named
  const now = thisUnit(reading, start)
  const last = lastUnit(reading, start)
  const unit = now >= 0 || last >= 0 ? unitAt(reading, Math.max(now, last)) : undefined
  if (unit === undefined || unit.unit === 'hour' || unit.times > 1) return undefined
  const back = now >= 0 ? 0 : 1
  const { today } = reading
  const begin = {
    day: today,
    week: today.subtract({ days: today.dayOfWeek - 1 }),
    month: today.with({ day: 1 }),
    quarter: today.with({ day: 1, month: today.month - ((today.month - 1) % 3) }),
    year: today.with({ day: 1, month: 1 }),
  }[unit.unit]
  const length = {
    day: { days: 1 },
    week: { weeks: 1 },
    month: { months: 1 },
    quarter: { months: 3 },
    year: { years: 1 },
  }[unit.unit]
  const from = back === 0 ? begin : begin.subtract(length)
  const to = from.add(length).subtract({ days: 1 })
  return { value: { from, to, assumptions: [], doubts: [] }, end: unit.end }
}
