import type { Temporal } from 'temporal-polyfill'
import type { CalendarUnit } from './window.ts'

/** So many units of the calendar, as dates are moved by them: a quarter is three months. */
export const calendarSpan = (n: number, unit: CalendarUnit): Temporal.DurationLike =>
  unit === 'quarter' ? { months: 3 * n } : { [`${unit}s`]: n }
