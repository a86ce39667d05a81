import { z } from 'zod'

export const UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const
export type Unit = (typeof UNITS)[number]
/** Units that begin at midnight. */
export const CALENDAR_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type CalendarUnit = (typeof CALENDAR_UNITS)[number]
const unit = z.enum(UNITS)
const amount = z.int().min(1).max(5000)

/** A calendar date in the workspace zone, `YYYY-MM-DD`. */
export const calendarDate = z.iso.date()

/**
 * A stretch of time, relative to now or fixed. What each kind means to the second stands in bounds.ts.
 *
 * @example { kind: 'last', n: 90, unit: 'day' }                    // in the last 90 days
 * @example { kind: 'ago', from: 30, to: 60, unit: 'day' }          // 30 to 60 days ago
 * @example { kind: 'older', n: 6, unit: 'month' }                  // 6 months ago or earlier
 * @example { kind: 'calendar', unit: 'month', offset: -1 }         // last month
 * @example { kind: 'calendar', unit: 'quarter', offset: -2, count: 2 } // the last two whole quarters
 * @example { kind: 'dates', from: '2025-03-01', to: '2025-03-31' } // both days included
 */
export const windowSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('last'), n: amount, unit }),
  z.strictObject({ kind: z.literal('ago'), from: amount, to: amount, unit }).refine((w) => w.from < w.to, {
    message: 'from must be nearer than to: {from: 30, to: 60} is 30 to 60 units ago',
    path: ['from'],
  }),
  z.strictObject({ kind: z.literal('older'), n: amount, unit }),
  z
    .strictObject({
      kind: z.literal('calendar'),
      unit: z.enum(CALENDAR_UNITS),
      /** 0 is the current one, -1 the last, -2 the one before last. */
      offset: z.int().min(-500).max(0),
      /** How many units in a row, starting with the one at `offset`. */
      count: z.int().min(2).max(100).optional(),
    })
    .refine((w) => w.offset + (w.count ?? 1) <= 1, {
      message: 'the units must not lie in the future',
      path: ['count'],
    }),
  z
    .strictObject({
      kind: z.literal('dates'),
      /** Included. */
      from: calendarDate.optional(),
      /** Included. */
      to: calendarDate.optional(),
      /** Not included: later than this day. */
      after: calendarDate.optional(),
      /** Not included: earlier than this day. */
      before: calendarDate.optional(),
    })
    .refine((w) => (w.from ?? w.to ?? w.after ?? w.before) !== undefined, {
      message: 'give at least one of from, to, after, before',
    })
    .refine((w) => !(w.from !== undefined && w.after !== undefined), {
      message: 'give from or after, not both',
    })
    .refine((w) => !(w.to !== undefined && w.before !== undefined), {
      message: 'give to or before, not both',
    })
    .refine((w) => (w.from ?? w.after ?? '') <= (w.to ?? w.before ?? '9999'), {
      message: 'the window ends before it begins',
    }),
])
export type Window = z.infer<typeof windowSchema>

/** Whether there is a time before it: "since March" has a beginning, "before March" and "over 90 days ago" have none. */
export const hasBeginning = (window: Window): boolean =>
  window.kind !== 'older' &&
  (window.kind !== 'dates' || window.from !== undefined || window.after !== undefined)
