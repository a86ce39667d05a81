import { z } from 'zod'
import { segmentDescription, segmentName } from '#domain/segments/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const updateSegment = defineTool({
  name: 'update_segment',
  title: 'Propose to change a segment',
  description:
    'Drafts a proposal to give a segment other criteria (those of a preview), another name or another description. Nothing changes until a human confirms it.',
  input: z.strictObject({
    segment_id: z.string().describe('Id or name'),
    preview_id: z.string().optional(),
    name: segmentName.optional(),
    description: segmentDescription.optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler(
    { segment_id, preview_id: previewId, name, description },
    { segments, draft, actor, signal },
  ) {
    const segmentId = segments.get(segment_id).id
    const change =
      name !== undefined && previewId === undefined && description === undefined
        ? ({ kind: 'rename_segment', segmentId, name } as const)
        : ({ kind: 'update_segment', segmentId, previewId, name, description } as const)
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
