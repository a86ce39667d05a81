import { z } from 'zod'
import type { AudienceDefinition } from '#domain/audiences/definition.ts'
import { audienceName } from '#domain/audiences/schema.ts'
import { audienceParts, capOf, sourcesOf } from '../answers/audience.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

const { from, less, channel, cap_order, per_company } = audienceParts

export const updateAudience = defineTool({
  name: 'update_audience',
  title: 'Propose to change an audience',
  description: 'Proposes to change what is given of an audience.',
  input: z.strictObject({
    audience_id: z.string().describe('Id or name'),
    name: audienceName.optional(),
    from: from.optional(),
    less,
    channel: channel.optional(),
    holdout: z.number().min(0).lt(100).optional().describe('0: none'),
    cap: z.int().min(0).optional().describe('0: none'),
    cap_order,
    per_company,
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler(
    { audience_id, name, from: base, less: out, channel: to, holdout, cap, cap_order: order, ...rest },
    ctx,
  ) {
    const { id, definition: now } = ctx.audiences.get(audience_id)
    const sources = sourcesOf({ from: base ?? [], less: out ?? [] }, ctx)
    const parts: Partial<AudienceDefinition> = {
      ...(base && { entity: sources.entity, base: sources.base }),
      ...(out && { less: sources.less }),
      ...(to && { channel: to }),
      ...(holdout !== undefined && { holdout: holdout === 0 ? undefined : holdout }),
      ...(rest.per_company !== undefined && { committee: rest.per_company }),
      ...((cap !== undefined || order !== undefined) && {
        cap: cap === 0 ? undefined : capOf(cap ?? now.cap?.customers, order ?? now.cap?.order),
      }),
    }
    const change = {
      kind: 'update_audience',
      audienceId: id,
      name,
      definition: Object.keys(parts).length === 0 ? undefined : { ...now, ...parts },
    } as const
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
