import { z } from 'zod'
import { pinsPatchSchema, revisedPins } from '#domain/segments/revise-pins.ts'
import { segmentDescription, segmentName } from '#domain/segments/schema.ts'
import { InputError } from '#kernel/errors.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const updateSegment = defineTool({
  name: 'update_segment',
  title: 'Propose to change a segment',
  description: 'Proposes to give a segment other criteria, name, description or rules.',
  input: z.strictObject({
    segment_id: z.string().describe('Id or name'),
    preview_id: z.string().optional(),
    name: segmentName.optional(),
    description: segmentDescription.optional(),
    rules: pinsPatchSchema
      .optional()
      .describe(
        'Alone. Customers that must be in it, out of it, or are free again; least and most size. Flags what breaks them, changes no members',
      ),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler(
    { segment_id, preview_id: previewId, name, description, rules },
    { segments, draft, actor, signal, reader },
  ) {
    const { id: segmentId, pins } = segments.get(segment_id)
    if (rules !== undefined) {
      if (name !== undefined || previewId !== undefined || description !== undefined) {
        throw new InputError('Rules are a change of their own', { next: 'Call again with the rules alone.' })
      }
      const change = { kind: 'pin_segment', segmentId, pins: revisedPins(reader, pins, rules) } as const
      return proposalAnswer(await draft.proposal(change, { actor, signal }))
    }
    const change =
      name !== undefined && previewId === undefined && description === undefined
        ? ({ kind: 'rename_segment', segmentId, name } as const)
        : ({ kind: 'update_segment', segmentId, previewId, name, description } as const)
    return proposalAnswer(await draft.proposal(change, { actor, signal }))
  },
})
