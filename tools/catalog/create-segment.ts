import { z } from 'zod'
import { segmentDescription, segmentName } from '#domain/segments/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const createSegment = defineTool({
  name: 'create_segment',
  title: 'Propose a segment',
  description: 'Proposes to save counted criteria as a segment.',
  input: z.strictObject({
    preview_id: z.string(),
    name: segmentName,
    description: segmentDescription.optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ preview_id: previewId, name, description = '' }, { draft, actor, signal }) {
    const change = { kind: 'create_segment', previewId, name, description } as const
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
