import { conjunctsOf, type Expression, type Source } from '../../criteria/sql/expression.ts'
import { everyPart } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberOf, numberTest } from '../../criteria/sql/take.ts'
import { mapValues } from '../shared/comparison.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { DISTANCE_PART } from './distance-plan.ts'
import type { DistanceCondition } from './distance.ts'
import { UNITS } from './great-circle.ts'

/** `customer.id IN (SELECT id FROM "distance from Leeds" WHERE kilometres <= 25)` */
export function distanceFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns' || test.test.kind !== 'in_query') return undefined
  const { query } = test.test
  const [source, another] = query.from
  const [compared, second] = conjunctsOf(query.where)
  if (source === undefined || another !== undefined || compared === undefined || second !== undefined)
    return undefined
  const from = pointIn(source)
  const found = numberTest(compared, isNamed('kilometres'))
  if (from === undefined || found === undefined) return undefined
  const { test: asked, denied } = comparisonIn(found)
  const op = (['<=', '<', '>=', '>', 'between'] as const).find((one) => one === asked.op)
  if (denied || op === undefined) return undefined
  const candidates = (['km', 'mi'] as const).flatMap((unit): DistanceCondition[] => {
    const { value } = mapValues(asked, (n) => Math.round((n / UNITS[unit]) * 1e9) / 1e9)
    return [{ type: 'distance', from, op, value, unit }]
  })
  return ctx.printed(candidates, test.test)
}

/** What the columns are compared with is the point: `sin(radians(latitude - 53.796) / 2)`. */
function pointIn({ part, query }: Source): DistanceCondition['from'] | undefined {
  if (part?.startsWith(DISTANCE_PART) !== true || query === undefined) return undefined
  const of: Expression = { kind: 'query', query }
  const [latitude, longitude] = (['latitude', 'longitude'] as const).map((name) => {
    for (const one of everyPart(of)) {
      if (one.kind === 'binary' && one.op === '-' && isNamed(name)(one.left)) return numberOf(one.right)
    }
    return undefined
  })
  if (latitude === undefined || longitude === undefined) return undefined
  // Another point of the same name is numbered.
  const place = part.slice(DISTANCE_PART.length).replace(/ \(\d+\)$/, '')
  return place === `${latitude}, ${longitude}` ? { latitude, longitude } : { latitude, longitude, place }
}
