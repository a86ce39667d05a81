import type { Expression } from '../../criteria/sql/expression.ts'
import type { SqlContext } from '../../criteria/sql/reading.ts'
import { numberOf, take } from '../../criteria/sql/take.ts'
import { offsetsOf } from '../../time/offsets.ts'
import { type Recurring, type Weekday, WEEKDAYS } from './recurring.ts'

interface Taken {
  hours?: NonNullable<Recurring['hours']>
  weekdays?: Weekday[]
  months?: number[]
  month_days?: number[]
}

/** Takes the hours, weekdays, months and days of the month that a column of instants must fall on. */
export function takeRecurring(tests: Expression[], column: string, ctx: SqlContext): Taken {
  const shown = (formats: readonly string[]) => (part: Expression) =>
    formats.includes(formatOf(part, column, ctx) ?? '')
  const hours = takeHours(tests, shown(['%H:%M', '%H']))
  const weekdays = take(tests, (test) => numbersOf(test, shown(['%w'])))?.map((n) => WEEKDAYS[(n + 6) % 7])
  const months = take(tests, (test) => numbersOf(test, shown(['%m'])))
  const days = take(tests, (test) => numbersOf(test, shown(['%d'])))
  return {
    ...(hours === undefined ? {} : { hours }),
    ...(weekdays === undefined ? {} : { weekdays: weekdays.flatMap((day) => day ?? []) }),
    ...(months === undefined ? {} : { months }),
    ...(days === undefined ? {} : { month_days: days }),
  }
}

/** `strftime('%H:%M', ordered_at, '-05:00')`, as a text or as a number. */
function formatOf(part: Expression, column: string, ctx: SqlContext): string | undefined {
  if (part.kind !== 'call') return undefined
  const [first, second, third, fourth] = part.args
  if (part.name === 'cast' && first !== undefined) return formatOf(first, column, ctx)
  const named = second?.kind === 'column' && second.name === column
  if (part.name !== 'strftime' || first?.kind !== 'text' || !named || fourth !== undefined) return undefined
  return isLocal(third, ctx) ? first.value : undefined
}

/** Times are those of the workspace: without a shift only where its clocks show UTC. */
function isLocal(shift: Expression | undefined, { now, zone, assume }: SqlContext): boolean {
  const seconds = offsetsOf(zone, now, now).at(-1)?.seconds ?? 0
  if (shift === undefined || (shift.kind === 'text' && shift.value === 'localtime')) {
    if (seconds !== 0 || shift !== undefined)
      assume(`Hours and days are read as the clocks of ${zone} show them.`)
    return true
  }
  // Offsets change over the year; the one that holds now stands last.
  const last = shift.kind === 'case' ? shift.else : shift
  return last?.kind === 'text' && secondsOf(last.value) === seconds
}

function secondsOf(offset: string): number | undefined {
  const [, sign, hours, minutes, rest = '0'] = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(offset) ?? []
  if (sign === undefined) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(rest))
}

/** `= '1'`, `IN ('0', '6')`, also as numbers. */
function numbersOf(test: Expression, isShown: (part: Expression) => boolean): number[] | undefined {
  const [of, values] =
    test.kind === 'in' && !test.not
      ? [test.of, test.values]
      : test.kind === 'compare' && test.op === '='
        ? [test.left, [test.right]]
        : []
  if (of === undefined || values === undefined || !isShown(of)) return undefined
  const numbers = values.flatMap((value) => numberOf(value) ?? [])
  return numbers.length === values.length ? numbers : undefined
}

/** From a time, to a time, or both; over midnight where either will do. */
function takeHours(tests: Expression[], isShown: (part: Expression) => boolean): Recurring['hours'] {
  const overnight = take(tests, (test) => {
    const [first, second, third] = test.kind === 'or' ? test.of : []
    const from = first && endOf(first, isShown)?.from
    const to = second && endOf(second, isShown)?.to
    return from === undefined || to === undefined || third !== undefined ? undefined : { from, to }
  })
  if (overnight !== undefined) return overnight
  const both = take(tests, (test) => {
    if (test.kind !== 'between' || test.not || !isShown(test.of)) return undefined
    const [from, to] = [timeOf(test.low), timeOf(test.high, { end: true })]
    return from === undefined || to === undefined ? undefined : { from, to }
  })
  if (both !== undefined) return both
  const from = take(tests, (test) => endOf(test, isShown)?.from)
  const to = take(tests, (test) => endOf(test, isShown)?.to)
  return from === undefined && to === undefined ? undefined : { from: from ?? '00:00', to: to ?? '24:00' }
}

function endOf(
  test: Expression,
  isShown: (part: Expression) => boolean,
): { from?: string; to?: string } | undefined {
  if (test.kind !== 'compare' || !isShown(test.left)) return undefined
  const inclusive = timeOf(test.right, { end: test.op === '<=' })
  if (inclusive === undefined) return undefined
  if (test.op === '>=') return { from: inclusive }
  return test.op === '<' || test.op === '<=' ? { to: inclusive } : undefined
}

/** `'09:00'`, `'09'`, 9; the end of an hour is the beginning of the next. */
function timeOf(part: Expression, { end = false } = {}): string | undefined {
  const text = part.kind === 'text' ? part.value : part.kind === 'number' ? String(part.value) : ''
  if (/^\d\d:\d\d$/.test(text)) return end ? undefined : text
  if (!/^\d{1,2}$/.test(text)) return undefined
  return `${String(Number(text) + (end ? 1 : 0)).padStart(2, '0')}:00`
}
