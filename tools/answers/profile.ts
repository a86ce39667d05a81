import { z } from 'zod'
import { isCondition } from '#domain/criteria/node.ts'
import type { Criteria } from '#domain/criteria/schema.ts'
import { asFilters } from '#domain/profiles/as-parameters.ts'
import {
  MOST_PARAMETERS,
  PARAMETER_MODES,
  type Parameter,
  type ProfileParameters,
  parameterWeight,
} from '#domain/profiles/parameter.ts'
import { profileAssumptions, profileGoal, profileName } from '#domain/profiles/schema.ts'
import { ConflictError, InputError } from '#kernel/errors.ts'
import type { ToolContext } from '../define.ts'

const parameterInput = z.strictObject({
  preview_id: z.string(),
  mode: z.enum(PARAMETER_MODES),
  weight: parameterWeight.optional().describe('Of score; default 1'),
  grades: z
    .array(z.strictObject({ preview_id: z.string(), credit: z.int().min(1).max(99) }))
    .min(1)
    .max(10)
    .optional()
    .describe('Of score: percent of the weight for near misses'),
})

/** What a new profile is made of, as tools take it. */
export const profileParts = {
  name: profileName,
  parameters: z
    .array(parameterInput)
    .min(1)
    .max(MOST_PARAMETERS)
    .describe('filter: must hold; exclude: must not; score: preferred'),
  goal: profileGoal.optional(),
  assumptions: profileAssumptions.optional(),
}

type Given = z.output<typeof parameterInput>

/**
 * Parameters of what was counted. A filter of several things at once becomes one each, and what must not hold in it
 * an exclude. Throws NotFoundError for unknown previews, InputError for a weight where nothing is scored.
 */
export const parametersOf = (
  given: readonly Given[],
  ctx: Pick<ToolContext, 'previews'>,
): ProfileParameters =>
  given.flatMap((parameter, at): readonly Parameter[] => {
    const { criteria } = ctx.previews.get(parameter.preview_id)
    const { mode, weight, grades } = parameter
    if (mode === 'score') {
      const graded = (grades ?? []).map(({ preview_id, credit }) => ({
        criteria: ctx.previews.get(preview_id).criteria,
        credit,
      }))
      return [{ mode, criteria, weight: weight ?? 1, ...(graded.length > 0 && { grades: graded }) }]
    }
    if (weight !== undefined || grades !== undefined) {
      throw new InputError(`A parameter of mode ${mode} has no weight and no grades`, {
        next: 'Leave them out, or give it the mode score.',
        path: ['parameters', at],
      })
    }
    if (mode === 'filter') return asFilters(criteria)
    refuseDenied(criteria, at)
    return [{ mode, criteria }]
  })

/** "Not agencies", excluded, would leave agencies alone: nobody who says so means that. */
function refuseDenied(criteria: Criteria, at: number): void {
  if (isCondition(criteria) || !('none' in criteria)) return
  throw new InputError('An exclude says what must not hold, and this preview says it already', {
    next: 'Give the preview the mode filter, or count what is to be excluded without “not”.',
    path: ['parameters', at],
  })
}

/** What was assumed when the previews were counted, and what the caller says beside it. */
export const assumptionsOf = (
  given: readonly Given[],
  stated: readonly string[],
  ctx: Pick<ToolContext, 'previews'>,
): string[] => [
  ...new Set([...stated, ...given.flatMap(({ preview_id }) => ctx.previews.get(preview_id).assumptions)]),
]

/** For what can be asked of a profile only once a human has confirmed that it is made; `next` is what to do instead. */
export const notThereYet = (name: string, next: string): ConflictError =>
  new ConflictError(`“${name}” is not there yet: its proposal waits to be confirmed`, {
    next,
    path: ['profile_id'],
  })
