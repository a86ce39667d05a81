import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { segmentDescription, segmentName } from '../segments/schema.ts'
import { measureSchema } from './measures/index.ts'

export const indicatorName = segmentName
export const indicatorDescription = segmentDescription

/** What an indicator is: criteria that hold or not, or a number that is measured. */
export const indicatorDefinitionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), criteria: criteriaSchema }),
  z.strictObject({ kind: z.literal('number'), measure: measureSchema }),
])
export type IndicatorDefinition = z.infer<typeof indicatorDefinitionSchema>

/** `dynamic`: computed in the query; `frozen`: stored, and computed anew when its sources have changed. */
export const indicatorPolicy = z.enum(['dynamic', 'frozen'])

/** A named fact or status of customers, as surfaces show it. */
export const indicatorSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** `builtin`: there from the start; only its refresh policy can be changed. */
  origin: z.enum(['builtin', 'custom']),
  version: z.int(),
  definition: indicatorDefinitionSchema,
  policy: indicatorPolicy,
  /** Why this policy, in a sentence. */
  policyReason: z.string(),
  /** Of a frozen one: when its values were computed; null before the first time, while it is computed in the query. */
  valuesAsOf: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type Indicator = z.infer<typeof indicatorSchema>

/** What an indicator was at one of its versions. */
export const indicatorVersionSchema = indicatorSchema
  .pick({ version: true, name: true, description: true, definition: true, policy: true, policyReason: true })
  .extend({ deleted: z.boolean(), by: z.string(), at: z.string(), proposalId: z.string().nullable() })
export type IndicatorVersion = z.infer<typeof indicatorVersionSchema>
