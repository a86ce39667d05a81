import { InputError } from '#kernel/errors.ts'
import type { Bounds } from '../../time/bounds.ts'
import { instantOf, type NamedDate } from '../../time/named-dates.ts'
import type { CalendarUnit, Window } from '../../time/window.ts'
import type { ReadingContext } from '../define.ts'
import { boundsIn } from '../shared/order-rows.ts'

/** One of the periods: where it begins, as SQL names it, and its bounds. */
export interface Period {
  readonly begins: NamedDate
  readonly bounds: Bounds & { readonly from: number }
}

const MOST = 400

/**
 * The periods of a window, the latest first. A rolling window is cut into its own units, counted back from its
 * end; every other window holds the calendar units that begin in it, up to the one that now lies in.
 */
export function periodsOf(every: CalendarUnit, window: Window, ctx: ReadingContext): readonly Period[] {
  const rolling = isRolling(window)
  const at = (named: NamedDate) => instantOf(named, ctx.now, ctx.zone)
  const whole = boundsIn(window, ctx)
  const periods: Period[] = []
  const [first, last] =
    window.kind === 'last'
      ? [1, window.n]
      : window.kind === 'ago'
        ? [window.from + 1, window.to]
        : [0, Number.MAX_SAFE_INTEGER]
  for (let i = first; i <= last; i++) {
    const begins: NamedDate = rolling
      ? { kind: 'ago', n: i, unit: every }
      : { kind: 'unit', unit: every, offset: -i }
    const from = at(begins) + (rolling ? 1 : 0)
    if (!rolling && whole.from !== undefined && from < whole.from) break
    const after: NamedDate = rolling
      ? i === 1
        ? { kind: 'now' }
        : { kind: 'ago', n: i - 1, unit: every }
      : { kind: 'unit', unit: every, offset: 1 - i }
    const to = Math.min(at(after) - (rolling ? 0 : 1), whole.to)
    if (from > to) continue
    periods.push({ begins, bounds: { from, to } })
    if (periods.length > MOST) throw tooMany(every)
  }
  return periods
}

export const isRolling = (window: Window): boolean => window.kind === 'last' || window.kind === 'ago'

const tooMany = (every: CalendarUnit) =>
  new InputError(`More than ${MOST} ${every}s can't be looked at one by one`, {
    next: 'Ask for a shorter stretch of time, or for longer periods.',
  })
