import { z } from 'zod'
import { freeCode } from '#domain/profiles/code.ts'
import { profileName } from '#domain/profiles/schema.ts'
import { proposalAnswer, proposalOutput } from '../answers/proposal.ts'
import { defineTool } from '../define.ts'

export const cloneIcp = defineTool({
  name: 'clone_icp',
  title: 'Propose to clone an ICP',
  description: 'Drafts a proposal to copy an ICP with its personas.',
  input: z.strictObject({ icp_id: z.string(), name: profileName }),
  output: proposalOutput,
  effect: 'propose',
  async handler({ icp_id, name }, ctx) {
    const change = {
      kind: 'clone_icp',
      profileId: ctx.profiles.get(icp_id).id,
      name,
      code: freeCode(ctx.profiles, null, name),
    } as const
    const { actor, signal } = ctx
    return proposalAnswer(await ctx.draft.proposal(change, { actor, signal }))
  },
})
