import type { Expression } from '../../criteria/sql/expression.ts'
import { firstIn } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { numberTest } from '../../criteria/sql/take.ts'
import { type CalendarUnit, CALENDAR_UNITS } from '../../time/window.ts'
import { takeDeed } from '../shared/deed-from-sql.ts'
import type { RegularCondition } from './regular.ts'

/** `… HAVING COUNT(DISTINCT CASE WHEN ordered_at > … THEN 0 … END) >= 4` */
export function regularFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'members') return undefined
  const { rows, shown } = test
  const [having, another] = rows.having
  if (having === undefined || another !== undefined) return undefined
  const periods = firstIn(having, (part) => (part.kind === 'case' ? part : undefined))
  const counted = numberTest(having, (part) => part.kind === 'call' && part.distinct === true)
  const every = periods && unitOf(periods)
  const taken = takeDeed(rows.view, [...rows.tests], ctx)
  if (every === undefined || counted === undefined || taken?.within === undefined) return undefined
  const { deed, within } = taken
  const all: RegularCondition = { type: 'regular', deed, every, within }
  const least = typeof counted.value === 'number' ? [{ ...all, least: counted.value }] : []
  return ctx.printed(counted.op === '=' ? [all] : least, shown)
}

/** The unit by which the periods are named, or the dates at which they begin. */
function unitOf({ whens }: Extract<Expression, { kind: 'case' }>): CalendarUnit | undefined {
  const [first] = whens
  if (first === undefined) return undefined
  const { value, when } = first
  const named = value.kind === 'text' ? value.value.split(' ')[0] : undefined
  const dated = firstIn(when, (part) =>
    part.kind === 'date' && 'unit' in part.date ? part.date.unit : undefined,
  )
  return CALENDAR_UNITS.find((unit) => unit === (named ?? dated))
}
