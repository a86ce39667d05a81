import { type Instant, toSqlText } from '#kernel/clock.ts'
import { dateAt, startOfDate, startOfUnit, stepBack } from './bounds.ts'
import { type CalendarUnit, CALENDAR_UNITS, type Unit, UNITS } from './window.ts'

/** A date that SQL names instead of spelling it out, so that it says where the date comes from. */
export type NamedDate =
  | { readonly kind: 'now' }
  /** An instant so long before now. */
  | { readonly kind: 'ago'; readonly n: number; readonly unit: Unit }
  /** The first instant of a calendar unit: 0 is the current one, -1 the last. */
  | { readonly kind: 'unit'; readonly unit: CalendarUnit; readonly offset: number }
  /** The first or the last second of a date. */
  | { readonly kind: 'start' | 'end'; readonly date: string }
  /** A calendar date without a time: the one that it was so long before now; 0 is today. */
  | { readonly kind: 'date'; readonly n: number; readonly unit: Unit }
  /** An instant so long before another. */
  | { readonly kind: 'before'; readonly n: number; readonly unit: Unit; readonly of: NamedDate }

/** `90 days ago`, `start of last month`, `end of 2025-03-31`, `date 25 years ago` */
export function dateName(named: NamedDate): string {
  switch (named.kind) {
    case 'now':
      return 'now'
    case 'ago':
      return `${spanName(named.n, named.unit)} ago`
    case 'unit':
      return `start of ${unitName(named.unit, named.offset)}`
    case 'start':
    case 'end':
      return `${named.kind} of ${named.date}`
    case 'date':
      return named.n === 0 ? 'today' : `date ${spanName(named.n, named.unit)} ago`
    case 'before':
      return `${spanName(named.n, named.unit)} before ${dateName(named.of)}`
  }
}

const spanName = (n: number, unit: Unit): string => `${n} ${unit}${n === 1 ? '' : 's'}`

function unitName(unit: CalendarUnit, offset: number): string {
  if (offset === 0) return unit === 'day' ? 'today' : `this ${unit}`
  if (offset === -1) return unit === 'day' ? 'yesterday' : `last ${unit}`
  return `the ${unit} ${-offset} ${unit}s ago`
}

/** What a name means; undefined for names that are not one of these. */
export function dateNamed(name: string): NamedDate | undefined {
  if (name === 'now') return { kind: 'now' }
  if (name === 'today') return { kind: 'date', n: 0, unit: 'day' }
  const day = /^(start|end) of (\d{4}-\d\d-\d\d)$/.exec(name)
  if (day !== null) return { kind: day[1] === 'start' ? 'start' : 'end', date: day[2] ?? '' }
  const before = /^(\d{1,4}) ([a-z]+?)s? before (.+)$/.exec(name)
  if (before !== null) {
    const unit = UNITS.find((one) => one === before[2])
    const of = dateNamed(before[3] ?? '')
    if (unit === undefined || of === undefined) return undefined
    return exactly(name, { kind: 'before', n: Number(before[1]), unit, of })
  }
  const ago = /^(date )?(\d{1,4}) ([a-z]+?)s? ago$/.exec(name)
  if (ago !== null) {
    const unit = UNITS.find((one) => one === ago[3])
    if (unit === undefined) return undefined
    return exactly(name, { kind: ago[1] === undefined ? 'ago' : 'date', n: Number(ago[2]), unit })
  }
  for (const unit of CALENDAR_UNITS) {
    const back = /^start of the ([a-z]+) (\d{1,3}) [a-z]+ ago$/.exec(name)
    const offset = [0, -1, back === null ? -1 : -Number(back[2])].find(
      (one) => dateName({ kind: 'unit', unit, offset: one }) === name,
    )
    if (offset !== undefined) return { kind: 'unit', unit, offset }
  }
  return undefined
}

const exactly = (name: string, named: NamedDate): NamedDate | undefined =>
  dateName(named) === name ? named : undefined

/** The date as SQL compares it: `YYYY-MM-DD HH:MM:SS` in UTC, or a calendar date `YYYY-MM-DD`. */
export const dateText = (named: NamedDate, now: Instant, zone: string): string =>
  named.kind === 'date'
    ? dateAt(named.n === 0 ? now : stepBack(now, named.n, named.unit, zone), zone)
    : toSqlText(instantOf(named, now, zone))

/** The instant that a name stands for; of a calendar date, its first. */
export function instantOf(named: NamedDate, now: Instant, zone: string): Instant {
  switch (named.kind) {
    case 'now':
      return now
    case 'ago':
      return stepBack(now, named.n, named.unit, zone)
    case 'unit':
      return startOfUnit(named.unit, named.offset, now, zone)
    case 'start':
      return startOfDate(named.date, zone)
    case 'end':
      return startOfDate(named.date, zone, { later: 1 }) - 1
    case 'date':
      return startOfDate(dateText(named, now, zone), zone)
    case 'before':
      return stepBack(instantOf(named.of, now, zone), named.n, named.unit, zone)
  }
}
