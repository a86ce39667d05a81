import { z } from 'zod'
import { segmentName } from '#domain/segments/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const cloneSegment = defineTool({
  name: 'clone_segment',
  title: 'Propose a clone of a segment',
  description: 'Proposes a copy of a segment, with its criteria or those of a preview.',
  input: z.strictObject({
    segment_id: z.string().describe('Id or name'),
    name: segmentName.optional().describe('Default: “… (copy)”'),
    preview_id: z.string().optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ segment_id, name, preview_id: previewId }, { segments, draft, actor, signal }) {
    const source = segments.get(segment_id)
    const change = {
      kind: 'clone_segment',
      segmentId: source.id,
      name: name ?? copyName(source.name),
      previewId,
    } as const
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})

const copyName = (name: string): string => `${name.slice(0, 90)} (copy)`
