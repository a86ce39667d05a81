import type { Instant } from '#kernel/clock.ts'
import { type Ahead, crossings, edgesOf } from '../../time/ahead.ts'
import { startOfUnit, stepBack } from '../../time/bounds.ts'
import type { CalendarUnit, Window } from '../../time/window.ts'
import type { ReadingContext } from '../define.ts'
import { isRolling, periodsOf } from './regular-periods.ts'

/** Instants ahead at which something moves into another period, or a period begins or leaves the window. */
export function periodTurns(
  { every, within: window }: { readonly every: CalendarUnit; readonly within: Window },
  rows: readonly Instant[],
  ctx: ReadingContext,
  ahead: Ahead,
): readonly Instant[] {
  const periods = periodsOf(every, window, ctx)
  if (isRolling(window)) {
    return periods.flatMap(({ begins }) =>
      begins.kind === 'ago'
        ? crossings((now) => stepBack(now, begins.n, every, ahead.zone), rows, ahead)
        : [],
    )
  }
  const beginnings = [
    ...periods.map(({ bounds }) => bounds.from),
    ...new Set(ahead.breaks.map((at) => startOfUnit(every, 0, at, ahead.zone))),
  ]
  return [...beginnings, ...edgesOf(window, ahead.zone).flatMap((edge) => crossings(edge, beginnings, ahead))]
}
