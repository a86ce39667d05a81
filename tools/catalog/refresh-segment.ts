import { z } from 'zod'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const refreshSegment = defineTool({
  name: 'refresh_segment',
  title: 'Propose to refresh a segment',
  description: 'Proposes to recount a segment, noting who came and went.',
  input: z.strictObject({ segment_id: z.string().describe('Id or name') }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ segment_id }, { segments, draft, actor, signal }) {
    const { id } = segments.get(segment_id)
    return proposalAnswer(await draft.proposal({ kind: 'refresh_segment', segmentId: id }, { actor, signal }))
  },
})
