import { sql } from 'kysely'
import type { SetPlan } from '../../members/plan.ts'
import type { PlanContext } from '../define.ts'
import { type Comparison } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { allOf, cutByCustomer, inPiece } from '../shared/set-query.ts'
import type { DistanceCondition } from './distance.ts'
import { EARTH, type Point, UNITS } from './great-circle.ts'

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

/** How sqlView calls the part that says how far away everybody is. */
export const DISTANCE_PART = 'distance from '

/** `customer.id IN (SELECT id FROM "distance from Leeds" WHERE kilometres <= 25 * 1.609344)` */
export function distancePredicate(
  { from, unit, ...test }: DistanceCondition,
  part: (name: string, select: () => string) => string,
): string {
  const { latitude, longitude, place = `${latitude}, ${longitude}` } = from
  const rows = part(
    `${DISTANCE_PART}${place}`,
    () => `SELECT id, ${kilometres(from, 'latitude', 'longitude')} AS kilometres FROM v_customers`,
  )
  const scaled = (value: number) => (unit === 'km' ? String(value) : `${value} * ${UNITS[unit]}`)
  const { op, value } = test
  return `customer.id IN (SELECT id FROM ${rows} WHERE ${comparisonText('kilometres', { op, value }, { scaled })})`
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
