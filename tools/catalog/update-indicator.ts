import { z } from 'zod'
import { indicatorDescription, indicatorName, indicatorPolicy } from '#domain/indicators/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const updateIndicator = defineTool({
  name: 'update_indicator',
  title: 'Propose to change an indicator',
  description: 'Proposes to change an indicator.',
  input: z.strictObject({
    indicator_id: z.string().describe('Id or name'),
    name: indicatorName.optional(),
    preview_id: z.string().optional(),
    measure: z.string().max(300).optional(),
    description: indicatorDescription.optional(),
    policy: indicatorPolicy.optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ indicator_id, preview_id: previewId, measure, ...rest }, ctx) {
    const change = {
      kind: 'update_indicator',
      indicatorId: ctx.indicators.get(indicator_id).id,
      previewId,
      measure: measure === undefined ? undefined : ctx.readMeasure(measure),
      ...rest,
    } as const
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
