import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import { startOfDate } from '../../time/bounds.ts'
import { compare, type Comparison } from '../shared/comparison.ts'
import type { Stretch } from './anniversary-window.ts'

/** Dates before this year have no anniversaries: no shop that keeps them is older. */
export const FIRST_YEAR = 1970

/** Instants, both ends included. */
export interface InstantRange {
  readonly from: Instant
  readonly to: Instant
}

/** The instants whose anniversaries fall into the stretches, one range a year, the latest first. */
export function instantsOf(
  stretches: readonly Stretch[],
  years: Comparison | undefined,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): readonly InstantRange[] {
  const ranges = stretches.flatMap(({ year, from, to }) =>
    Array.from({ length: Math.max(0, year - FIRST_YEAR + 1) }, (_, ago): InstantRange[] => {
      if (years !== undefined && !compare(ago, years)) return []
      const first = startOfDate(dayIn(year - ago, from), zone)
      const after = Temporal.PlainDate.from(lastDayIn(year - ago, to)).add({ days: 1 })
      const last = Math.min(startOfDate(after.toString(), zone) - 1, now)
      return first <= last ? [{ from: first, to: last }] : []
    }).flat(),
  )
  return joined(ranges.toSorted((a, b) => b.from - a.from))
}

/** 29 February is 1 March in other years. */
function dayIn(year: number, monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  const first = new Temporal.PlainDate(year, month, 1)
  return first.add({ days: day - 1 }).toString()
}

/** The last day of a month that is shorter. */
function lastDayIn(year: number, monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number)
  return new Temporal.PlainDate(year, month, 1).with({ day }).toString()
}

/** Ranges that meet are one. */
function joined(descending: readonly InstantRange[]): InstantRange[] {
  const out: InstantRange[] = []
  for (const range of descending) {
    const last = out.at(-1)
    if (last !== undefined && range.to >= last.from - 1)
      out[out.length - 1] = { from: range.from, to: Math.max(last.to, range.to) }
    else out.push(range)
  }
  return out
}
