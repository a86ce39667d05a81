import { type RawBuilder, sql } from 'kysely'
import { type Instant, toSqlText } from '#kernel/clock.ts'
import { offsetsOf } from '../../time/offsets.ts'
import type { PlanContext } from '../define.ts'
import { hasRecurring, overMidnight, type Recurring, secondsOf, WEEKDAYS } from './recurring.ts'
import { oneOfText } from './sql-text.ts'

/** From the beginning of the year 0 in whole weeks, so that no instant counts as negative; it is a Thursday. */
const TO_POSITIVE = 102_794 * 604_800
/** The first of January 1970 was a Thursday: so much later in the week than Monday. */
const SINCE_MONDAY = 3 * 86_400

const offsetsIn = (ctx: PlanContext) => offsetsOf(ctx.zone, Math.min(ctx.earliest(), ctx.now), ctx.now)

/** Tests that an instant, an expression of epoch seconds, falls on such times in the workspace's zone. */
export function recurringRaw(
  recurring: Recurring,
  instant: RawBuilder<unknown>,
  ctx: PlanContext,
): RawBuilder<boolean>[] {
  if (!hasRecurring(recurring)) return []
  const { hours, weekdays, months, month_days: days } = recurring
  const local = localRaw(instant, ctx)
  const tests: RawBuilder<boolean>[] = []
  if (hours !== undefined) {
    const second = sql`(${local} + ${TO_POSITIVE}) % 86400`
    const [from, last] = [secondsOf(hours.from), secondsOf(hours.to) - 1]
    tests.push(
      overMidnight(hours)
        ? sql<boolean>`${second} NOT BETWEEN ${last + 1} AND ${from - 1}`
        : sql<boolean>`${second} BETWEEN ${from} AND ${last}`,
    )
  }
  if (weekdays !== undefined) {
    const day = sql`(${local} + ${TO_POSITIVE + SINCE_MONDAY}) / 86400 % 7`
    tests.push(
      ctx.dialect.oneOf(
        day,
        weekdays.map((name) => WEEKDAYS.indexOf(name)),
      ),
    )
  }
  if (months !== undefined) tests.push(ctx.dialect.oneOf(ctx.dialect.datePart('month', local), months))
  if (days !== undefined) tests.push(ctx.dialect.oneOf(ctx.dialect.datePart('day', local), days))
  return tests
}

/** What the clocks of the zone showed, as if it were UTC. */
function localRaw(instant: RawBuilder<unknown>, ctx: PlanContext): RawBuilder<unknown> {
  const offsets = offsetsIn(ctx)
  const last = offsets.at(-1)?.seconds ?? 0
  const earlier = offsets.flatMap(({ seconds, until }) =>
    until === undefined ? [] : [sql`WHEN ${instant} < ${until} THEN ${seconds}`],
  )
  if (earlier.length > 0) return sql`(${instant} + CASE ${sql.join(earlier, sql` `)} ELSE ${last} END)`
  return last === 0 ? instant : sql`(${instant} + ${last})`
}

/** The same over a column of a view that holds `YYYY-MM-DD HH:MM:SS` in UTC. */
export function recurringText(recurring: Recurring, column: string, ctx: PlanContext): string[] {
  if (!hasRecurring(recurring)) return []
  const { hours, weekdays, months, month_days: days } = recurring
  const shown = (format: string) => `strftime('${format}', ${column}${localText(column, ctx)})`
  const padded = (numbers: readonly number[]) => numbers.map((n) => String(n).padStart(2, '0'))
  const tests: string[] = []
  if (hours !== undefined) {
    const ends = [
      ...(hours.from === '00:00' ? [] : [`${shown('%H:%M')} >= '${hours.from}'`]),
      ...(hours.to === '24:00' ? [] : [`${shown('%H:%M')} < '${hours.to}'`]),
    ]
    tests.push(overMidnight(hours) ? `(${ends.join(' OR ')})` : ends.join(' AND '))
  }
  if (weekdays !== undefined) {
    // SQLite counts from Sunday.
    const numbers = weekdays.map((name) => String((WEEKDAYS.indexOf(name) + 1) % 7))
    tests.push(oneOfText(shown('%w'), numbers))
  }
  if (months !== undefined) tests.push(oneOfText(shown('%m'), padded(months)))
  if (days !== undefined) tests.push(oneOfText(shown('%d'), padded(days)))
  return tests
}

/** The date that the clocks showed at an instant. */
export const localDateText = (column: string, ctx: PlanContext, earliest: Instant): string =>
  `date(${column}${localText(column, ctx, offsetsOf(ctx.zone, earliest, ctx.now))})`

/** `, '+02:00'`, or the offsets of the zone in turn; nothing where the clocks show UTC. */
function localText(column: string, ctx: PlanContext, offsets = offsetsIn(ctx)): string {
  const last = offsets.at(-1)?.seconds ?? 0
  const earlier = offsets.flatMap(({ seconds, until }) =>
    until === undefined ? [] : [`WHEN ${column} < '${toSqlText(until)}' THEN '${offsetText(seconds)}'`],
  )
  if (earlier.length > 0) return `, CASE ${earlier.join(' ')} ELSE '${offsetText(last)}' END`
  return last === 0 ? '' : `, '${offsetText(last)}'`
}

/** `+05:30`; local times of long ago were some seconds off. */
function offsetText(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const [whole, rest] = [Math.abs(seconds), Math.abs(seconds) % 60]
  const clock = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}`
  return `${seconds < 0 ? '-' : '+'}${clock}${rest === 0 ? '' : `:${two(rest)}`}`
}
