import { toSqlText } from '#kernel/clock.ts'
import { startOfDate } from '../../time/bounds.ts'
import { dateName, dateText, type NamedDate } from '../../time/named-dates.ts'
import { type CalendarUnit, type Unit, UNITS } from '../../time/window.ts'
import type { Expression } from './expression.ts'
import type { SqlContext } from './reading.ts'

/** What SQL compares a date with. */
export type Moment =
  | { readonly kind: 'named'; readonly date: NamedDate }
  /** A date without a time: midnight in UTC, where it is compared with a time. */
  | { readonly kind: 'day'; readonly date: string }
  /** So long before this moment, or before the midnight that began today. */
  | { readonly kind: 'back'; readonly n: number; readonly unit: Unit; readonly from: 'now' | 'today' }
  /** The beginning of a calendar unit. */
  | { readonly kind: 'unit'; readonly unit: CalendarUnit; readonly offset: number }

/** `'2025-01-31'`, `date('now', '-30 days')`, `CURRENT_DATE - INTERVAL '30 days'`, a date by its name. */
export function momentOf(part: Expression, ctx: SqlContext): Moment | undefined {
  if (part.kind === 'date') {
    if (part.text !== dateText(part.date, ctx.now, ctx.zone)) {
      ctx.assume(
        `“${dateName(part.date)}” is read by its name, as of now, not as the date that the SQL gives it (${part.text}).`,
      )
    }
    return { kind: 'named', date: part.date }
  }
  if (part.kind === 'text') return writtenMoment(part.value, ctx)
  if (part.kind === 'call' && part.name !== 'date_sub') return calledMoment(part.name, part.args)
  const [left, right] =
    part.kind === 'call'
      ? part.args
      : part.kind === 'binary' && part.op === '-'
        ? [part.left, part.right]
        : []
  if (left === undefined || right?.kind !== 'interval') return undefined
  const from = momentOf(left, ctx)
  const span = spanOf(right.text)
  return span === undefined || from?.kind !== 'back' || from.n !== 0 ? undefined : { ...from, ...span }
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.0+)?Z?)?$/

function writtenMoment(text: string, { now, zone }: SqlContext): Moment | undefined {
  const [, date = '', time] = ISO.exec(text) ?? []
  if (date === '' || !isDate(date)) return undefined
  if (time === undefined) return { kind: 'day', date }
  const written = `${date} ${time.length === 5 ? `${time}:00` : time}`
  if (written === toSqlText(now)) return { kind: 'named', date: { kind: 'now' } }
  // The zone's date is the one that the instant lies in, or the one before or after by UTC.
  for (const later of [0, -1, 1]) {
    const near = shifted(date, later)
    if (toSqlText(startOfDate(near, zone)) === written) {
      return { kind: 'named', date: { kind: 'start', date: near } }
    }
    if (toSqlText(startOfDate(near, zone, { later: 1 }) - 1) === written) {
      return { kind: 'named', date: { kind: 'end', date: near } }
    }
  }
  if (written.endsWith('00:00:00')) return { kind: 'day', date }
  return written.endsWith('23:59:59') ? { kind: 'named', date: { kind: 'end', date } } : undefined
}

const isDate = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`)
  // The runtime takes 30 February for a day in March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}

/** The date some days later. */
export const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const NOW_CALLS = new Set(['current_timestamp', 'now', 'getdate', 'sysdate'])
const TODAY_CALLS = new Set(['current_date', 'today', 'curdate'])

function calledMoment(name: string, args: readonly Expression[]): Moment | undefined {
  const [first, ...others] = args
  if (args.length === 0 && NOW_CALLS.has(name)) return { kind: 'back', n: 0, unit: 'day', from: 'now' }
  if (args.length === 0 && TODAY_CALLS.has(name)) return { kind: 'back', n: 0, unit: 'day', from: 'today' }
  if (name !== 'date' && name !== 'datetime') return undefined
  const from = name === 'date' ? 'today' : 'now'
  if (first?.kind === 'text' && first.value.toLowerCase() !== 'now') {
    return name === 'date' && others.length === 0 && isDate(first.value)
      ? { kind: 'day', date: first.value }
      : undefined
  }
  if (first?.kind !== 'text') return undefined
  const modifiers = others.map((part) => (part.kind === 'text' ? part.value.trim().toLowerCase() : ''))
  return modified({ kind: 'back', n: 0, unit: 'day', from }, modifiers)
}

/** SQLite's modifiers in turn: `'start of month', '-1 month'`. */
function modified(from: Moment & { kind: 'back' }, modifiers: readonly string[]): Moment | undefined {
  let moment: Moment = from
  for (const modifier of modifiers) {
    if (modifier === 'localtime' || modifier === 'utc') continue
    const start = /^start of (day|month|year)$/.exec(modifier)?.[1]
    const unit = (['day', 'month', 'year'] as const).find((one) => one === start)
    if (unit !== undefined) {
      if (moment.kind !== 'back' || moment.n !== 0) return undefined
      moment = { kind: 'unit', unit, offset: 0 }
      continue
    }
    const span = spanOf(modifier.replace(/^-/, ''))
    if (span === undefined || (!modifier.startsWith('-') && span.n > 0)) return undefined
    if (moment.kind === 'unit') {
      if (span.unit !== moment.unit) return undefined
      moment = { ...moment, offset: moment.offset - span.n }
      continue
    }
    if (moment.kind !== 'back' || moment.n !== 0) return undefined
    moment = { ...moment, ...span }
  }
  return moment
}

/** `30 days` */
function spanOf(text: string): { n: number; unit: Unit } | undefined {
  const [, n = '', word = ''] = /^(\d{1,4}) ([a-z]+?)s?$/.exec(text.trim()) ?? []
  const unit = UNITS.find((one) => one === word)
  return unit === undefined ? undefined : { n: Number(n), unit }
}
