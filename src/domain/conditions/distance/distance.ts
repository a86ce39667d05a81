import { z } from 'zod'
import type { CustomerRecord } from '../../customers/record.ts'
import type { ConditionDefinition } from '../define.ts'
import {
  comparedSchema,
  type Comparison,
  comparisonWords,
  compare,
  mapValues,
  normalComparison,
  numberWords,
  refineComparison,
} from '../shared/comparison.ts'
import { valueWords } from '../shared/value-words.ts'
import { distancePhrases } from './distance-phrases.ts'
import { distanceFromSql } from './distance-from-sql.ts'
import { distancePredicate, planDistance } from './distance-plan.ts'
import { kilometresBetween, UNITS } from './great-circle.ts'
import { missOf } from '../shared/miss.ts'

const OPS = ['<=', '<', '>=', '>', 'between'] as const

const degrees = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .refine((value) => Math.round(value * 1e6) / 1e6 === value, {
      message: 'degrees have at most 6 decimals, which is a tenth of a metre',
    })

/**
 * How far away, as the crow flies, a customer is from a point: the great circle between the coordinates of both.
 * Customers without coordinates are at no distance, and pass no test of it. `place` is how people call the point.
 *
 * @example { type: 'distance', from: { latitude: 53.796, longitude: -1.548, place: 'Leeds' }, op: '<=', value: 25, unit: 'mi' }
 */
const distanceSchema = z
  .strictObject({
    type: z.literal('distance'),
    from: z.strictObject({
      latitude: degrees(90),
      longitude: degrees(180),
      place: z.string().trim().min(1).max(100).optional(),
    }),
    op: z.enum(OPS),
    value: comparedSchema,
    unit: z.enum(['km', 'mi']),
  })
  .superRefine((condition, ctx) => {
    refineComparison(condition, ctx)
    if ([condition.value].flat().some((n) => n < 0 || n > FARTHEST / UNITS[condition.unit]))
      ctx.addIssue({
        code: 'custom',
        path: ['value'],
        message: 'no two places are farther apart than 20,038 km',
      })
  })
export type DistanceCondition = z.infer<typeof distanceSchema>

/** Half the equator, rounded up. */
const FARTHEST = 20_038

export const distance: ConditionDefinition<'distance', DistanceCondition> = {
  type: 'distance',
  entity: 'customer',
  schema: distanceSchema,
  form: {
    title: 'Distance from a point',
    start: {
      type: 'distance',
      from: { latitude: 48.857, longitude: 2.353, place: 'Paris' },
      op: '<=',
      value: 50,
      unit: 'km',
    },
  },
  meaning:
    'Distance as the crow flies from a point (degrees) to the customer’s coordinates; place is its name',
  phrases: distancePhrases,
  normal: (condition) => ({ ...condition, ...normalDistance(testOf(condition)) }),
  sources: () => ['customers'],
  columns: () => [
    { name: 'latitude', key: 'from' },
    { name: 'longitude', key: 'from' },
  ],
  check: () => [],
  words: (condition) => `are ${distanceWords(condition)} ${pointWords(condition)}`,
  plan: (condition, ctx) => planDistance(condition.from, inKilometres(condition), ctx),
  predicate: (condition, _ctx, { part }) => distancePredicate(condition, part),
  fromSql: distanceFromSql,
  holds(condition, customer) {
    const away = awayFrom(condition, customer)
    return away !== undefined && compare(away, inKilometres(condition))
  },
  actual(condition, customer) {
    const away = awayFrom(condition, customer)
    if (away === undefined) return 'has no known coordinates'
    const inUnits = Math.round((10 * away) / UNITS[condition.unit]) / 10
    return `is ${numberWords(inUnits)} ${unitWords(condition, inUnits)} away from ${condition.from.place ?? 'there'}`
  },
  miss(condition, customer) {
    const away = awayFrom(condition, customer)
    if (away === undefined) return undefined
    return missOf(away / UNITS[condition.unit], testOf(condition), {
      step: 0.1,
      words: (n, more) =>
        `${numberWords(Math.ceil(10 * n) / 10)} ${unitWords(condition, 0)} ${more ? 'farther' : 'nearer'}`,
    })
  },
}

const testOf = ({ op, value }: DistanceCondition): Comparison => ({ op, value })

const inKilometres = (condition: DistanceCondition): Comparison =>
  mapValues(testOf(condition), (value) => value * UNITS[condition.unit])

/** "Between 5 and 5" stays: distances are never tested for being equal. */
function normalDistance(test: Comparison): Pick<DistanceCondition, 'op' | 'value'> | undefined {
  const { op, value } = normalComparison(test)
  return op === '=' ? undefined : { op, value }
}

function awayFrom({ from }: DistanceCondition, { latitude, longitude }: CustomerRecord): number | undefined {
  return latitude === null || longitude === null
    ? undefined
    : kilometresBetween(from, { latitude, longitude })
}

/** `within 25 miles of`, `more than 50 km from` */
function distanceWords(condition: DistanceCondition): string {
  const { op, value } = condition
  const unit = unitWords(condition, Array.isArray(value) ? value[1] : value)
  // Nobody is exactly so far away: also where both ends are one, they are ends.
  const test = Array.isArray(value)
    ? `between ${numberWords(value[0])} and ${numberWords(value[1])}`
    : comparisonWords(testOf(condition), numberWords)
  return op === '<=' ? `within ${numberWords(Number(value))} ${unit} of` : `${test} ${unit} from`
}

const unitWords = ({ unit }: DistanceCondition, n: number): string =>
  unit === 'km' ? 'km' : n === 1 ? 'mile' : 'miles'

/** `Leeds (53.796, -1.548)`, `51.5, -0.12` */
function pointWords({ from: { latitude, longitude, place } }: DistanceCondition): string {
  const point = `${degreesWords(latitude)}, ${degreesWords(longitude)}`
  return place === undefined ? point : `${valueWords(place)} (${point})`
}

/** With a point, by which coordinates are known from other numbers. */
const degreesWords = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(1) : numberWords(value)
