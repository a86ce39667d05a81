import { type Instant, toSqlText } from '#kernel/clock.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import type { Window } from './window.ts'

/**
 * A window as readable SQL over a column that holds `YYYY-MM-DD HH:MM:SS` in UTC. Without a window, everything
 * up to now: rows dated later are invisible.
 */
export function windowSql(column: string, window: Window | undefined, now: Instant, zone: string): string {
  const bounds: Bounds = window === undefined ? { to: now } : boundsOf(window, now, zone)
  const rolling = window?.kind === 'last' || window?.kind === 'ago'
  const tests: string[] = []
  if (bounds.from !== undefined) {
    // Whole seconds: "after 12:00:00" and "from 12:00:01" are the same, and the first shows the step back.
    tests.push(rolling ? `${column} > ${instant(bounds.from - 1)}` : `${column} >= ${instant(bounds.from)}`)
  }
  const calendarEnd = (window?.kind === 'calendar' || window?.kind === 'dates') && bounds.to < now
  tests.push(calendarEnd ? `${column} < ${instant(bounds.to + 1)}` : `${column} <= ${instant(bounds.to)}`)
  return tests.join(' AND ')
}

const instant = (at: Instant): string => `'${toSqlText(at)}'`
