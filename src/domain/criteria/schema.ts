import { z } from 'zod'
import { type Condition, conditionSchema } from '../conditions/index.ts'
import { giveCriteria } from '../conditions/shared/nested-criteria.ts'

/** A tree of conditions: all, any or none of its branches hold. Frozen plain data. */
export type Criteria = Condition | All | Any | None
export interface All {
  readonly all: readonly Criteria[]
}
export interface Any {
  readonly any: readonly Criteria[]
}
export interface None {
  readonly none: readonly Criteria[]
}

export const MAX_DEPTH = 5
export const MAX_CONDITIONS = 200

const branches = z.array(z.lazy(() => criteriaSchema)).min(1, 'an empty group would silently mean everybody')

/** The shape alone; parse.ts adds the limits and turns failures into errors that say what to do. */
export const criteriaSchema: z.ZodType<Criteria> = z.lazy(() =>
  z.union([
    conditionSchema,
    z.strictObject({ all: branches }),
    z.strictObject({ any: branches }),
    z.strictObject({ none: branches }),
  ]),
)

giveCriteria(criteriaSchema)
