import { z } from 'zod'
import { undoingOf } from '#domain/proposals/undoing.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const undoChange = defineTool({
  name: 'undo_change',
  title: 'Propose to undo a change',
  description:
    'Drafts a proposal to take back the last change of a segment, indicator or audience, also its deletion, to restore one of its versions, or to take an export back by a removal file. Nothing changes until a human confirms it.',
  input: z.strictObject({
    segment_id: z.string().describe('Id or name; a deleted one and an export by id'),
    version: z.int().min(1).optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ segment_id, version }, { reader, segments, indicators, audiences, draft, actor, signal }) {
    // A deleted segment is known by its id alone.
    const indicatorId =
      indicators.find(segment_id)?.id ?? (indicators.versions(segment_id).length > 0 ? segment_id : undefined)
    const audienceId =
      audiences.find(segment_id)?.id ?? (audiences.versions(segment_id).length > 0 ? segment_id : undefined)
    const segmentId = segments.find(segment_id)?.id ?? indicatorId ?? audienceId ?? segment_id
    const change =
      version === undefined
        ? undoingOf({ reader, segments, indicators, audiences }, segmentId)
        : segmentId === indicatorId
          ? ({ kind: 'undo_indicator', indicatorId, version } as const)
          : segmentId === audienceId
            ? ({ kind: 'undo_audience', audienceId, version } as const)
            : ({ kind: 'undo', segmentId, version } as const)
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
