import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#kernel/clock.ts'
import { boundsOf, dateAt, startOfDate } from './bounds.ts'
import type { NamedDate } from './named-dates.ts'
import { dateSql } from './sql-text.ts'
import type { Window } from './window.ts'

/** Dates `YYYY-MM-DD`, both included. */
export interface DateBounds {
  readonly from?: string
  readonly to: string
}

/**
 * The calendar dates whose first instant lies in a window: "born more than 25 years ago" begins on the 25th
 * birthday itself, in the workspace's zone.
 */
export function dateBoundsOf(window: Window, now: Instant, zone: string): DateBounds {
  const { from, to } = boundsOf(window, now, zone)
  const last = dateAt(to, zone)
  if (from === undefined) return { to: last }
  const first = dateAt(from, zone)
  const included = startOfDate(first, zone) >= from
  return {
    from: included ? first : Temporal.PlainDate.from(first).add({ days: 1 }).toString(),
    to: last,
  }
}

/** One end of a window over calendar dates. */
export interface DateEdge {
  readonly op: '>' | '>=' | '<' | '<='
  /** `YYYY-MM-DD`, or the date that it was so long before now. */
  readonly date: string | (NamedDate & { readonly kind: 'date' })
}

const TODAY: DateEdge = { op: '<=', date: { kind: 'date', n: 0, unit: 'day' } }

/** The same as readable SQL over a column that holds `YYYY-MM-DD`. */
export const birthSql = (column: string, window: Window, now: Instant, zone: string): string =>
  edgesOf(window, now, zone)
    .map(({ op, date }) => `${column} ${op} ${typeof date === 'string' ? `'${date}'` : dateSql(date)}`)
    .join(' AND ')

function edgesOf(window: Window, now: Instant, zone: string): readonly DateEdge[] {
  switch (window.kind) {
    case 'last':
      return [{ op: '>', date: { kind: 'date', n: window.n, unit: window.unit } }, TODAY]
    case 'ago':
      return [
        { op: '>', date: { kind: 'date', n: window.to, unit: window.unit } },
        { op: '<=', date: { kind: 'date', n: window.from, unit: window.unit } },
      ]
    case 'older':
      return [{ op: '<=', date: { kind: 'date', n: window.n, unit: window.unit } }]
    case 'dates': {
      const { from, after, to, before } = window
      const today = dateAt(now, zone)
      return [
        ...(from === undefined ? [] : [{ op: '>=', date: from } as const]),
        ...(after === undefined ? [] : [{ op: '>', date: after } as const]),
        ...(to === undefined ? [] : [{ op: '<=', date: to } as const]),
        ...(before === undefined ? [] : [{ op: '<', date: before } as const]),
        ...(to !== undefined && to <= today ? [] : before !== undefined && before <= today ? [] : [TODAY]),
      ]
    }
    case 'calendar':
      throw new Error('A birthday is asked for by dates or years')
  }
}
