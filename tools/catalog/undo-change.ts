import { z } from 'zod'
import type { Change } from '#domain/changes/index.ts'
import { undoingOf } from '#domain/proposals/undoing.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool, type ToolContext } from '../define.ts'

export const undoChange = defineTool({
  name: 'undo_change',
  title: 'Propose to undo a change',
  description: 'Proposes to take back a thing’s last change or an export, or to restore a version.',
  input: z.strictObject({
    segment_id: z.string().describe('Id or name; a deleted one and an export by id'),
    version: z.int().min(1).optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ segment_id, version }, ctx) {
    const { id, restore } = thingOf(segment_id, ctx)
    const change = version === undefined ? undoingOf(ctx, id) : restore(version)
    return proposalAnswer(await ctx.draft.proposal(change, { actor: ctx.actor, signal: ctx.signal }))
  },
})

/** What an id or a name means, and how a version of it is restored. A deleted thing is known by its id alone. */
function thingOf(
  idOrName: string,
  { segments, indicators, audiences, profiles }: ToolContext,
): { readonly id: string; restore(version: number): Change } {
  const segmentId = segments.find(idOrName)?.id ?? idOrName
  const asSegment = {
    id: segmentId,
    restore: (version: number) => ({ kind: 'undo', segmentId, version }) as const,
  }
  if (segments.versions(segmentId).length > 0) return asSegment
  const indicatorId = indicators.find(idOrName)?.id ?? idOrName
  if (indicators.versions(indicatorId).length > 0) {
    return { id: indicatorId, restore: (version) => ({ kind: 'undo_indicator', indicatorId, version }) }
  }
  const audienceId = audiences.find(idOrName)?.id ?? idOrName
  if (audiences.versions(audienceId).length > 0) {
    return { id: audienceId, restore: (version) => ({ kind: 'undo_audience', audienceId, version }) }
  }
  const named = profiles.find(idOrName)
  const profileId = named.length > 0 ? profiles.get(idOrName).id : idOrName
  if (profiles.versions(profileId).length === 0) return asSegment
  return {
    id: profileId,
    restore: (version) => ({ kind: 'undo_profile', profiles: [{ profileId, version }] }),
  }
}
