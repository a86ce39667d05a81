import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'

/** What a parameter does with whoever its criteria hold for. */
export const PARAMETER_MODES = ['filter', 'exclude', 'score'] as const
export type ParameterMode = (typeof PARAMETER_MODES)[number]

export const MOST_PARAMETERS = 50
const MOST_GRADES = 10

export const parameterWeight = z
  .int('a weight is a whole number')
  .min(1, 'a weight is at least 1: leave out what should not count')
  .max(1000, 'a weight is at most 1,000')

/** Part of the weight, for whoever just misses the criteria. */
const grade = z.strictObject({
  criteria: criteriaSchema,
  /** Percent of the weight. */
  credit: z.int().min(1).max(99),
})

/**
 * One thing that makes a record the right one. `filter` must hold, `exclude` must not hold, else the record does not
 * fit; `score` adds its weight where it holds, else the credit of the first of its grades that holds.
 */
export const parameterSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('filter'), criteria: criteriaSchema }),
  z.strictObject({ mode: z.literal('exclude'), criteria: criteriaSchema }),
  z.strictObject({
    mode: z.literal('score'),
    criteria: criteriaSchema,
    weight: parameterWeight,
    grades: z.array(grade).min(1).max(MOST_GRADES).exactOptional(),
  }),
])
export type Parameter = z.infer<typeof parameterSchema>
export type ScoreParameter = Extract<Parameter, { mode: 'score' }>

export const parametersSchema = z.array(parameterSchema).min(1).max(MOST_PARAMETERS)
export type ProfileParameters = z.infer<typeof parametersSchema>
