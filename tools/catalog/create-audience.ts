import { z } from 'zod'
import { audienceName } from '#domain/audiences/schema.ts'
import { audienceParts, capOf, sourcesOf } from '../answers/audience.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const createAudience = defineTool({
  name: 'create_audience',
  title: 'Propose an audience',
  description: 'Proposes an audience: whom one channel may reach, less suppressions.',
  input: z.strictObject({
    name: audienceName,
    ...audienceParts,
    assumptions: z.array(z.string().max(500)).max(20).optional(),
  }),
  output: proposalOutput,
  effect: 'propose',
  async handler(
    { name, from, less = [], channel, holdout, cap, cap_order, per_company, assumptions = [] },
    ctx,
  ) {
    const change = {
      kind: 'create_audience',
      audienceId: ctx.ids.next('aud'),
      name,
      description: '',
      assumptions,
      definition: {
        ...sourcesOf({ from, less }, ctx),
        channel,
        holdout,
        committee: per_company,
        cap: capOf(cap, cap_order),
      },
    } as const
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
