import { z } from 'zod'
import { type Criteria, criteriaSchema } from '#domain/criteria/schema.ts'
import { type Preview, previewSchema } from '#domain/previews/schema.ts'
import { type Proposal, proposalSchema } from '#domain/proposals/schema.ts'
import type { Step } from './heard.ts'

const detailsSchema = z.object({
  preview: previewSchema.optional().catch(undefined),
  proposal: proposalSchema.optional().catch(undefined),
  segment: z
    .object({ id: z.string(), criteria: criteriaSchema.nullish().catch(undefined) })
    .optional()
    .catch(undefined),
})
const inputSchema = z.object({ segmentId: z.string().optional().catch(undefined) })

const detailsOf = ({ answer }: Step): z.output<typeof detailsSchema> =>
  'error' in answer ? {} : (detailsSchema.safeParse(answer.details).data ?? {})

/** What was counted, if anything was. */
export const previewIn = (step: Step): Preview | undefined => detailsOf(step).preview

/** What was drafted or looked at. */
export const proposalIn = (step: Step): Proposal | undefined => detailsOf(step).proposal

/** The criteria that a step leaves at hand. */
export function criteriaIn(step: Step): Criteria | undefined {
  const { preview, proposal, segment } = detailsOf(step)
  return preview?.criteria ?? proposal?.preview?.criteria ?? segment?.criteria ?? undefined
}

/** The segment that a step was about. */
export function segmentIn(step: Step): string | undefined {
  if ('error' in step.answer) return undefined
  const { proposal, segment } = detailsOf(step)
  return segment?.id ?? proposal?.targetId ?? inputSchema.safeParse(step.input).data?.segmentId
}
