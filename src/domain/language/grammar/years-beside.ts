import { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import type { Period } from './period.ts'

/** "March 15 to April 2, 2024", "November 2023 to February": the year of one is said for both. */
export function inSameYears(first: Period, second: Period): readonly [Period, Period] {
  const [open, other] = [movable(first), movable(second)]
  if (open !== undefined && other === undefined) return [shared(open(second.from.year)), second]
  if (open === undefined && other !== undefined) return [first, shared(notBefore(first.from, other))]
  return [first, second]
}

/** "in Nov or Dec 2024", "in March 2024 or April": a year is said for those beside it as well. */
export function withYears(said: readonly Period[]): Period[] {
  const periods = [...said]
  for (let i = periods.length - 2; i >= 0; i--) {
    const [inYear, next] = [movable(periods[i]), periods[i + 1]]
    if (inYear === undefined || next === undefined || next.yearless === true) continue
    // "December or January 2025": the December before it.
    const same = inYear(next.from.year)
    periods[i] = shared(isBefore(next.from, same.from) ? inYear(next.from.year - 1) : same)
  }
  for (let i = 1; i < periods.length; i++) {
    const [before, inYear] = [periods[i - 1], movable(periods[i])]
    if (inYear === undefined || before === undefined || before.yearless === true) continue
    periods[i] = shared(notBefore(before.from, inYear))
  }
  return periods
}

/** How to move a period for which no year was said. */
const movable = (period: Period | undefined): Period['inYear'] =>
  period?.yearless === true ? period.inYear : undefined

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0

/** In the year of a day, or in the next where it would have come before that day. */
function notBefore(day: Temporal.PlainDate, inYear: NonNullable<Period['inYear']>): Period {
  const same = inYear(day.year)
  return isBefore(same.to, day) ? inYear(day.year + 1) : same
}

/** A period in a year that was said beside it. */
function shared(period: Period): Period {
  const [from = '', to] = [period.from.toString(), period.to.toString()].map(dateWords)
  return {
    ...period,
    assumptions: [`Read with the year beside it: ${from === to ? from : `${from} to ${to}`}.`],
  }
}
