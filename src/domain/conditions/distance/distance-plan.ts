import { sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { type Comparison } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { allOf, cutByCustomer, inPiece } from '../shared/set-query.ts'
import { EARTH, type Point } from './great-circle.ts'

export function planDistance(from: Point, test: Comparison, ctx: PlanContext): SetPlan {
  const away = sql<number>`${sql.raw(kilometres(from, 'c.latitude', 'c.longitude'))}`
  const guard = latitudes(from, test)
  const tests = [
    inPiece('c.id'),
    ...(guard === undefined ? [] : [sql<boolean>`c.latitude BETWEEN ${guard.low} AND ${guard.high}`]),
    comparisonRaw(away, test),
  ]
  return cutByCustomer(ctx.dialect, sql`SELECT c.id FROM customers AS c WHERE ${allOf(tests)}`)
}

export function predicateOf(from: Point, test: Comparison): string {
  return comparisonText(kilometres(from, 'customer.latitude', 'customer.longitude'), test)
}

/** The haversine formula of great-circle.ts, step by step the same, so that both come to the same number. */
function kilometres({ latitude, longitude }: Point, latitudeOf: string, longitudeOf: string): string {
  const halfway = `sin(radians(${latitudeOf} - ${number(latitude)}) / 2)`
  const across = `sin(radians(${longitudeOf} - ${number(longitude)}) / 2)`
  const chord =
    `${halfway} * ${halfway} + cos(radians(${number(latitude)})) * cos(radians(${latitudeOf})) * ` +
    `(${across} * ${across})`
  return `2 * ${EARTH} * asin(min(1, sqrt(${chord})))`
}

const number = (degrees: number): string => (degrees < 0 ? `(${degrees})` : String(degrees))

/** Degrees of latitude outside of which nobody is near enough, a little wider than it need be. */
function latitudes(
  { latitude }: Point,
  { op, value }: Comparison,
): { low: number; high: number } | undefined {
  const most =
    op === 'between' ? Math.max(...[value].flat()) : op === '<' || op === '<=' ? Number(value) : undefined
  if (most === undefined) return undefined
  const span = (most / EARTH) * (180 / Math.PI) + 1e-6
  return { low: latitude - span, high: latitude + span }
}
