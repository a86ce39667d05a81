import { Temporal } from 'temporal-polyfill'
import { calendarSpan } from '../../time/calendar-span.ts'
import type { CalendarUnit } from '../../time/window.ts'
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'
import { dateAt } from '../../time/bounds.ts'

/** A day of the year, `MM-DD`; 29 February is one. */
const monthDay = z
  .string()
  .regex(/^\d\d-\d\d$/, 'a day of the year is MM-DD')
  .refine((text) => z.iso.date().safeParse(`2024-${text}`).success, { message: 'there is no such day' })

const days = z.int().min(1).max(366)

/**
 * When an anniversary falls, ahead or behind.
 *
 * @example { kind: 'next', n: 7, unit: 'day' }              // today and the 7 days that follow
 * @example { kind: 'calendar', unit: 'day', offset: 1 }     // tomorrow
 * @example { kind: 'calendar', unit: 'month', offset: 0 }   // this month, its days to come as well
 * @example { kind: 'months', months: [6, 7] }               // in June or July
 * @example { kind: 'days', from: '12-20', to: '01-06' }     // both days included, also around the turn of a year
 * @example { kind: 'dates', from: '2026-01-01', to: '2026-12-31' }
 */
export const anniversaryWindowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('next'), n: days, unit: z.enum(['day', 'week', 'month']) }),
  z.strictObject({ kind: z.literal('last'), n: days, unit: z.enum(['day', 'week', 'month']) }),
  z.strictObject({
    kind: z.literal('calendar'),
    unit: z.enum(['day', 'week', 'month', 'quarter', 'year']),
    /** 0 is the current one, 1 the next, -1 the last. */
    offset: z.int().min(-366).max(366),
  }),
  z.strictObject({ kind: z.literal('months'), months: z.array(z.int().min(1).max(12)).min(1).max(12) }),
  z.strictObject({ kind: z.literal('days'), from: monthDay, to: monthDay }),
  z
    .strictObject({ kind: z.literal('dates'), from: z.iso.date(), to: z.iso.date() })
    .refine((w) => w.from <= w.to, { message: 'the window ends before it begins', path: ['to'] }),
])
export type AnniversaryWindow = z.infer<typeof anniversaryWindowSchema>

/** Days of one year on which anniversaries fall, as `MM-DD`, both ends included; compared as texts. */
export interface Stretch {
  readonly year: number
  readonly from: string
  readonly to: string
}

const LAST_DAY = '12-31'
const FIRST_DAY = '01-01'

/**
 * A window as stretches within years. Whoever came on 29 February has the anniversary on 1 March in other years;
 * a month that is named without a year is the month of the date itself.
 */
export function stretchesOf(window: AnniversaryWindow, now: Instant, zone: string): readonly Stretch[] {
  const today = Temporal.PlainDate.from(dateAt(now, zone))
  switch (window.kind) {
    case 'next':
      return between(today, today.add(calendarSpan(window.n, window.unit)))
    case 'last':
      return between(today.subtract(calendarSpan(window.n, window.unit)), today)
    case 'calendar': {
      const first = startOf(window.unit, today).add(calendarSpan(window.offset, window.unit))
      return between(first, first.add(calendarSpan(1, window.unit)).subtract({ days: 1 }))
    }
    case 'dates':
      return between(Temporal.PlainDate.from(window.from), Temporal.PlainDate.from(window.to))
    case 'months':
      return window.months.map((month) => ({
        year: month < today.month ? today.year + 1 : today.year,
        from: `${padded(month)}-01`,
        to: `${padded(month)}-31`,
      }))
    case 'days':
      return daysOf(window, today)
  }
}

/** The days that are running or come next. */
function daysOf({ from, to }: { from: string; to: string }, today: Temporal.PlainDate): Stretch[] {
  const now = today.toString().slice(5)
  const year = now <= to ? today.year : today.year + 1
  if (from <= to) return [stretch(year, from, to)]
  return [stretch(year - 1, from, LAST_DAY), stretch(year, FIRST_DAY, to)]
}

function between(from: Temporal.PlainDate, to: Temporal.PlainDate): Stretch[] {
  return Array.from({ length: to.year - from.year + 1 }, (_, i) => {
    const year = from.year + i
    const first = year === from.year ? from.toString().slice(-5) : FIRST_DAY
    return stretch(year, first, year === to.year ? to.toString().slice(-5) : LAST_DAY)
  })
}

function stretch(year: number, from: string, to: string): Stretch {
  const leap = new Temporal.PlainDate(year, 1, 1).inLeapYear
  return { year, from: from === '03-01' && !leap ? '02-29' : from, to }
}

const padded = (month: number): string => String(month).padStart(2, '0')

function startOf(unit: CalendarUnit, today: Temporal.PlainDate): Temporal.PlainDate {
  switch (unit) {
    case 'day':
      return today
    case 'week':
      return today.subtract({ days: today.dayOfWeek - 1 })
    case 'month':
      return today.with({ day: 1 })
    case 'quarter':
      return today.with({ day: 1, month: today.month - ((today.month - 1) % 3) })
    case 'year':
      return today.with({ day: 1, month: 1 })
  }
}
