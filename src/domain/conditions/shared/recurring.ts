import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Instant } from '#kernel/clock.ts'

/** Monday first, as weeks begin. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const timeOfDay = z.string().regex(TIME, 'a time of day is written HH:MM, from 00:00 to 23:59')
const endOfHours = z
  .string()
  .refine((text) => text === '24:00' || TIME.test(text), 'a time of day is written HH:MM, up to 24:00')

/** `from` is included, `to` is not; over midnight where `to` is the earlier of the two. */
export const hoursSchema = z
  .strictObject({ from: timeOfDay, to: endOfHours })
  .refine(({ from, to }) => from !== to && !(from === '00:00' && to === '24:00'), {
    message: 'these hours are a whole day: leave them out, or name a part of the day',
    path: ['to'],
  })

/** Times that come again, in the workspace's zone, of any day, week, month or year. */
export const recurringShape = {
  hours: hoursSchema.optional(),
  weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(7).optional(),
  /** 1 is January. */
  months: z.array(z.int().min(1).max(12)).min(1).max(12).optional(),
  month_days: z.array(z.int().min(1).max(31)).min(1).max(31).optional(),
}

/** When something has to have happened; every given key must hold. */
export interface Recurring {
  readonly hours?: z.infer<typeof hoursSchema> | undefined
  readonly weekdays?: readonly Weekday[] | undefined
  readonly months?: readonly number[] | undefined
  readonly month_days?: readonly number[] | undefined
}

export const hasRecurring = ({ hours, weekdays, months, month_days }: Recurring): boolean =>
  (hours ?? weekdays ?? months ?? month_days) !== undefined

/** `21:30` → 77,400 seconds into the day. */
export function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60
}

/** Do the hours go on past midnight? */
export const overMidnight = ({ from, to }: NonNullable<Recurring['hours']>): boolean => from > to

/** Does an instant fall on such a time in the zone? */
export function recurs(recurring: Recurring, at: Instant, zone: string): boolean {
  if (!hasRecurring(recurring)) return true
  const local = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone)
  const { hours, weekdays, months, month_days: days } = recurring
  const day = WEEKDAYS[local.dayOfWeek - 1]
  return (
    (hours === undefined || inHours(hours, local.hour * 3600 + local.minute * 60 + local.second)) &&
    (weekdays === undefined || (day !== undefined && weekdays.includes(day))) &&
    (months?.includes(local.month) ?? true) &&
    (days?.includes(local.day) ?? true)
  )
}

function inHours(hours: NonNullable<Recurring['hours']>, second: number): boolean {
  const begun = second >= secondsOf(hours.from)
  const ended = second >= secondsOf(hours.to)
  return overMidnight(hours) ? begun || !ended : begun && !ended
}

/** These keys with their lists in order, each value once. */
export const normalRecurring = ({ hours, weekdays, months, month_days: days }: Recurring) => ({
  ...(hours?.to === '00:00' && { hours: { from: hours.from, to: '24:00' } }),
  ...(weekdays && { weekdays: WEEKDAYS.filter((day) => weekdays.includes(day)) }),
  ...(months && { months: ascending(months) }),
  ...(days && { month_days: ascending(days) }),
})

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b)
