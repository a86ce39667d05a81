import { z } from 'zod'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const deleteAudience = defineTool({
  name: 'delete_audience',
  title: 'Propose to delete an audience',
  description: 'Proposes to delete an audience.',
  input: z.strictObject({ audience_id: z.string().describe('Id or name') }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ audience_id }, { audiences, draft, actor, signal }) {
    const change = { kind: 'delete_audience', audienceId: audiences.get(audience_id).id } as const
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
