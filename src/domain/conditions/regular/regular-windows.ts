import { Temporal } from 'temporal-polyfill'
import type { CalendarUnit, Unit, Window } from '../../time/window.ts'

const IN_DAYS: Readonly<Record<Unit, number>> = {
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4375,
  quarter: 91.3125,
  year: 365.25,
}
const IN_MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 }

/** What was said of a time, cut into units of it. */
export interface CutWindow {
  readonly within: Window
  readonly assumptions: readonly string[]
}

/**
 * The window as it is cut into units: a rolling one is said in them ("the last year" is 12 months), the others
 * hold calendar units. Undefined where it has no beginning, or is shorter than two of them.
 */
export function unitsIn(
  every: CalendarUnit,
  window: Window,
  { began = false }: { began?: boolean } = {},
): CutWindow | undefined {
  switch (window.kind) {
    case 'last': {
      const n = unitsOf(window.n, window.unit, every)
      if (n === undefined || (n < 2 && !began) || n > 400) return undefined
      const same = window.unit === every
      const stated = same
        ? `The last ${n} ${every}s are counted back from now, not as calendar ${every}s.`
        : `“The last ${window.n} ${window.unit}${window.n === 1 ? '' : 's'}” is read as ${n} ${every}s, counted back from now.`
      return { within: { kind: 'last', n, unit: every }, assumptions: [stated] }
    }
    case 'ago': {
      const from = unitsOf(window.from, window.unit, every)
      const to = unitsOf(window.to, window.unit, every)
      if (from === undefined || to === undefined || from < 1 || (to - from < 2 && !began) || to > 400)
        return undefined
      return { within: { kind: 'ago', from, to, unit: every }, assumptions: [] }
    }
    case 'calendar':
      if (!began && IN_DAYS[window.unit] <= IN_DAYS[every] && (window.count ?? 1) < 2) return undefined
      return { within: window, assumptions: [calendarUnits(every)] }
    case 'dates': {
      const from = window.from ?? window.after
      const to = window.to ?? window.before
      if (from === undefined) return undefined
      // "on Black Friday every year": a day holds no years.
      const days = to === undefined ? undefined : Temporal.PlainDate.from(from).until(to).total('days')
      if (!began && days !== undefined && days < 2 * IN_DAYS[every] - 4) return undefined
      return { within: window, assumptions: [calendarUnits(every)] }
    }
    case 'older':
      return undefined
  }
}

const calendarUnits = (every: CalendarUnit): string =>
  `Calendar ${every}s that began in that time are counted, also one that is not over.`

/** Whole units that a time comes to. */
function unitsOf(n: number, unit: Unit, every: CalendarUnit): number | undefined {
  if (unit === every) return n
  const [from, to] = [IN_MONTHS[unit], IN_MONTHS[every]]
  if (from !== undefined && to !== undefined) return (n * from) % to === 0 ? (n * from) / to : undefined
  const units = Math.floor((n * IN_DAYS[unit]) / IN_DAYS[every] + 0.02)
  return units < 1 ? undefined : units
}
