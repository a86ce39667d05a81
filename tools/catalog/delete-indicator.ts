import { z } from 'zod'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const deleteIndicator = defineTool({
  name: 'delete_indicator',
  title: 'Propose to delete an indicator',
  description: 'Proposes to delete an indicator.',
  input: z.strictObject({ indicator_id: z.string().describe('Id or name') }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ indicator_id }, { indicators, draft, actor, signal }) {
    const change = { kind: 'delete_indicator', indicatorId: indicators.get(indicator_id).id } as const
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
