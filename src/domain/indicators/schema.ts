import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { segmentDescription, segmentName } from '../segments/schema.ts'
import { measureSchema } from './measures/index.ts'
import { shownIndicatorSchema, shownIndicatorVersionSchema } from './shown.ts'

export { indicatorPolicy } from './shown.ts'

export const indicatorName = segmentName
export const indicatorDescription = segmentDescription

/** What an indicator is: criteria that hold or not, or a number that is measured. */
export const indicatorDefinitionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('status'), criteria: criteriaSchema }),
  z.strictObject({ kind: z.literal('number'), measure: measureSchema }),
])
export type IndicatorDefinition = z.infer<typeof indicatorDefinitionSchema>

/** A named fact or status of customers. */
export const indicatorSchema = shownIndicatorSchema.extend({ definition: indicatorDefinitionSchema })
export type Indicator = z.infer<typeof indicatorSchema>

/** What an indicator was at one of its versions. */
export const indicatorVersionSchema = shownIndicatorVersionSchema.extend({
  definition: indicatorDefinitionSchema,
})
export type IndicatorVersion = z.infer<typeof indicatorVersionSchema>
