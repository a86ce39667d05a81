import type { z } from 'zod'
import { criteriaSchema } from '../criteria/schema.ts'
import { shownAlternativeSchema } from './shown.ts'

/** Criteria that differ in one step from those that were counted: what somebody might have meant instead. */
export const alternativeSchema = shownAlternativeSchema.extend({ criteria: criteriaSchema })
export type Alternative = z.infer<typeof alternativeSchema>

/** A condition in another's place, and the difference in few signs. */
export interface Step<C> {
  readonly instead: string
  readonly criteria: C
}
