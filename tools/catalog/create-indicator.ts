import { z } from 'zod'
import { indicatorDescription, indicatorName, indicatorPolicy } from '#domain/indicators/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const createIndicator = defineTool({
  name: 'create_indicator',
  title: 'Propose an indicator',
  description: 'Proposes to name a status (preview_id) or a number (measure) of customers.',
  input: z.strictObject({
    name: indicatorName,
    preview_id: z.string().optional(),
    measure: z
      .string()
      .max(300)
      .optional()
      .describe('In words: share of spend on Tea; days since last order'),
    description: indicatorDescription.optional(),
    policy: indicatorPolicy.optional().describe('Proposed from the data when left out'),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ name, preview_id: previewId, measure, description = '', policy }, ctx) {
    const change = {
      kind: 'create_indicator',
      name,
      description,
      previewId,
      measure: measure === undefined ? undefined : ctx.readMeasure(measure),
      policy,
    } as const
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
