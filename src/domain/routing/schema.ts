import { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { segmentName } from '../segments/schema.ts'
import { destinationSchema } from './destination.ts'
import { shownRuleSchema } from './shown.ts'

export const ruleName = segmentName

/** Whom a rule hands on, and where to. */
export const routingDefinition = z.strictObject({
  entity: z.enum(['company', 'person']),
  criteria: criteriaSchema,
  to: destinationSchema,
})
export type RoutingDefinition = z.infer<typeof routingDefinition>

export const routingRuleSchema = shownRuleSchema.extend({ definition: routingDefinition })
export type RoutingRule = z.infer<typeof routingRuleSchema>

export interface RoutingRuleVersion {
  readonly version: number
  readonly name: string
  readonly definition: RoutingDefinition
  readonly deleted: boolean
  readonly by: string
  readonly at: string
  readonly proposalId: string | null
}
