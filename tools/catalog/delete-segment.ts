import { z } from 'zod'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const deleteSegment = defineTool({
  name: 'delete_segment',
  title: 'Propose to delete a segment',
  description: 'Proposes to delete a segment.',
  input: z.strictObject({ segment_id: z.string().describe('Id or name') }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ segment_id }, { segments, draft, actor, signal }) {
    const change = { kind: 'delete_segment', segmentId: segments.get(segment_id).id } as const
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
