import type { Unit, Window } from './window.ts'

/**
 * A window as it ends a sentence: `in the last 90 days`, `30 to 60 days ago`, `last month`,
 * `from 1 March 2025 to 31 March 2025`. Rolling windows always say their number ("the last 1 month"), so that
 * none reads like a calendar unit ("last month").
 */
export function windowWords(window: Window): string {
  switch (window.kind) {
    case 'last':
      return `in the last ${spanWords(window.n, window.unit)}`
    case 'ago':
      return `${window.from} to ${spanWords(window.to, window.unit)} ago`
    case 'older':
      return `more than ${spanWords(window.n, window.unit)} ago`
    case 'calendar':
      return calendarWords(window)
    case 'dates':
      return datesWords(window)
  }
}

/** `1 day`, `90 days` */
export const spanWords = (n: number, unit: Unit): string => `${n} ${unit}${n === 1 ? '' : 's'}`

function calendarWords({ unit, offset, count }: Extract<Window, { kind: 'calendar' }>): string {
  if (count !== undefined) {
    const end = offset + count - 1
    if (end === 0)
      return `in the last ${count} calendar ${unit}s including ${unit === 'day' ? 'today' : 'this one'}`
    if (end === -1) return `in the last ${count} full ${unit}s`
    return `in the ${count} calendar ${unit}s ending ${spanWords(-end, unit)} ago`
  }
  if (unit === 'day') {
    if (offset === 0) return 'today'
    if (offset === -1) return 'yesterday'
    return offset === -2 ? 'the day before yesterday' : `on the calendar day ${-offset} days ago`
  }
  if (offset === 0) return `this ${unit}`
  if (offset === -1) return `last ${unit}`
  return offset === -2 ? `the ${unit} before last` : `in the calendar ${unit} ${-offset} ${unit}s ago`
}

function datesWords({ from, to, after, before }: Extract<Window, { kind: 'dates' }>): string {
  if (from !== undefined && from === to) return `on ${dateWords(from)}`
  if (from !== undefined && to !== undefined) return `from ${dateWords(from)} to ${dateWords(to)}`
  const ends = [
    ...(from === undefined ? [] : [`since ${dateWords(from)}`]),
    ...(after === undefined ? [] : [`after ${dateWords(after)}`]),
    ...(to === undefined ? [] : [`up to ${dateWords(to)}`]),
    ...(before === undefined ? [] : [`before ${dateWords(before)}`]),
  ]
  return ends.join(' and ')
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `6` → `June` */
export const monthName = (month: number): string => MONTHS[month - 1] ?? String(month)

/** `2025-06-01` → `1 June 2025` */
export function dateWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${monthName(Number(month))} ${year}`
}
