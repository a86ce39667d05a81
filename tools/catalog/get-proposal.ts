import { z } from 'zod'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const getProposal = defineTool({
  name: 'get_proposal',
  title: 'Show a proposal',
  description: 'Shows a proposal: what would change, for whom, whether it is decided.',
  input: z.strictObject({ proposal_id: z.string() }),
  output: proposalOutput,
  effect: 'read',
  async handler({ proposal_id }, { proposals }) {
    return proposalAnswer(proposals.get(proposal_id))
  },
})
