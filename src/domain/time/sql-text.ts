import type { Instant } from '#kernel/clock.ts'
import { startOfDate, startOfUnit } from './bounds.ts'
import { dateName, type NamedDate } from './named-dates.ts'
import type { Window } from './window.ts'

/**
 * A window as readable SQL over a column that holds `YYYY-MM-DD HH:MM:SS` in UTC. Without a window, everything
 * up to now: rows dated later are invisible. Dates stand by their names, which sqlView defines.
 */
export const windowSql = (column: string, window: Window | undefined, now: Instant, zone: string): string =>
  edgesOf(window, now, zone)
    .map(({ op, date }) => `${column} ${op} ${dateSql(date)}`)
    .join(' AND ')

/** Rows that last from one column to another, or until now where that is null, and lie at least partly in a window. */
export const overlapSql = (
  start: string,
  end: string,
  window: Window | undefined,
  now: Instant,
  zone: string,
): string =>
  edgesOf(window, now, zone)
    .map(({ op, date }) =>
      op === '<' || op === '<='
        ? `${start} ${op} ${dateSql(date)}`
        : `(${end} IS NULL OR ${end} ${op} ${dateSql(date)})`,
    )
    .join(' AND ')

/** A named date as it stands in a predicate. */
export const dateSql = (date: NamedDate): string => `dates."${dateName(date)}"`

/** One end of a window. */
export interface Edge {
  readonly op: '>' | '>=' | '<' | '<='
  readonly date: NamedDate
}

const NOW: Edge = { op: '<=', date: { kind: 'now' } }

/** The ends of a window, each window's own: no two windows have the same. */
function edgesOf(window: Window | undefined, now: Instant, zone: string): readonly Edge[] {
  switch (window?.kind) {
    case undefined:
      return [NOW]
    case 'last':
      return [{ op: '>', date: { kind: 'ago', n: window.n, unit: window.unit } }, NOW]
    case 'ago':
      return [
        { op: '>', date: { kind: 'ago', n: window.to, unit: window.unit } },
        { op: '<=', date: { kind: 'ago', n: window.from, unit: window.unit } },
      ]
    case 'older':
      return [{ op: '<=', date: { kind: 'ago', n: window.n, unit: window.unit } }]
    case 'calendar': {
      const { unit, offset, count = 1 } = window
      const end = offset + count
      const over = startOfUnit(unit, end, now, zone) <= now
      return [
        { op: '>=', date: { kind: 'unit', unit, offset } },
        over ? { op: '<', date: { kind: 'unit', unit, offset: end } } : NOW,
      ]
    }
    case 'dates':
      return datesEdges(window, now, zone)
  }
}

function datesEdges(
  { from, after, to, before }: Extract<Window, { kind: 'dates' }>,
  now: Instant,
  zone: string,
): readonly Edge[] {
  const edges: Edge[] = []
  if (from !== undefined) edges.push({ op: '>=', date: { kind: 'start', date: from } })
  if (after !== undefined) edges.push({ op: '>', date: { kind: 'end', date: after } })
  if (to !== undefined) edges.push({ op: '<=', date: { kind: 'end', date: to } })
  if (before !== undefined) edges.push({ op: '<', date: { kind: 'start', date: before } })
  const end = before ?? to
  const over = end !== undefined && startOfDate(end, zone, { later: before === undefined ? 1 : 0 }) <= now
  return over ? edges : [...edges, NOW]
}

/** The window that has these ends; undefined for ends that no one window has. */
export function windowWith(edges: readonly Edge[]): Window | 'always' | undefined {
  const lower = edges.filter(({ op }) => op === '>' || op === '>=')
  const upper = edges.filter(({ op, date }) => (op === '<' || op === '<=') && date.kind !== 'now')
  const [from] = lower
  const [to] = upper
  if (lower.length > 1 || upper.length > 1) return undefined
  if (from === undefined && to === undefined) return 'always'
  return rollingWith(from, to) ?? calendarWith(from, to) ?? datesWith(from, to)
}

function rollingWith(from: Edge | undefined, to: Edge | undefined): Window | undefined {
  const far = from?.date
  const near = to?.date
  if (far === undefined) {
    return near?.kind === 'ago' ? { kind: 'older', n: near.n, unit: near.unit } : undefined
  }
  if (far.kind !== 'ago') return undefined
  if (near === undefined) return { kind: 'last', n: far.n, unit: far.unit }
  const fits = near.kind === 'ago' && near.unit === far.unit && near.n < far.n
  return fits ? { kind: 'ago', from: near.n, to: far.n, unit: far.unit } : undefined
}

function calendarWith(from: Edge | undefined, to: Edge | undefined): Window | undefined {
  const first = from?.date
  const end = to?.date
  if (first?.kind !== 'unit' || from?.op !== '>=') return undefined
  const { unit, offset } = first
  if (end !== undefined && (end.kind !== 'unit' || end.unit !== unit || to?.op !== '<')) return undefined
  const count = (end === undefined ? 1 : end.offset) - offset
  if (count < 1) return undefined
  return { kind: 'calendar', unit, offset, ...(count > 1 && { count }) }
}

function datesWith(from: Edge | undefined, to: Edge | undefined): Window | undefined {
  const first = from === undefined ? {} : firstDate(from)
  const last = to === undefined ? {} : lastDate(to)
  return first === undefined || last === undefined ? undefined : { kind: 'dates', ...first, ...last }
}

function firstDate({ op, date }: Edge): { from: string } | { after: string } | undefined {
  if (op === '>=' && date.kind === 'start') return { from: date.date }
  return op === '>' && date.kind === 'end' ? { after: date.date } : undefined
}

function lastDate({ op, date }: Edge): { to: string } | { before: string } | undefined {
  if (op === '<' && date.kind === 'start') return { before: date.date }
  return op === '<=' && date.kind === 'end' ? { to: date.date } : undefined
}
